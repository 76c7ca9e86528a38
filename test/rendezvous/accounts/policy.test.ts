import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judgeEpoch, judgeGuest } from '../../../rendezvous/accounts/policy.ts';
import { equalBytes } from '../../../shared/ids.ts';

const device = fc.constantFrom(Uint8Array.of(1), Uint8Array.of(2), Uint8Array.of(3));
const claim = fc.record({ device, epoch: fc.bigInt({ min: 1n, max: 5n }) });

test('whatever is claimed, in whatever order: the epoch never falls, and one device holds it', () => {
  fc.assert(
    fc.property(claim, fc.array(claim, { maxLength: 30 }), (first, claims) => {
      let current = first;
      for (const claimed of claims) {
        const judged = judgeEpoch(current, claimed);
        if (judged === 'resumes') expect(equalBytes(claimed.device, current.device)).toBe(true);
        if (judged === 'conflict') continue;
        expect(claimed.epoch - current.epoch).toBe(judged === 'advances' ? 1n : 0n);
        current = claimed;
      }
    }),
  );
});

test('a guest’s epoch never falls either, and a known device keeps its epoch', () => {
  fc.assert(
    fc.property(claim, claim, (known, claimed) => {
      const accepted = judgeGuest(known, claimed);
      expect(accepted).toBe(
        claimed.epoch > known.epoch || (claimed.epoch === known.epoch && equalBytes(claimed.device, known.device)),
      );
      // Where the device is not known, its epoch is all that counts.
      expect(judgeGuest({ epoch: known.epoch }, claimed)).toBe(claimed.epoch >= known.epoch);
    }),
  );
});
