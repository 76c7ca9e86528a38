import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Arrivals } from '../../../node/net/arrivals.ts';
import { DeliveryWindow } from '../../../node/net/delivery-window.ts';
import { sha256 } from '../../../shared/crypto/hash.ts';
import { MAX_ENVELOPE_BYTES, MAX_UNCOMMITTED_BYTES } from '../../../shared/wire/limits.ts';

interface Sent {
  readonly first: number;
  readonly envelopes: readonly Uint8Array[];
}

function startWindow(): { window: DeliveryWindow; sent: Sent[]; flushed: () => Promise<void> } {
  const sent: Sent[] = [];
  const window = new DeliveryWindow((first, envelopes) => sent.push({ first, envelopes }));
  return { window, sent, flushed: () => Promise.resolve().then(() => undefined) };
}

const body = (size: number): Uint8Array => new Uint8Array(size).fill(1);
const codeOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'resolved',
    (error: unknown) => (error as { code: unknown }).code,
  );

describe('delivery window', () => {
  it('sends what is delivered in one turn together', async () => {
    const { window, sent, flushed } = startWindow();
    void window.deliver(body(1));
    void window.deliver(body(2));
    await flushed();
    void window.deliver(body(3));
    await flushed();
    expect(sent.map(({ first, envelopes }) => [first, envelopes.length])).toEqual([
      [1, 2],
      [3, 1],
    ]);
  });

  it('keeps frames and the window within their bounds, whatever the sizes, and loses nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: MAX_ENVELOPE_BYTES }), { maxLength: 60 }), async (sizes) => {
        const { window, sent, flushed } = startWindow();
        const outcomes: Promise<string>[] = [];
        let acknowledged = 0;
        const acknowledge = (): void => {
          const last = sent.at(-1);
          if (last === undefined) return;
          const upTo = last.first + last.envelopes.length - 1;
          if (upTo > acknowledged) window.committed(BigInt((acknowledged = upTo)));
        };
        for (const size of sizes) {
          outcomes.push(window.deliver(body(size)));
          await flushed();
          const open = sent.flatMap(({ envelopes }) => envelopes).slice(acknowledged);
          expect(open.reduce((sum, each) => sum + each.length, 0)).toBeLessThanOrEqual(MAX_UNCOMMITTED_BYTES);
          if (open.length > 14) acknowledge();
        }
        while (acknowledged < sizes.length) acknowledge();
        expect(new Set(await Promise.all(outcomes))).toEqual(new Set(sizes.length === 0 ? [] : ['committed']));
        expect(sent.flatMap(({ envelopes }) => envelopes.map((each) => each.length))).toEqual(sizes);
        for (const { envelopes } of sent) {
          expect(envelopes.length).toBeLessThanOrEqual(128);
          const bytes = envelopes.reduce((sum, each) => sum + each.length, 0);
          expect(envelopes.length === 1 || bytes <= 176 * 1024).toBe(true);
        }
      }),
    );
  });

  it('refuses acknowledgements of what was never sent, or of less than before', async () => {
    const { window, flushed } = startWindow();
    void window.deliver(body(1));
    void window.deliver(body(1));
    await flushed();
    expect(() => window.committed(3n)).toThrow('protocol-violation');
    window.committed(2n);
    expect(() => window.committed(1n)).toThrow('protocol-violation');
    window.committed(2n);
    expect(() => window.unopened(1n, sha256(body(1)))).toThrow('protocol-violation');
    expect(() => window.unopened(2n ** 63n, sha256(body(1)))).toThrow('protocol-violation');
  });

  it('takes an Unopened only with the id of what it sent under that number', async () => {
    const { window, flushed } = startWindow();
    const outcome = window.deliver(body(7));
    await flushed();
    expect(() => window.unopened(1n, sha256(body(8)))).toThrow('protocol-violation');
    window.unopened(1n, sha256(body(7)));
    window.committed(1n);
    expect(await outcome).toBe('unopened');
  });

  it('refuses what is too large, and who does not wait for room', async () => {
    const { window } = startWindow();
    expect(await codeOf(window.deliver(body(MAX_ENVELOPE_BYTES + 1)))).toBe('too-large');
    const outcomes = Array.from({ length: 3_000 }, () => codeOf(window.deliver(body(1_000))));
    expect(await Promise.race(outcomes)).toBe('busy');
    window.end();
    const codes = await Promise.all(outcomes);
    expect(new Set(codes)).toEqual(new Set(['busy', 'link-closed']));
    expect(await codeOf(window.room())).toBe('link-closed');
  });
});

describe('arrivals', () => {
  const ports = {
    commit: async () => [],
    sendUnopened: () => undefined,
    sendCommitted: () => undefined,
    onFault: () => undefined,
  };
  const forever = { ...ports, commit: () => Promise.withResolvers<readonly number[]>().promise };

  it('refuse gaps, repetitions and empty frames', () => {
    const arrivals = new Arrivals(ports);
    expect(() => arrivals.receive(2n, [body(1)])).toThrow('protocol-violation');
    arrivals.receive(1n, [body(1), body(1)]);
    expect(() => arrivals.receive(2n, [body(1)])).toThrow('protocol-violation');
    expect(() => arrivals.receive(3n, [])).toThrow('protocol-violation');
    expect(() => arrivals.receive(3n, [body(0)])).toThrow('protocol-violation');
    expect(() => arrivals.receive(3n, [body(MAX_ENVELOPE_BYTES + 1)])).toThrow('protocol-violation');
    arrivals.receive(3n, [body(1)]);
  });

  it('hold no more than the window of a sender who ignores it', () => {
    const many = new Arrivals(forever);
    for (let i = 0; i < 4; i += 1) many.receive(BigInt(i * 128 + 1), Array<Uint8Array>(128).fill(body(1)));
    expect(() => many.receive(513n, [body(1)])).toThrow('protocol-violation');
    const heavy = new Arrivals(forever);
    for (let i = 0; i < 14; i += 1) heavy.receive(BigInt(i + 1), [body(70 * 1024)]);
    expect(() => heavy.receive(15n, [body(70 * 1024)])).toThrow('protocol-violation');
  });
});
