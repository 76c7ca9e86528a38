import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { acceptFirst, decodeEnvelope, isCannotOpen, open, seal, type Session } from '../../../node/core/session.ts';
import { openFriendRequest } from '../../../shared/crypto/friend-request.ts';
import { verifyBundle } from '../../../node/core/prekeys.ts';
import { checkTaken, decodeIntroduction, decodeMeetingRequest } from '../../../node/net/meeting-messages.ts';
import { openBox } from '../../../shared/crypto/box.ts';
import { fingerprint, identityOfSecrets, safetyNumber } from '../../../shared/crypto/identity.ts';
import { nodeKem } from '../../../shared/crypto/kem.ts';
import { pad, unpad } from '../../../shared/crypto/padding.ts';
import { verifySigned } from '../../../shared/crypto/signatures.ts';
import { openCertificate, openIdentityChain } from '../../../shared/crypto/statements.ts';
import { ml_kem768 } from '@noble/post-quantum/ml-kem.js';
import { concatBytes, fromHex, toHex } from '../../../shared/ids.ts';
import { decodeInvite } from '../../../shared/invites.ts';
import type { SignatureContext } from '../../../shared/wire/contexts.ts';
import { Signed } from '../../../shared/wire/generated/identity.js';
import { vectors } from '../../support/vectors.ts';

interface PersonVector {
  readonly signingSeed: string;
  readonly identityKey: string;
  readonly exchangeSecret: string;
  readonly exchangeKey: string;
  readonly account: string;
  readonly device: string;
  readonly statement: string;
  readonly certificate: string;
  readonly fingerprint: string;
}

interface Files {
  ratchet: {
    readonly initiator: PersonVector;
    readonly responder: PersonVector;
    readonly signedPrekeySecret: string;
    readonly oneTimeSecret: string;
    readonly kemSeed: string;
    readonly messages: readonly {
      readonly from: 'a' | 'b';
      readonly text: string;
      readonly envelope: string;
      readonly randomness: readonly string[];
    }[];
  };
  identity: { readonly people: readonly [PersonVector, PersonVector]; readonly safetyNumber: string };
  certificates: {
    readonly statements: readonly {
      readonly name: string;
      readonly context: SignatureContext;
      readonly signedBy: string;
      readonly payload: string;
      readonly signature: string;
    }[];
  };
  box: {
    readonly exchangeSecret: string;
    readonly plaintext: string;
    readonly box: string;
    readonly mustNotOpen: readonly string[];
  };
  invite: {
    readonly link: string;
    readonly name: string;
    readonly account: string;
    readonly addresses: readonly string[];
    readonly mustBeRefused: readonly string[];
    readonly device: string;
    readonly deviceAddresses: readonly string[];
    readonly withDevice: string;
  };
  meet: {
    readonly alice: PersonVector;
    readonly bob: PersonVector;
    readonly hello: string;
    readonly introduction: string;
    readonly ask: string;
    readonly taken: string;
  };
  agreement: object;
  conversation: {
    readonly epoch: number;
    readonly contents: readonly { readonly number: number; readonly messageId: string; readonly sumUpToHere: string }[];
  };
}

const folder = join(import.meta.dirname, '..', '..', 'vectors');
const read = <K extends keyof Files>(name: K): Files[K] =>
  JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Files[K];
const bytes = (hex: string): Uint8Array => fromHex(hex)!;

const personOf = (vector: PersonVector) => {
  const identity = identityOfSecrets(bytes(vector.signingSeed), bytes(vector.exchangeSecret));
  const account = bytes(vector.account);
  return {
    own: { account, identity, certificate: Signed.decode(bytes(vector.certificate)) },
    peer: { account, identityKey: identity.signing.publicKey, exchangeKey: identity.exchange.publicKey },
  };
};

describe('the published vectors', () => {
  const computed = vectors();

  test('are all there', () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
    expect(files.sort()).toEqual(
      Object.keys(computed)
        .map((name) => `${name}.json`)
        .sort(),
    );
  });

  test.each(Object.entries(computed))(
    '%s is what we compute: a change asks for a new protocol version',
    (name, vector) => {
      expect(read(name as keyof Files)).toEqual(vector);
    },
  );
});

describe('from the files alone, with the product’s own KEM', () => {
  test('the responder opens what it gets, and seals its answer byte for byte from the same randomness', () => {
    const { initiator, responder, signedPrekeySecret, oneTimeSecret, kemSeed, messages } = read('ratchet');
    const [alice, bob] = [personOf(initiator), personOf(responder)];
    const kemKey = concatBytes(bytes(kemSeed), ml_kem768.keygen(bytes(kemSeed)).publicKey);
    const prekeys = {
      signedPrekey: () => bytes(signedPrekeySecret),
      oneTime: () => ({ key: bytes(oneTimeSecret), kemKey }),
      lastResort: () => undefined,
    };
    let session: Session | undefined;
    for (const { from, text, envelope, randomness } of messages) {
      if (from === 'b') {
        const draws = randomness.map(bytes);
        const to = { account: alice.own.account, device: bytes(initiator.device), epoch: 1n };
        const sealed = seal(session!, to, pad(Buffer.from(text)), () => draws.shift()!);
        expect(toHex(sealed.envelope)).toBe(envelope);
        session = sealed.session;
        continue;
      }
      const decoded = decodeEnvelope(bytes(envelope));
      const opened =
        session === undefined
          ? acceptFirst(bob.own, alice.peer, decoded, prekeys, { kem: nodeKem, now: 0 })
          : open(session, decoded, 0);
      if (isCannotOpen(opened)) throw new Error(`"${text}" did not open`);
      expect(Buffer.from(unpad(opened.plaintext)!).toString()).toBe(text);
      session = opened.session;
    }
    expect(messages.map(({ text }) => text)).toEqual(['one', 'two', 'three', 'four']);
  });

  test('people are who their statements say', () => {
    const { people, safetyNumber: number } = read('identity');
    for (const vector of people) {
      const { peer } = personOf(vector);
      expect(toHex(peer.identityKey)).toBe(vector.identityKey);
      expect(toHex(peer.exchangeKey)).toBe(vector.exchangeKey);
      expect(fingerprint(peer)).toBe(vector.fingerprint);
      const opened = openIdentityChain([Signed.decode(bytes(vector.statement))]);
      expect(toHex(opened.account)).toBe(vector.account);
      openCertificate(Signed.decode(bytes(vector.certificate)), opened.identityKey, { account: opened.account });
    }
    expect(safetyNumber(personOf(people[0]).peer, personOf(people[1]).peer)).toBe(number);
  });

  test('every statement verifies in its context', () => {
    for (const { context, signedBy, payload, signature } of read('certificates').statements) {
      const signed = { payload: bytes(payload), signature: bytes(signature) };
      expect(verifySigned(context, signed, bytes(signedBy))).toBe(true);
    }
  });

  test('the box opens, the others do not', () => {
    const { exchangeSecret, plaintext, box, mustNotOpen } = read('box');
    expect(toHex(openBox(bytes(box), bytes(exchangeSecret))!)).toBe(plaintext);
    for (const other of mustNotOpen) expect(openBox(bytes(other), bytes(exchangeSecret))).toBeUndefined();
  });

  test('the sums of a conversation are those of the words in PROTOCOL.md', () => {
    const { epoch, contents } = read('conversation');
    let sum = 0n;
    for (const { number, messageId, sumUpToHere } of contents) {
      const place = Buffer.alloc(16);
      place.writeBigUInt64BE(BigInt(epoch));
      place.writeBigUInt64BE(BigInt(number), 8);
      const input = [Buffer.from('miyu/1 conversation-sum\0'), place, bytes(messageId)];
      sum = BigInt.asUintN(256, sum + BigInt(`0x${createHash('sha256').update(Buffer.concat(input)).digest('hex')}`));
      expect(sumUpToHere).toBe(sum.toString(16).padStart(64, '0'));
    }
  });

  test('the link is read, the others are refused', () => {
    const { link, name, account, addresses, mustBeRefused, device, deviceAddresses, withDevice } = read('invite');
    const invite = decodeInvite(link);
    expect(invite).toMatchObject({ name, home: { addresses } });
    expect(toHex(invite.account!)).toBe(account);
    expect(invite.direct).toBeUndefined();
    const { direct } = decodeInvite(withDevice);
    expect([toHex(direct!.device), direct!.addresses]).toEqual([device, deviceAddresses]);
    for (const other of mustBeRefused) expect(() => decodeInvite(other)).toThrow('invite-malformed');
  });

  test('a meeting: who is meant, who is there, and a request that opens with its prekeys', () => {
    const { alice, bob, hello, introduction, ask, taken } = read('meet');
    expect(decodeMeetingRequest(bytes(hello))).toEqual({ type: 'hello', account: bytes(bob.account) });
    const { statements, certificate } = decodeIntroduction(bytes(introduction));
    expect([toHex(openIdentityChain(statements).account), toHex(Signed.encode(certificate))]).toEqual([
      ...[bob.account, bob.certificate],
    ]);
    checkTaken(bytes(taken));
    const asked = decodeMeetingRequest(bytes(ask));
    if (asked.type !== 'ask') throw new Error('no request');
    const { sealed, bundle, oneTime, addresses } = asked.ask;
    expect(addresses).toEqual(['/ip4/192.0.2.20/tcp/40001']);
    const opened = openFriendRequest(sealed, bytes(bob.exchangeSecret), bytes(bob.account));
    expect([toHex(opened.from.account), opened.greeting]).toEqual([alice.account, '你好']);
    expect(toHex(verifyBundle(opened.from, { bundle, oneTime }).device)).toBe(alice.device);
  });
});
