import { ed25519 } from '@noble/curves/ed25519.js';
import fc from 'fast-check';
import nacl from 'tweetnacl';
import { describe, expect, test } from 'vitest';
import { isEd25519Key, serverSigner, verifyEd25519 } from '../../../shared/crypto/ed25519.ts';
import { signatureInput, signIdentity, verifySigned } from '../../../shared/crypto/signatures.ts';
import { fromHex, toHex } from '../../../shared/ids.ts';
import { CONTEXT } from '../../../shared/wire/contexts.ts';
import { MAX_STATEMENT_BYTES } from '../../../shared/wire/limits.ts';

const hex = (text: string): Uint8Array => fromHex(text)!;
const seedOf = fc.uint8Array({ minLength: 32, maxLength: 32 });

describe('RFC 8032 §7.1', () => {
  test.each([
    {
      name: 'test 1',
      seed: '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
      publicKey: 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
      message: '',
      signature:
        'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b' +
        'd25bf5f0595bbe24655141438e7a100b',
    },
    {
      name: 'test 2',
      seed: '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
      publicKey: '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
      message: '72',
      signature:
        '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c' +
        '387b2eaeb4302aeeb00d291612bb0c00',
    },
    {
      name: 'test 3',
      seed: 'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
      publicKey: 'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
      message: 'af82',
      signature:
        '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc659' +
        '4a7c15e9716ed28dc027beceea1ec40a',
    },
    {
      name: 'test SHA(abc)',
      seed: '833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42',
      publicKey: 'ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf',
      message:
        'ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd' +
        '454d4423643ce80e2a9ac94fa54ca49f',
      signature:
        'dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e030' +
        '3dca179c138ac17ad9bef1177331a704',
    },
  ])('$name', ({ seed, publicKey, message, signature }) => {
    const pair = nacl.sign.keyPair.fromSeed(hex(seed));
    expect(toHex(pair.publicKey)).toBe(publicKey);
    expect(toHex(serverSigner(hex(seed)).publicKey)).toBe(publicKey);
    expect(toHex(nacl.sign.detached(hex(message), pair.secretKey))).toBe(signature);
    expect(verifyEd25519(hex(publicKey), hex(message), hex(signature))).toBe(true);
    expect(verifyEd25519(hex(publicKey), Uint8Array.of(...hex(message), 0), hex(signature))).toBe(false);
  });
});

test('identities, servers and an independent implementation sign alike, and are verified alike', () => {
  fc.assert(
    fc.property(seedOf, fc.uint8Array({ maxLength: 300 }), (seed, payload) => {
      const pair = nacl.sign.keyPair.fromSeed(seed);
      const byIdentity = signIdentity(CONTEXT.friendRequest, payload, pair.secretKey);
      const byServer = serverSigner(seed).sign(CONTEXT.friendRequest, payload);
      const input = signatureInput(CONTEXT.friendRequest, payload);
      expect(toHex(byIdentity.signature)).toBe(toHex(ed25519.sign(input, seed)));
      expect(toHex(byServer.signature)).toBe(toHex(byIdentity.signature));
      expect(verifySigned(CONTEXT.friendRequest, byServer, pair.publicKey)).toBe(true);
      expect(verifySigned(CONTEXT.login, byServer, pair.publicKey)).toBe(false);
    }),
    { numRuns: 30 },
  );
});

test('what is signed is the context, a zero and the payload', () => {
  expect(Buffer.from(signatureInput(CONTEXT.login, Uint8Array.of(7))).toString('latin1')).toBe('miyu/1 login\0\x07');
});

test('no context is another one’s beginning', () => {
  const contexts: string[] = Object.values(CONTEXT);
  expect(new Set(contexts).size).toBe(contexts.length);
  for (const a of contexts) for (const b of contexts) expect(a !== b && `${b}\0`.startsWith(`${a}\0`)).toBe(false);
});

describe('is refused', () => {
  const pair = nacl.sign.keyPair.fromSeed(new Uint8Array(32).fill(5));
  const message = Uint8Array.of(1, 2, 3);
  const signature = nacl.sign.detached(message, pair.secretKey);

  test('a signature with s + L, which tweetnacl takes', () => {
    const order = 2n ** 252n + 27742317777372353535851937790883648493n;
    const malleated = signature.slice();
    let s = order;
    for (let i = 0; i < 32; i += 1) s += BigInt(signature[32 + i]!) << BigInt(8 * i);
    for (let i = 0; i < 32; i += 1) malleated[32 + i] = Number((s >> BigInt(8 * i)) & 0xffn);
    expect(nacl.sign.detached.verify(message, malleated, pair.publicKey)).toBe(true);
    expect(verifyEd25519(pair.publicKey, message, malleated)).toBe(false);
  });

  test('any flipped bit of key, message or signature', () => {
    const flipped = fc.tuple(fc.constantFrom('key', 'message', 'signature'), fc.nat(), fc.nat({ max: 7 }));
    fc.assert(
      fc.property(flipped, ([which, at, bit]) => {
        const parts = { key: pair.publicKey.slice(), message: message.slice(), signature: signature.slice() };
        const part = parts[which];
        part[at % part.length] = part[at % part.length]! ^ (1 << bit);
        expect(verifyEd25519(parts.key, parts.message, parts.signature)).toBe(false);
      }),
    );
  });

  test('a key of small order, under which one signature would fit many messages', () => {
    const points = [
      '00'.repeat(32),
      `00${'00'.repeat(30)}80`,
      `01${'00'.repeat(31)}`,
      `01${'00'.repeat(30)}80`,
      '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
      '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85',
      'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
      'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa',
      `ec${'ff'.repeat(30)}7f`,
      `ec${'ff'.repeat(31)}`,
      `ed${'ff'.repeat(30)}7f`,
      `ed${'ff'.repeat(31)}`,
      `ee${'ff'.repeat(30)}7f`,
      `ee${'ff'.repeat(31)}`,
    ];
    // R = identity, s = 0: fits every message under the identity as key.
    const universal = Uint8Array.of(1, ...new Uint8Array(63));
    for (const point of points) {
      expect(isEd25519Key(hex(point))).toBe(false);
      expect(verifyEd25519(hex(point), message, universal)).toBe(false);
    }
    expect(isEd25519Key(pair.publicKey)).toBe(true);
  });

  test.each([0, 31, 33])('a key of %i bytes', (length) => {
    expect(verifyEd25519(new Uint8Array(length), message, signature)).toBe(false);
    expect(isEd25519Key(new Uint8Array(length).fill(9))).toBe(false);
    expect(() => serverSigner(new Uint8Array(length))).toThrow('key-invalid');
  });

  test.each([0, 63, 65])('a signature of %i bytes', (length) => {
    expect(verifyEd25519(pair.publicKey, message, new Uint8Array(length))).toBe(false);
  });

  test('a payload beyond the bound, to sign and to verify', () => {
    const payload = new Uint8Array(MAX_STATEMENT_BYTES + 1);
    expect(() => signIdentity(CONTEXT.login, payload, pair.secretKey)).toThrow('too-large');
    const signed = { payload, signature: nacl.sign.detached(signatureInput(CONTEXT.login, payload), pair.secretKey) };
    expect(verifySigned(CONTEXT.login, signed, pair.publicKey)).toBe(false);
  });
});

test('more keys than are cached verify all the same', () => {
  const message = Uint8Array.of(9);
  const pairs = Array.from({ length: 600 }, (_, i) => {
    const signer = serverSigner(Uint8Array.from({ length: 32 }, (_, at) => (at === 0 ? i & 0xff : i >> 8)));
    return { signer, signed: signer.sign(CONTEXT.depositReceipt, message) };
  });
  for (const { signer, signed } of [...pairs, ...pairs.slice(0, 50)]) {
    expect(verifySigned(CONTEXT.depositReceipt, signed, signer.publicKey)).toBe(true);
    expect(verifySigned(CONTEXT.depositReceipt, signed, pairs[7]!.signer.publicKey)).toBe(signer === pairs[7]!.signer);
  }
});
