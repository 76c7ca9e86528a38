/** Bytes that are not what they should be: made of valid ones, or of nothing. */
import fc from 'fast-check';
import { concatBytes } from '../../shared/ids.ts';
import { MAX_FRAME_BYTES } from '../../shared/wire/limits.ts';

/** Values that decoders stumble over: ends of varints, of lengths, of signs. */
const EDGES = [0x00, 0x01, 0x7f, 0x80, 0xff];
/** A varint of ten bytes, the longest, and one of more. */
const LONG_VARINTS = [new Uint8Array(10).fill(0xff, 0, 9).fill(0x01, 9), new Uint8Array(20).fill(0xff)];

const at = (bytes: Uint8Array, where: number): number => (bytes.length === 0 ? 0 : where % bytes.length);

/** Flipped, cut, longer, with a part twice or missing, with a strange number in it, or altogether random. */
export function badBytes(examples: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> {
  const example = fc.constantFrom(...examples);
  const byte = fc.oneof(fc.constantFrom(...EDGES), fc.nat({ max: 255 }));
  const changed = fc
    .tuple(example, fc.array(fc.tuple(fc.nat(), byte), { minLength: 1, maxLength: 4 }))
    .map(([bytes, changes]) => {
      const copy = bytes.slice();
      for (const [where, value] of changes) if (copy.length > 0) copy[at(copy, where)] = value;
      return copy;
    });
  const cut = fc.tuple(example, fc.nat()).map(([bytes, where]) => bytes.slice(0, at(bytes, where)));
  const twice = fc.tuple(example, fc.nat(), fc.nat()).map(([bytes, from, to]) => {
    const [a, b] = [at(bytes, from), at(bytes, to)].toSorted((x, y) => x - y) as [number, number];
    return concatBytes(bytes.subarray(0, b), bytes.subarray(a));
  });
  const missing = fc.tuple(example, fc.nat(), fc.nat()).map(([bytes, from, to]) => {
    const [a, b] = [at(bytes, from), at(bytes, to)].toSorted((x, y) => x - y) as [number, number];
    return concatBytes(bytes.subarray(0, a), bytes.subarray(b));
  });
  const inserted = fc
    .tuple(example, fc.nat(), fc.constantFrom(...LONG_VARINTS))
    .map(([bytes, where, number]) =>
      concatBytes(bytes.subarray(0, at(bytes, where)), number, bytes.subarray(at(bytes, where))),
    );
  const longer = fc
    .tuple(example, fc.uint8Array({ minLength: 1, maxLength: 2_000 }))
    .map(([bytes, tail]) => concatBytes(bytes, tail));
  const doubled = example.map((bytes) => concatBytes(bytes, bytes));
  return fc.oneof(changed, cut, twice, missing, inserted, longer, doubled, fc.uint8Array({ maxLength: 400 }));
}

/** Frames of the largest size, full of the least that a field can be, of each kind and number, and one field as deep as it goes. */
export function* floods(): Generator<Uint8Array> {
  for (let field = 1; field <= 22; field += 1) {
    // Numbers take no memory of their own: a few of them do for all.
    for (const wireType of field <= 3 ? [0, 2] : [2]) {
      const tag = (field << 3) | wireType;
      // Two bytes of a tag from field 16 on.
      const unit = tag < 0x80 ? [tag, 0] : [(tag & 0x7f) | 0x80, tag >> 7, 0];
      const flood = new Uint8Array(MAX_FRAME_BYTES);
      for (let i = 0; i < flood.length; i += 1) flood[i] = unit[i % unit.length]!;
      yield flood;
    }
  }
  let nested: Uint8Array = new Uint8Array(0);
  for (let depth = 0; depth < 2_000; depth += 1)
    nested = concatBytes(Uint8Array.of(0x42), varint(nested.length), nested);
  yield nested;
  yield new Uint8Array(MAX_FRAME_BYTES);
  yield new Uint8Array(MAX_FRAME_BYTES).fill(0xff);
  yield new Uint8Array(4 * MAX_FRAME_BYTES).fill(0x0a);
}

function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  for (let rest = value; ; rest >>>= 7) {
    if (rest < 0x80) return Uint8Array.from([...bytes, rest]);
    bytes.push((rest & 0x7f) | 0x80);
  }
}
