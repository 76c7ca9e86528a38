/** The two of every list: keys, certificates, prekeys. Made once, for their signatures are the dearest part of a list. */
import { createPrekeys, makeBundle, verifyBundle, type VerifiedBundle } from '../../node/core/prekeys.ts';
import { PrekeyRow } from '../../node/core/generated/account.js';
import { ContactRow } from '../../node/core/generated/rows.js';
import { ONE_GROUP, RELATION } from '../../node/core/rows.ts';
import type { Own } from '../../node/flows/context.ts';
import type { Op, PeerTable } from '../../node/store/peer-store.ts';
import { serverSigner } from '../../shared/crypto/ed25519.ts';
import { sha256 } from '../../shared/crypto/hash.ts';
import {
  KEM_CIPHERTEXT_BYTES,
  KEM_PUBLIC_KEY_BYTES,
  KEM_SECRET_KEY_BYTES,
  KEM_SEED_BYTES,
  kemPublicKeyOf,
  type Kem,
} from '../../shared/crypto/kem.ts';
import { peerIdBytesOfEd25519 } from '../../shared/crypto/peer-ids.ts';
import type { Random } from '../../shared/crypto/random.ts';
import { makeCertificate } from '../../shared/crypto/statements.ts';
import { concatBytes } from '../../shared/ids.ts';
import { Home, Signed, type Home as HomeOf } from '../../shared/wire/generated/identity.js';
import { aPerson } from '../support/identities.ts';
import { Chance } from './chance.ts';

/** One-time prekeys of each: few, so that lists also see the last resort. */
const ONE_TIME = 6;
const NONE = new Uint8Array(0);

/**
 * A KEM without secrets, as quick as a hash: the shared secret follows from public key and ciphertext. The agreement around it
 * is the real one; what ML-KEM does is tested elsewhere (test/shared/crypto), and would be nine tenths of the model's time.
 */
export const plainKem = (random: Random): Kem => ({
  generate() {
    const publicKey = random(KEM_PUBLIC_KEY_BYTES);
    return { publicKey, secretKey: concatBytes(random(KEM_SEED_BYTES), publicKey) };
  },
  encapsulate(publicKey) {
    const ciphertext = new Uint8Array(KEM_CIPHERTEXT_BYTES);
    ciphertext.set(random(32));
    return { ciphertext, sharedSecret: sha256(publicKey, ciphertext) };
  },
  decapsulate(secretKey, ciphertext) {
    if (secretKey.length !== KEM_SECRET_KEY_BYTES) throw new RangeError('no secret key');
    return sha256(kemPublicKeyOf(secretKey), ciphertext);
  },
});

export interface ModelPerson {
  readonly own: Own;
  /** Rows of a profile that has published its prekeys. */
  readonly prekeyRows: readonly Op[];
  /** What a server hands out: the n-th bundle with the n-th one-time prekey, then without. */
  readonly bundles: readonly VerifiedBundle[];
}

const chance = new Chance(1, 1);
const kem = plainKem(chance.bytes);

export const signer = serverSigner(chance.bytes(32));
export const SERVER = peerIdBytesOfEd25519(signer.publicKey);
const home: HomeOf = { server: SERVER, addresses: ['/ip4/127.0.0.1/tcp/1'] };

function makePerson(name: string): ModelPerson {
  const { identity, account, statement, device, peer } = aPerson(name, chance.bytes);
  const certificate = makeCertificate(identity, account, device, 1n);
  const own: Own = { identity, account, name, device, epoch: 1n, certificate, statement, later: [], home };
  const set = createPrekeys(chance.bytes, kem, 1, ONE_TIME);
  const { bundle, oneTime } = makeBundle(identity, own, set, 1n);
  const put = (table: PeerTable, id: number, row: Partial<PrekeyRow>): Op => ({
    op: 'put',
    table,
    id: ONE_GROUP,
    seq: BigInt(id),
    value: PrekeyRow.encode({ ...row, madeAt: 1n }),
  });
  const { signedPrekey, lastResort } = set;
  return {
    own,
    prekeyRows: [
      put('signed-prekeys', signedPrekey.id, { key: signedPrekey.secretKey, publicKey: signedPrekey.publicKey }),
      put('last-resort', lastResort.id, { kemKey: lastResort.secretKey, publicKey: lastResort.publicKey }),
      ...set.oneTime.map(({ id, key, kemKey, encoded }) => put('prekeys', id, { key, kemKey, publicKey: encoded })),
    ],
    bundles: [...oneTime, NONE].map((encoded) => verifyBundle(peer, { bundle, oneTime: encoded, certificate })),
  };
}

export const PEOPLE: readonly [ModelPerson, ModelPerson] = [makePerson('a'), makePerson('b')];

export const contactOf = ({ own }: ModelPerson): ContactRow => ({
  ...ContactRow.decode(NONE),
  account: own.account,
  name: own.name,
  statements: [Signed.encode(own.statement)],
  identityKey: own.identity.signing.publicKey,
  exchangeKey: own.identity.exchange.publicKey,
  certificate: Signed.encode(own.certificate),
  device: own.device,
  epoch: own.epoch,
  home: Home.encode(own.home),
  relation: RELATION.friend,
});
