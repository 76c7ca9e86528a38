/** Expecting a failure by its stable code. */
import { expect } from 'vitest';
import { MiyuError, type ErrorCode } from '../../shared/errors.ts';

/** Awaits a failure with this code, and gives it for a look at its numbers. */
export async function refusal(promise: Promise<unknown>, code: ErrorCode): Promise<MiyuError> {
  const outcome = await promise.then(
    () => 'no failure',
    (error: unknown) => error,
  );
  if (outcome instanceof MiyuError && outcome.code === code) return outcome;
  expect(outcome instanceof MiyuError ? outcome.code : outcome).toBe(code);
  throw new Error('unreachable');
}
