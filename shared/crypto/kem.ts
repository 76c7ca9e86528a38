/**
 * ML-KEM-768 (FIPS 203) as a port: node's encapsulation draws its own randomness, so that a simulation and the published
 * vectors bring another implementation of the same interface (test/support/kem.ts).
 */
import { decapsulate, encapsulate, generateKeyPairSync } from 'node:crypto';
import { MiyuError } from '../errors.ts';
import { concatBytes } from '../ids.ts';
import { plain } from './bytes.ts';
import { importPrivate, importPublic } from './key-objects.ts';

/** Encapsulation key. */
export const KEM_PUBLIC_KEY_BYTES = 1184;
export const KEM_CIPHERTEXT_BYTES = 1088;
export const KEM_SHARED_SECRET_BYTES = 32;
/** The seed d ‖ z of FIPS 203 §7.1 and, behind it, the encapsulation key, which would cost a key generation to get again. */
export const KEM_SEED_BYTES = 64;
export const KEM_SECRET_KEY_BYTES = KEM_SEED_BYTES + KEM_PUBLIC_KEY_BYTES;

export interface KemPair {
  /** 1184 bytes. */
  readonly publicKey: Uint8Array;
  /** 1248 bytes: seed (64) ‖ public key. */
  readonly secretKey: Uint8Array;
}

export interface Kem {
  generate(): KemPair;
  /** @throws MiyuError 'key-invalid' where the key has a wrong length or coefficients out of range */
  encapsulate(publicKey: Uint8Array): { readonly ciphertext: Uint8Array; readonly sharedSecret: Uint8Array };
  /**
   * 32 bytes; of another secret where the ciphertext is not for this key (FIPS 203's implicit rejection).
   * @throws MiyuError 'key-invalid' by wrong lengths
   */
  decapsulate(secretKey: Uint8Array, ciphertext: Uint8Array): Uint8Array;
}

export const nodeKem: Kem = {
  generate() {
    const pair = generateKeyPairSync('ml-kem-768');
    const publicKey = plain(pair.publicKey.export({ format: 'raw-public' }));
    return { publicKey, secretKey: concatBytes(pair.privateKey.export({ format: 'raw-seed' }), publicKey) };
  },
  encapsulate(publicKey) {
    if (publicKey.length !== KEM_PUBLIC_KEY_BYTES) throw new MiyuError('key-invalid');
    const key = importPublic('ml-kem-768', publicKey);
    const { ciphertext, sharedKey } = attempt(() => encapsulate(key));
    return { ciphertext: plain(ciphertext), sharedSecret: plain(sharedKey) };
  },
  decapsulate(secretKey, ciphertext) {
    if (secretKey.length !== KEM_SECRET_KEY_BYTES || ciphertext.length !== KEM_CIPHERTEXT_BYTES) {
      throw new MiyuError('key-invalid');
    }
    const key = importPrivate('ml-kem-768', secretKey.subarray(0, KEM_SEED_BYTES));
    return plain(attempt(() => decapsulate(key, ciphertext)));
  },
};

function attempt<T>(run: () => T): T {
  try {
    return run();
  } catch (cause) {
    throw new MiyuError('key-invalid', { cause });
  }
}

/** The public key of a secret key (every implementation of Kem keeps to the layout of KemPair). @throws MiyuError 'key-invalid' */
export function kemPublicKeyOf(secretKey: Uint8Array): Uint8Array {
  if (secretKey.length !== KEM_SECRET_KEY_BYTES) throw new MiyuError('key-invalid');
  return secretKey.subarray(KEM_SEED_BYTES);
}
