/**
 * libsignal's Node API as a peer for figure (a). It is AGPL: fetched into .cache/ when the bench runs, never a dependency and
 * never shipped. Its calls do more than ours (a post-quantum ratchet beside the Double Ratchet, an asynchronous bridge to its
 * stores): a ratio says what an application waits for, not who computes faster.
 */
import { existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { npm } from '../launch/npm.js';

export const LIBSIGNAL = '@signalapp/libsignal-client';
export const LIBSIGNAL_VERSION = '0.103.0';

type Bytes = Uint8Array;
interface PublicKey {
  serialize(): Bytes;
}
interface PrivateKey {
  getPublicKey(): PublicKey;
  sign(message: Bytes): Bytes;
}
interface KemPair {
  getPublicKey(): { serialize(): Bytes };
}
interface Signed {
  signature(): Bytes;
}
interface PreKeyRecord {
  publicKey(): PublicKey;
}
interface KyberRecord extends Signed {
  publicKey(): { serialize(): Bytes };
}
interface SessionRecord {
  serialize(): Bytes;
}
interface Ciphertext {
  serialize(): Bytes;
  type(): number;
}
interface Address {
  toString(): string;
}
type AnyStore = object;
type StoreClass = new () => object;

/** What the bench uses of the package. */
interface Libsignal {
  PrivateKey: { generate(): PrivateKey };
  IdentityKeyPair: { generate(): { publicKey: PublicKey; privateKey: PrivateKey } };
  KEMKeyPair: { generate(): KemPair };
  ProtocolAddress: { new: (name: string, device: number) => Address };
  PreKeyRecord: { new: (id: number, publicKey: PublicKey, privateKey: PrivateKey) => PreKeyRecord };
  SignedPreKeyRecord: {
    new: (
      id: number,
      time: number,
      publicKey: PublicKey,
      privateKey: PrivateKey,
      signature: Bytes,
    ) => PreKeyRecord & Signed;
  };
  KyberPreKeyRecord: { new: (id: number, time: number, pair: KemPair, signature: Bytes) => KyberRecord };
  PreKeyBundle: { new: (...fields: unknown[]) => object };
  SessionRecord: { deserialize(bytes: Bytes): SessionRecord };
  SignalMessage: { deserialize(bytes: Bytes): object };
  PreKeySignalMessage: { deserialize(bytes: Bytes): object };
  SessionStore: StoreClass;
  IdentityKeyStore: StoreClass;
  PreKeyStore: StoreClass;
  SignedPreKeyStore: StoreClass;
  KyberPreKeyStore: StoreClass;
  processPreKeyBundle(
    bundle: object,
    to: Address,
    own: Address,
    sessions: AnyStore,
    identities: AnyStore,
  ): Promise<void>;
  signalEncrypt(text: Bytes, to: Address, own: Address, sessions: AnyStore, identities: AnyStore): Promise<Ciphertext>;
  signalDecrypt(message: object, from: Address, own: Address, sessions: AnyStore, identities: AnyStore): Promise<Bytes>;
  signalDecryptPreKey(
    message: object,
    from: Address,
    own: Address,
    sessions: AnyStore,
    identities: AnyStore,
    prekeys: AnyStore,
    signedPrekeys: AnyStore,
    kyberPrekeys: AnyStore,
  ): Promise<Bytes>;
}

/** `CiphertextMessage.type()` of a message that begins a session. */
const PREKEY_MESSAGE = 3;

/**
 * Fetches the package where it is not there yet, and loads it.
 * @param cache folder that git ignores
 * @throws Error that says what is missing: no network, or no prebuilt binary for this machine
 */
export async function loadLibsignal(cache: string): Promise<Libsignal> {
  const folder = join(cache, 'libsignal');
  mkdirSync(folder, { recursive: true });
  if (!existsSync(join(folder, 'node_modules', LIBSIGNAL, 'package.json'))) {
    const what = `${LIBSIGNAL}@${LIBSIGNAL_VERSION}`;
    await npm(['install', '--prefix', folder, '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', what]);
  }
  const loadFetched = createRequire(join(folder, 'package.json'));
  try {
    return loadFetched(LIBSIGNAL) as Libsignal;
  } catch (cause) {
    throw new Error(
      `figure (a) has no peer: ${LIBSIGNAL} ${LIBSIGNAL_VERSION} was fetched but does not load on ` +
        `${process.platform}-${process.arch}`,
      { cause },
    );
  }
}

export interface LibsignalSide {
  readonly address: Address;
  /** One-time prekeys (X25519 and a signed ML-KEM key each) and, with the first of them, the signed prekey. */
  makePrekeys(count: number): void;
  bundle(index: number): object;
  open(bundle: object, to: LibsignalSide): Promise<void>;
  encrypt(text: Bytes, to: LibsignalSide): Promise<Envelope>;
  decrypt(message: Envelope, from: LibsignalSide): Promise<Bytes>;
}

interface Envelope {
  readonly type: number;
  readonly bytes: Bytes;
}

/**
 * One user with stores in memory.
 * @param serialised whether session records pass through bytes at each save, as on the way to a disk
 */
export function libsignalSide(lib: Libsignal, name: string, serialised: boolean): LibsignalSide {
  const identity = lib.IdentityKeyPair.generate();
  const address = lib.ProtocolAddress.new(name, 1);
  const sessionOf = new Map<string, SessionRecord | Bytes>();
  const oneTime = new Map<number, PreKeyRecord>();
  const kyber = new Map<number, KyberRecord>();
  let signedPrekey: (PreKeyRecord & Signed) | undefined;

  const sessions = new (class extends lib.SessionStore {
    async saveSession(of: Address, record: SessionRecord): Promise<void> {
      sessionOf.set(of.toString(), serialised ? record.serialize() : record);
    }
    async getSession(of: Address): Promise<SessionRecord | null> {
      const kept = sessionOf.get(of.toString());
      if (kept === undefined) return null;
      return kept instanceof Uint8Array ? lib.SessionRecord.deserialize(kept) : kept;
    }
    async getExistingSessions(): Promise<SessionRecord[]> {
      return [];
    }
  })();
  const identities = new (class extends lib.IdentityKeyStore {
    async getIdentityKey(): Promise<PrivateKey> {
      return identity.privateKey;
    }
    async getIdentityKeyPair(): Promise<typeof identity> {
      return identity;
    }
    async getLocalRegistrationId(): Promise<number> {
      return 1;
    }
    async saveIdentity(): Promise<number> {
      return 0; // Unchanged.
    }
    async isTrustedIdentity(): Promise<boolean> {
      return true;
    }
    async getIdentity(): Promise<null> {
      return null;
    }
  })();
  const prekeys = new (class extends lib.PreKeyStore {
    async getPreKey(id: number): Promise<PreKeyRecord | undefined> {
      return oneTime.get(id);
    }
    async removePreKey(id: number): Promise<void> {
      oneTime.delete(id);
    }
  })();
  const signedPrekeys = new (class extends lib.SignedPreKeyStore {
    async getSignedPreKey(): Promise<PreKeyRecord | undefined> {
      return signedPrekey;
    }
  })();
  const kyberPrekeys = new (class extends lib.KyberPreKeyStore {
    async getKyberPreKey(id: number): Promise<KyberRecord | undefined> {
      return kyber.get(id);
    }
    async markKyberPreKeyUsed(id: number): Promise<void> {
      kyber.delete(id);
    }
  })();

  return {
    address,
    makePrekeys(count) {
      const signedPair = lib.PrivateKey.generate();
      const signature = identity.privateKey.sign(signedPair.getPublicKey().serialize());
      signedPrekey = lib.SignedPreKeyRecord.new(1, 0, signedPair.getPublicKey(), signedPair, signature);
      for (let id = 1; id <= count; id += 1) {
        const pair = lib.PrivateKey.generate();
        oneTime.set(id, lib.PreKeyRecord.new(id, pair.getPublicKey(), pair));
        const kemPair = lib.KEMKeyPair.generate();
        const kemSignature = identity.privateKey.sign(kemPair.getPublicKey().serialize());
        kyber.set(id, lib.KyberPreKeyRecord.new(id, 0, kemPair, kemSignature));
      }
    },
    bundle(index) {
      const id = index + 1;
      const kem = kyber.get(id)!;
      return lib.PreKeyBundle.new(
        1,
        1,
        id,
        oneTime.get(id)!.publicKey(),
        1,
        signedPrekey!.publicKey(),
        signedPrekey!.signature(),
        identity.publicKey,
        id,
        kem.publicKey(),
        kem.signature(),
      );
    },
    async open(bundle, to) {
      await lib.processPreKeyBundle(bundle, to.address, address, sessions, identities);
    },
    async encrypt(text, to) {
      const sealed = await lib.signalEncrypt(text, to.address, address, sessions, identities);
      return { type: sealed.type(), bytes: sealed.serialize() };
    },
    async decrypt({ type, bytes }, from) {
      if (type !== PREKEY_MESSAGE) {
        const message = lib.SignalMessage.deserialize(bytes);
        return lib.signalDecrypt(message, from.address, address, sessions, identities);
      }
      return lib.signalDecryptPreKey(
        lib.PreKeySignalMessage.deserialize(bytes),
        from.address,
        address,
        sessions,
        identities,
        prekeys,
        signedPrekeys,
        kyberPrekeys,
      );
    },
  };
}
