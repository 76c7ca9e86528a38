/** Bounds of one channel; the defaults stand with their reasons in shared/wire/limits.ts, tests use smaller ones. */
import {
  FRAME_RATE_WINDOW_MS,
  HELLO_TIMEOUT_MS,
  MAX_FRAME_BYTES,
  MAX_OPEN_REQUESTS,
  MIN_FRAME_RATE_BYTES_PER_S,
  READ_HIGH_WATER_BYTES,
  READ_LOW_WATER_BYTES,
  REQUEST_TIMEOUT_MS,
  WRITE_HIGH_WATER_BYTES,
} from '../wire/limits.ts';

export interface ChannelLimits {
  readonly maxFrameBytes: number;
  readonly readHighWaterBytes: number;
  readonly readLowWaterBytes: number;
  readonly writeHighWaterBytes: number;
  readonly maxOpenRequests: number;
  readonly helloTimeoutMs: number;
  readonly requestTimeoutMs: number;
  readonly minFrameRateBytesPerS: number;
  readonly frameRateWindowMs: number;
  /** From our own close to the abort, where the other side does not end its half. */
  readonly closeTimeoutMs: number;
}

/** What a queued frame costs besides its bytes: objects, closures. So that a flood of empty frames is bounded by bytes too. */
export const FRAME_OVERHEAD_BYTES = 256;

export const CHANNEL_LIMITS: ChannelLimits = {
  maxFrameBytes: MAX_FRAME_BYTES,
  readHighWaterBytes: READ_HIGH_WATER_BYTES,
  readLowWaterBytes: READ_LOW_WATER_BYTES,
  writeHighWaterBytes: WRITE_HIGH_WATER_BYTES,
  maxOpenRequests: MAX_OPEN_REQUESTS,
  helloTimeoutMs: HELLO_TIMEOUT_MS,
  requestTimeoutMs: REQUEST_TIMEOUT_MS,
  minFrameRateBytesPerS: MIN_FRAME_RATE_BYTES_PER_S,
  frameRateWindowMs: FRAME_RATE_WINDOW_MS,
  closeTimeoutMs: 1_000,
};
