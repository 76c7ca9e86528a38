/** Vectors of what people show one another of who they are: verification codes. */
import { keyHash } from '../../shared/crypto/identity.ts';
import { encodeVerification, type LogPosition, type VerificationCode } from '../../shared/crypto/verification-code.ts';
import { toHex } from '../../shared/ids.ts';
import { seededRandom } from './determinism.ts';
import { aPerson } from './identities.ts';
import type { Vector } from './vectors.ts';

export function verificationVectors(): Vector {
  const random = seededRandom('vectors: verification');
  const [alice, bob] = [aPerson('Alice', random), aPerson('Bob', random)];
  const party = ({ account, peer }: typeof alice): VerificationCode['shower'] => ({ account, keyHash: keyHash(peer) });
  const head: LogPosition = { log: random(16), size: 1_234_567n, root: random(32) };
  const code = { shower: party(alice), other: party(bob), head: undefined };
  const bare = encodeVerification(code);
  return {
    shower: { account: toHex(alice.account), keyHash: toHex(code.shower.keyHash) },
    other: { account: toHex(bob.account), keyHash: toHex(code.other.keyHash) },
    head: { log: toHex(head.log), size: Number(head.size), root: toHex(head.root) },
    bare,
    withHead: encodeVerification({ ...code, head }),
    /** One letter is another: refused. */
    mistyped: bare.slice(0, 40) + (bare[40] === 'A' ? 'B' : 'A') + bare.slice(41),
    cut: bare.slice(0, -8),
  };
}
