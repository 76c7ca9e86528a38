/** One valid example of everything that is sealed, and its opener. Where one secret may serve two kinds, it is the same. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { KadDHT } from '@libp2p/kad-dht';
import { acceptFirst, decodeEnvelope, isCannotOpen, open, openSessionTo, seal } from '../../node/core/session.ts';
import { DhtHints } from '../../node/net/dht.ts';
import { openKeyFile, sealKeyFile } from '../../node/store/key-file.ts';
import { sealedRows } from '../../node/store/sealed-rows.ts';
import { createVault, openVault, VAULT_FILE } from '../../node/store/vault.ts';
import { openBox, sealBox } from '../../shared/crypto/box.ts';
import { openDeviceLabel, sealDeviceLabel } from '../../shared/crypto/device-label.ts';
import { openFriendRequest, sealFriendRequest } from '../../shared/crypto/friend-request.ts';
import { hkdfSha256, utf8 } from '../../shared/crypto/hash.ts';
import { nodeKem as kem } from '../../shared/crypto/kem.ts';
import { pad } from '../../shared/crypto/padding.ts';
import type { Random } from '../../shared/crypto/random.ts';
import { makeAddressRecord, makeGrant } from '../../shared/crypto/statements.ts';
import { openUploadedVault, sealUploadedVault, wrapVaultKey } from '../../shared/crypto/uploaded-vault.ts';
import { DERIVE } from '../../shared/wire/contexts.ts';
import { aPerson, prekeysOf } from '../support/identities.ts';
import { TIME } from '../support/statements.ts';

export interface SealedKind {
  readonly bytes: Uint8Array;
  /** Undefined, or throws a MiyuError, where it does not open. */
  open(bytes: Uint8Array): unknown;
}

type DeriveName = keyof typeof DERIVE;
const NOTHING_SEALED = {
  ratchetRoot: 'chains, from which the keys of messages come',
  safetyNumber: 'digits to compare',
  storeBlind: 'places of rows',
  uploadedVaultKey: 'the key that wraps an uploaded vault’s own, inside of it',
  loginNames: 'places of guesses',
} as const satisfies Partial<Record<DeriveName, string>>;
type SealedName = Exclude<DeriveName, keyof typeof NOTHING_SEALED>;

export interface SealedWorld {
  readonly kinds: Readonly<Record<SealedName, SealedKind>>;
  readonly nothingSealed: Readonly<Record<string, string>>;
}

const PASSWORD = 'one password for both files';
/** The cheapest derivation that is accepted. */
const parameters = { memoryKiB: 8 * 1024, passes: 1, parallelism: 1 };
const NOW = Number(TIME);

/** A first message of Alice's, and what Bob says to it. */
export function conversation(random: Random) {
  const [alice, bob] = [aPerson('Alice', random), aPerson('Bob', random)];
  const prekeys = prekeysOf(bob, random, kem);
  const begun = openSessionTo(alice.own, bob.peer, prekeys.fetch(), { random, kem });
  const first = seal(begun, bob, pad(utf8('first')), random);
  const accept = (bytes: Uint8Array) => {
    const accepted = acceptFirst(bob.own, alice.peer, decodeEnvelope(bytes), prekeys.secrets, { kem, now: NOW });
    return isCannotOpen(accepted) ? undefined : accepted;
  };
  const reply = seal(accept(first.envelope)!.session, alice, pad(utf8('reply')), random);
  const read = (bytes: Uint8Array) => {
    const opened = open(first.session, decodeEnvelope(bytes), NOW);
    return isCannotOpen(opened) ? undefined : opened;
  };
  return { alice, bob, first: first.envelope, accept, reply: reply.envelope, read };
}

/** A DHT that keeps one value and hands out another. */
async function addressHints(addressKey: Uint8Array, record: Parameters<DhtHints['publish']>[1]) {
  let kept: Uint8Array = new Uint8Array(0);
  let given: Uint8Array = new Uint8Array(0);
  const hints = new DhtHints({ wall: () => NOW, monotonic: () => 0 });
  hints.use({
    async *put(_key: Uint8Array, value: Uint8Array) {
      kept = value;
      yield { name: 'SENDING_QUERY' };
    },
    async *get() {
      yield { name: 'VALUE', value: given };
    },
  } as unknown as KadDHT);
  await hints.publish(addressKey, record);
  return {
    bytes: kept,
    open: (bytes: Uint8Array) => {
      given = bytes;
      return hints.find(addressKey);
    },
  };
}

/** @param folder of its own, for the vault */
export async function sealedWorld(random: Random, folder: string): Promise<SealedWorld> {
  const { alice, bob, first, accept, reply, read } = conversation(random);
  const key = random(32);
  const { account, device, epoch } = alice;
  const record = { account, device, epoch, addresses: [], sequence: 1n, issuedAt: TIME, expiresAt: TIME + 1n };
  const request = sealFriendRequest(
    alice.identity,
    {
      to: bob.account,
      statement: alice.statement,
      certificate: alice.certificate,
      home: { server: bob.device, addresses: ['/ip4/127.0.0.1/tcp/4001'] },
      grant: makeGrant(alice.identity, { owner: account, depositor: bob.account, scope: 1, serial: 1n }),
      greeting: 'hello',
      sentAt: TIME,
    },
    bob.peer.exchangeKey,
    random,
  );
  const vault = join(folder, VAULT_FILE);
  await createVault(folder, PASSWORD, utf8('body'), { random, parameters });
  const rowKey = hkdfSha256(key, new Uint8Array(0), DERIVE.storeRow, 32);
  const rows = sealedRows(rowKey, random, Buffer.from('ledger'));
  const identities = { account, server: bob.device };
  const kinds: Record<SealedName, SealedKind> = {
    agreement: { bytes: first, open: accept },
    messageKey: { bytes: reply, open: read },
    requestBox: {
      bytes: request,
      open: (bytes) => openFriendRequest(bytes, bob.identity.exchange.secretKey, bob.account),
    },
    originBox: {
      bytes: sealBox(utf8('192.0.2.7'), alice.peer.exchangeKey, random, DERIVE.originBox),
      open: (bytes) => openBox(bytes, alice.identity.exchange.secretKey, DERIVE.originBox),
    },
    deviceLabel: {
      bytes: sealDeviceLabel('kitchen', alice.identity.exchange.secretKey, alice.certificate.payload, random),
      open: (bytes) => openDeviceLabel(bytes, alice.identity.exchange.secretKey, alice.certificate.payload),
    },
    addressRecordKey: await addressHints(key, makeAddressRecord(alice.identity, record)),
    vault: {
      bytes: new Uint8Array(await readFile(vault)),
      open: async (bytes) => {
        await writeFile(vault, bytes);
        return openVault(folder, PASSWORD);
      },
    },
    keyFile: {
      bytes: await sealKeyFile(PASSWORD, utf8('body'), { random, parameters }),
      open: (bytes) => openKeyFile(PASSWORD, bytes),
    },
    uploadedVault: {
      bytes: sealUploadedVault(
        { key, wrapped: wrapVaultKey(key, key, identities, random) },
        utf8('body'),
        account,
        1n,
        random,
      ),
      open: (bytes) => openUploadedVault(key, bytes, identities, 1n),
    },
    storeRow: {
      bytes: new Uint8Array(rows.encode(utf8('row'), utf8('value'))),
      open: (bytes) => rows.decode(utf8('row'), bytes),
    },
  };
  return { kinds, nothingSealed: NOTHING_SEALED };
}
