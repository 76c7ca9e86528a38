/** Randomness that can be repeated: a seeded stream, and a KEM that draws from one. */
import { ml_kem768 } from '@noble/post-quantum/ml-kem.js';
import { sha256, utf8 } from '../../shared/crypto/hash.ts';
import { KEM_SEED_BYTES, type Kem } from '../../shared/crypto/kem.ts';
import { u64 } from '../../shared/crypto/layout.ts';
import type { Random } from '../../shared/crypto/random.ts';
import { concatBytes } from '../../shared/ids.ts';

/** SHA-256(seed ‖ counter), block after block, cut to the lengths that are asked for; nothing is given out twice. */
export function seededRandom(seed: string): Random {
  const key = sha256(utf8(seed));
  let counter = 0n;
  return (length) => {
    const blocks: Uint8Array[] = [];
    for (let have = 0; have < length; have += 32) {
      blocks.push(sha256(key, u64(counter)));
      counter += 1n;
    }
    return concatBytes(...blocks).slice(0, length);
  };
}

/** ML-KEM-768 by @noble/post-quantum, which takes its randomness (FIPS 203's d ‖ z and m) as arguments. */
export const seededKem = (random: Random): Kem => ({
  generate() {
    const seed = random(KEM_SEED_BYTES);
    const publicKey = new Uint8Array(ml_kem768.keygen(seed).publicKey);
    return { publicKey, secretKey: concatBytes(seed, publicKey) };
  },
  encapsulate(publicKey) {
    const { cipherText, sharedSecret } = ml_kem768.encapsulate(publicKey, random(32));
    return { ciphertext: new Uint8Array(cipherText), sharedSecret: new Uint8Array(sharedSecret) };
  },
  decapsulate(secretKey, ciphertext) {
    const { secretKey: expanded } = ml_kem768.keygen(secretKey.slice(0, KEM_SEED_BYTES));
    return new Uint8Array(ml_kem768.decapsulate(ciphertext, expanded));
  },
});
