/** Vectors of what people show one another of who they are: verification codes, certificates, cards. */
import { keyHash } from '../../shared/crypto/identity.ts';
import { encodeCertificateFile, makePersonCertificate } from '../../shared/crypto/person-certificate.ts';
import { encodeVerification, type LogPosition, type VerificationCode } from '../../shared/crypto/verification-code.ts';
import { toHex } from '../../shared/ids.ts';
import { Signed } from '../../shared/wire/generated/identity.js';
import { ProfileContent } from '../../shared/wire/generated/person.js';
import { seededRandom } from './determinism.ts';
import { aPerson } from './identities.ts';
import { SMALL_PICTURE } from './pictures.ts';
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

export function personVectors(): Vector {
  const random = seededRandom('vectors: person');
  const [alice, bob] = [aPerson('Alice', random), aPerson('Bob', random)];
  const fields = { account: alice.account, device: alice.device, epoch: 1n, issuedAt: 1_700_000_000_000n };
  const signed = makePersonCertificate(alice.identity, { ...fields, name: 'Alice', email: 'alice@example.org' });
  const file = (statement: Signed): string => encodeCertificateFile(Signed.encode(signed), [Signed.encode(statement)]);
  return {
    identityKey: toHex(alice.peer.identityKey),
    payload: toHex(signed.payload),
    signature: toHex(signed.signature),
    file: file(alice.statement),
    /** With the statement of another account: refused. */
    fileOfAnother: file(bob.statement),
    card: toHex(
      ProfileContent.encode({
        ...{ version: 7n, displayName: 'Alice', sex: 1, birthYear: 1990, status: 'on the road' },
        picture: SMALL_PICTURE,
      }),
    ),
  };
}
