/**
 * Our address record on its way to those who keep it for our friends: whoever has come, whoever has not taken it, and all of them anew on
 * each day, when it lies at another place.
 */
import { equalBytes } from '../../shared/ids.ts';
import type { Signed } from '../../shared/wire/generated/identity.js';
import type { Background } from './background.ts';
import type { FlowContext } from './context.ts';
import type { AddressHints } from './ports.ts';

/** Of one publication; the next one waits for it, so that none comes behind a later one. */
const PUBLISH_TIMEOUT_MS = 10_000;
/**
 * Who has not taken it (there was too much to do, the link was not up at its end yet) is given it again after a second, and then after
 * twice as long each time: for a minute. Whoever did not take it by then is told when somebody comes, and on the next day.
 */
const AGAIN_MS = 1_000;
const MOST_AGAIN = 6;
const DAY_MS = 24 * 60 * 60_000;
/** All who are there publish anew on a new day, and not in the same second. */
const SPREAD_MS = 60_000;

export interface PublicationPorts {
  readonly hints: AddressHints;
  readonly background: Background;
  readonly addressKey: () => Uint8Array;
  /** There is none that could be published: makes one, which comes by `tell` before this resolves, or not at all. */
  readonly make: () => Promise<void>;
}

/** @param onTaken those who have taken it late, by PeerId */
export function createHintPublication(
  context: FlowContext,
  ports: PublicationPorts,
  onTaken: (devices: readonly Uint8Array[]) => Promise<void>,
) {
  const { background } = ports;
  let record: Signed | undefined;
  let publishing = Promise.resolve();
  let newDay: NodeJS.Timeout | undefined;
  /** Who was there the last time and has not taken it, how often it was repeated since somebody came, and when it is again. */
  let missed: readonly Uint8Array[] = [];
  let repeated = 0;
  let again: NodeJS.Timeout | undefined;

  /** Behind the one before it. Resolves when it is over, whatever came of it. */
  function publish(): Promise<void> {
    repeated = 0;
    // Made, it is published by `tell`.
    if (record === undefined) return ports.make().then(() => publishing);
    clearTimeout(newDay);
    const [jitter = 0] = context.random(1);
    const tomorrow = DAY_MS - (context.clock.wall() % DAY_MS) + (jitter / 256) * SPREAD_MS;
    newDay = setTimeout(() => void publish(), tomorrow);
    newDay.unref();
    return publishNext();
  }

  function publishNext(): Promise<void> {
    background.run('publish-hint', () => {
      const done = publishing.then(publishNow);
      publishing = done.catch(() => undefined);
      return done;
    });
    return publishing;
  }

  async function publishNow(): Promise<void> {
    clearTimeout(again);
    const { signal } = background;
    if (record === undefined || signal.aborted) return;
    const waiting = { signal, timeoutMs: PUBLISH_TIMEOUT_MS };
    ({ missed } = await ports.hints.publish(ports.addressKey(), record, waiting));
    if (missed.length === 0 || repeated === MOST_AGAIN) return;
    again = setTimeout(() => background.run('repeat-hint', repeat), AGAIN_MS * 2 ** repeated);
    again.unref();
    repeated += 1;
  }

  async function repeat(): Promise<void> {
    const before = missed;
    await publishNext();
    await onTaken(before.filter((device) => !missed.some((each) => equalBytes(each, device))));
  }

  return {
    publish,
    /** Our newest record. */
    tell(newest: Signed): void {
      record = newest;
      void publish();
    },
    stop(): void {
      clearTimeout(newDay);
      clearTimeout(again);
    },
  };
}
