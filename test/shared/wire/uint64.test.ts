import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MailboxGrant } from '../../../shared/wire/generated/identity.js';
import { Frame } from '../../../shared/wire/generated/frame.js';

/** The low seven bits first, and a set high bit where more follow. */
function varint(value: bigint): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 0x7fn; rest >>= 7n) bytes.push(Number(rest & 0x7fn) | 0x80);
  return [...bytes, Number(rest)];
}

const edges = [...Array(64).keys()].flatMap((bit) => [2n ** BigInt(bit) - 1n, 2n ** BigInt(bit)]);
const numbers = fc.oneof(fc.constantFrom(...edges), fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }));

test('every 64-bit number is written as protobuf says, and read back', () => {
  fc.assert(
    fc.property(numbers, (serial) => {
      // Old memory shows where a byte of it was left in place.
      Buffer.allocUnsafe(4096).fill(0xa5);
      const bytes = MailboxGrant.encode({ serial });
      expect([...bytes]).toEqual(serial === 0n ? [] : [5 << 3, ...varint(serial)]);
      expect(MailboxGrant.decode(bytes).serial).toBe(serial);
      const refusal = { code: 1, retryAfterMs: 0, field: '', detail: serial, proof: new Uint8Array(0) };
      const frame = Frame.encode({ type: 2, id: 1, body: new Uint8Array(0), refusal });
      expect(Frame.decode(frame).refusal?.detail).toBe(serial);
    }),
    { numRuns: 2_000, examples: edges.map((edge): [bigint] => [edge]) },
  );
});
