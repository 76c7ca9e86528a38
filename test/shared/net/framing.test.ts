import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MiyuError } from '../../../shared/errors.ts';
import { concatBytes, toHex } from '../../../shared/ids.ts';
import { FrameSplitter, joinFrames } from '../../../shared/net/framing.ts';

const MAX = 600;

/** Cuts `bytes` at these fractions and feeds the pieces. */
function split(bytes: Uint8Array, cuts: readonly number[], splitter = new FrameSplitter(MAX)): string[] {
  const edges = [0, ...cuts.map((cut) => Math.floor(cut * bytes.length)).toSorted((a, b) => a - b), bytes.length];
  const frames: string[] = [];
  for (let i = 1; i < edges.length; i += 1) {
    const piece = bytes.slice(edges[i - 1], edges[i]);
    splitter.feed(piece, (frame) => {
      frames.push(toHex(frame));
      return true;
    });
  }
  return frames;
}

const frames = fc.array(fc.uint8Array({ minLength: 1, maxLength: MAX }), { maxLength: 12 });
const cuts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 });

describe('frame splitter', () => {
  it('gives the same frames however the bytes are cut', () => {
    fc.assert(
      fc.property(frames, cuts, (list, edges) => {
        const splitter = new FrameSplitter(MAX);
        expect(split(joinFrames(list), edges, splitter)).toEqual(list.map(toHex));
        expect(splitter.open).toBe(false);
      }),
    );
  });

  it('gives the same frames one byte at a time', () => {
    const list = [new Uint8Array(1).fill(7), new Uint8Array(MAX).fill(8), new Uint8Array(3).fill(9)];
    const bytes = joinFrames(list);
    const cutsEverywhere = Array.from(bytes, (_, i) => i / bytes.length);
    expect(split(bytes, cutsEverywhere)).toEqual(list.map(toHex));
  });

  it('stops where it is told to and goes on with the rest', () => {
    fc.assert(
      fc.property(frames, fc.nat(12), (list, stopAfter) => {
        const bytes = joinFrames(list);
        const splitter = new FrameSplitter(MAX);
        const seen: string[] = [];
        const take = (limit: number) => (frame: Uint8Array) => {
          seen.push(toHex(frame));
          return seen.length < limit;
        };
        const used = splitter.feed(bytes, take(stopAfter));
        splitter.feed(bytes.subarray(used), take(Infinity));
        expect(seen).toEqual(list.map(toHex));
      }),
    );
  });

  it('ends in frames within the bound or a typed error on any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 4_000 }), cuts, (bytes, edges) => {
        const splitter = new FrameSplitter(MAX);
        try {
          for (const frame of split(bytes, edges, splitter)) expect(frame.length / 2).toBeLessThanOrEqual(MAX);
        } catch (error) {
          expect(error).toBeInstanceOf(MiyuError);
          expect((error as MiyuError).code).toBe('protocol-violation');
        }
        expect(splitter.heldBytes).toBeLessThanOrEqual(2 * (MAX + 1_024));
      }),
    );
  });

  it('refuses an announced length beyond the bound at its fourth byte, and zero', () => {
    const at = (bytes: number[]) => () => new FrameSplitter(MAX).feed(Uint8Array.from(bytes), () => true);
    expect(at([0xff, 0xff, 0xff])).not.toThrow();
    expect(at([0xff, 0xff, 0xff, 0xff])).toThrow('protocol-violation');
    expect(at([0, 0, 0, 0])).toThrow('protocol-violation');
  });

  it('takes memory for what came, not for what was announced', () => {
    const big = 256 * 1024;
    const splitter = new FrameSplitter(big);
    splitter.feed(concatBytes(joinFrames([new Uint8Array(big)]).subarray(0, 4), new Uint8Array(10)), () => true);
    expect(splitter.heldBytes).toBeLessThanOrEqual(1_024);
    splitter.feed(new Uint8Array(5_000), () => true);
    expect(splitter.heldBytes).toBeLessThanOrEqual(2 * 5_014);
  });
});
