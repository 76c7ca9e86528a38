/**
 * Our own vectors, computed from fixed randomness (test/support/determinism.ts): what test/vectors/*.json must contain. Each
 * file holds inputs and results in hex, and what an implementation must refuse.
 *
 *   node test/vectors/write.ts   writes them; a changed vector asks for a new protocol version
 */
import { NO_TOTAL, withContent } from '../../node/core/conversation-sum.ts';
import { initiate, respond } from '../../node/core/agreement.ts';
import { createPrekeys, makeBundle } from '../../node/core/prekeys.ts';
import { prekeysOf, aPerson, type TestPerson } from './identities.ts';
import { sealStep } from '../../node/core/ratchet.ts';
import { acceptFirst, decodeEnvelope, isCannotOpen, open, openSessionTo, seal } from '../../node/core/session.ts';
import { sealBox } from '../../shared/crypto/box.ts';
import { sealFriendRequest } from '../../shared/crypto/friend-request.ts';
import { sha256, utf8 } from '../../shared/crypto/hash.ts';
import { createIdentity, fingerprint, safetyNumber } from '../../shared/crypto/identity.ts';
import { pad, unpad } from '../../shared/crypto/padding.ts';
import type { Random } from '../../shared/crypto/random.ts';
import { signatureInput } from '../../shared/crypto/signatures.ts';
import { loginProof, loginProofInput, makeGrant } from '../../shared/crypto/statements.ts';
import { MiyuError } from '../../shared/errors.ts';
import { toHex } from '../../shared/ids.ts';
import { encodeInvite } from '../../shared/invites.ts';
import { encodeAsk, encodeHello, encodeIntroduction, encodeTaken } from '../../node/net/meeting-messages.ts';
import { encodeRefusal } from '../../shared/net/messages.ts';
import { encodeEvidence, relateHeads } from '../../shared/transparency/evidence.ts';
import { accountKey, nameKey } from '../../shared/transparency/map-entries.ts';
import { encodeHeadProof, encodeLookupProof } from '../../shared/transparency/proof-bytes.ts';
import { openTreeHead } from '../../shared/transparency/tree-head.ts';
import { consistencyRanges } from '../../shared/transparency/tree-ranges.ts';
import { readRanges } from '../../shared/transparency/tree-tiles.ts';
import { Signed } from '../../shared/wire/generated/identity.js';
import { seededKem, seededRandom } from './determinism.ts';
import { changeOwner, newOwner, TestLog } from './log-world.ts';
import { personVectors, verificationVectors } from './person-vectors.ts';
import { statementWorld } from './statements.ts';

export type Vector = {
  readonly [name: string]: string | number | boolean | Vector | readonly Vector[] | readonly string[];
};

const NOW = 1_700_000_000_000;

const secretsOf = ({ identity, device, epoch, account, statement, certificate }: TestPerson): Vector => ({
  signingSeed: toHex(identity.signing.secretKey.subarray(0, 32)),
  identityKey: toHex(identity.signing.publicKey),
  exchangeSecret: toHex(identity.exchange.secretKey),
  exchangeKey: toHex(identity.exchange.publicKey),
  account: toHex(account),
  device: toHex(device),
  epoch: Number(epoch),
  statement: toHex(Signed.encode(statement)),
  certificate: toHex(Signed.encode(certificate)),
});

/** Every draw in the order in which it was asked for. */
function recorded(random: Random): { readonly random: Random; take(): readonly string[] } {
  let draws: string[] = [];
  return {
    random: (length) => {
      const draw = random(length);
      draws.push(toHex(draw));
      return draw;
    },
    take: () => {
      const taken = draws;
      draws = [];
      return taken;
    },
  };
}

function agreementVectors(): Vector {
  const random = seededRandom('vectors: agreement');
  const [alice, bob] = [aPerson('Alice', random), aPerson('Bob', random)];
  const cases = [1, 0].map((oneTimeCount): Vector => {
    const draws = recorded(random);
    const kem = seededKem(draws.random);
    const prekeys = prekeysOf(bob, random, seededKem(random), oneTimeCount);
    const bundle = prekeys.fetch();
    const { agreement, header } = initiate(alice.own, bob.peer, bundle, { random: draws.random, kem });
    const responded = respond(bob.own, alice.peer, header, prekeys.secrets, kem);
    if (responded === undefined) throw new Error('the responder found no prekey');
    const { set } = prekeys;
    return {
      signedPrekeyId: set.signedPrekey.id,
      signedPrekeySecret: toHex(set.signedPrekey.secretKey),
      lastResortId: header.lastResortId,
      oneTimeId: header.oneTimeId,
      oneTimeSecret: set.oneTime[0] === undefined ? '' : toHex(set.oneTime[0].key),
      kemSeed: toHex((set.oneTime[0]?.kemKey ?? set.lastResort.secretKey).subarray(0, 64)),
      baseSecretThenKemMessage: draws.take(),
      baseKey: toHex(header.baseKey),
      kemCiphertextSha256: toHex(sha256(header.kemCiphertext)),
      rootKey: toHex(agreement.rootKey),
      sessionId: toHex(agreement.sessionId),
      associatedDataSha256: toHex(agreement.associated),
      responderGetsTheSame: toHex(responded.agreement.rootKey) === toHex(agreement.rootKey),
    };
  });
  return { initiator: secretsOf(alice), responder: secretsOf(bob), cases };
}

function ratchetVectors(): Vector {
  const random = seededRandom('vectors: ratchet');
  const kem = seededKem(random);
  const [alice, bob] = [aPerson('Alice', random), aPerson('Bob', random)];
  const prekeys = prekeysOf(bob, random, kem, 1);
  const draws = recorded(random);
  let a = openSessionTo(alice.own, bob.peer, prekeys.fetch(), { random: draws.random, kem });
  draws.take();
  let b: typeof a | undefined;
  const messages: Vector[] = [];
  for (const [from, text] of [
    ['a', 'one'],
    ['a', 'two'],
    ['b', 'three'],
    ['a', 'four'],
  ] as const) {
    const [session, to] = from === 'a' ? [a, bob] : [b!, alice];
    // A chain that begins with this message gets its key from randomness: only one that is there can be looked at before.
    const began = session.ratchet.sending !== undefined;
    const messageKey = began ? toHex(sealStep(session.ratchet, random).messageKey) : '';
    const sealed = seal(session, to, pad(utf8(text)), draws.random);
    const envelope = decodeEnvelope(sealed.envelope);
    const receiver = from === 'a' ? b : a;
    const opened =
      receiver === undefined
        ? acceptFirst(bob.own, alice.peer, envelope, prekeys.secrets, { kem, now: NOW })
        : open(receiver, envelope, NOW);
    if (isCannotOpen(opened)) throw new Error(`"${text}" did not open`);
    if (from === 'a') [a, b] = [sealed.session, opened.session];
    else [a, b] = [opened.session, sealed.session];
    messages.push({
      from,
      text,
      opened: Buffer.from(unpad(opened.plaintext)!).toString(),
      // A new ratchet key first, where a chain begins; then the nonce.
      randomness: draws.take(),
      messageKey,
      kind: envelope.kind,
      session: toHex(envelope.message.session),
      ratchetKey: toHex(envelope.message.ratchetKey),
      previousLength: envelope.message.previousLength,
      number: envelope.message.number,
      rootKeyAfter: toHex(opened.session.ratchet.rootKey),
      envelope: toHex(sealed.envelope),
      envelopeId: toHex(sealed.envelopeId),
    });
  }
  return {
    initiator: secretsOf(alice),
    responder: secretsOf(bob),
    signedPrekeySecret: toHex(prekeys.set.signedPrekey.secretKey),
    oneTimeSecret: toHex(prekeys.set.oneTime[0]!.key),
    kemSeed: toHex(prekeys.set.oneTime[0]!.kemKey.subarray(0, 64)),
    messages,
  };
}

function identityVectors(): Vector {
  const random = seededRandom('vectors: identity');
  const [alice, bob] = [aPerson('Alice', random), aPerson('小明', random)];
  return {
    people: [alice, bob].map((it) => ({
      ...secretsOf(it),
      fingerprint: fingerprint(it.peer),
    })),
    safetyNumber: safetyNumber(alice.peer, bob.peer),
  };
}

function certificateVectors(): Vector {
  const random = seededRandom('vectors: statements');
  const { alice, bob, server, examples } = statementWorld(random, seededKem(random));
  const claim = {
    server,
    device: alice.device,
    serverNonce: new Uint8Array(32).fill(1),
    clientNonce: new Uint8Array(32).fill(2),
    epoch: 3n,
  };
  return {
    signer: secretsOf(alice),
    other: secretsOf(bob),
    server: toHex(server),
    statements: Object.entries(examples).map(([name, { context, signed, signer }]) => ({
      name,
      context,
      signedBy: toHex(signer),
      payload: toHex(signed.payload),
      signature: toHex(signed.signature),
      signedBytesSha256: toHex(sha256(signatureInput(context, signed.payload))),
    })),
    login: {
      serverNonce: toHex(claim.serverNonce),
      clientNonce: toHex(claim.clientNonce),
      epoch: 3,
      signedBytes: toHex(loginProofInput(claim)),
      proof: toHex(loginProof(alice.identity, claim)),
    },
  };
}

function conversationVectors(): Vector {
  const random = seededRandom('vectors: conversation');
  const contents = [1n, 2n, 7n].map((number) => ({ number, messageId: random(16) }));
  let total = NO_TOTAL;
  const sums = contents.map((content) => {
    total = withContent(total, 3n, content);
    return toHex(total.digest);
  });
  return {
    epoch: 3,
    contents: contents.map(({ number, messageId }, i) => ({
      number: Number(number),
      messageId: toHex(messageId),
      sumUpToHere: sums[i]!,
    })),
  };
}

function boxVectors(): Vector {
  const random = seededRandom('vectors: box');
  const recipient = aPerson('Bob', random);
  const draws = recorded(random);
  const plaintext = utf8('a greeting');
  const box = sealBox(plaintext, recipient.peer.exchangeKey, draws.random);
  const another = box.slice();
  another[0] = 2;
  return {
    exchangeSecret: toHex(recipient.identity.exchange.secretKey),
    exchangeKey: toHex(recipient.peer.exchangeKey),
    ephemeralSecretThenNonce: draws.take(),
    plaintext: toHex(plaintext),
    box: toHex(box),
    mustNotOpen: [toHex(another), toHex(box.subarray(0, -1)), toHex(Uint8Array.of(...box, 0))],
  };
}

/** What A and B say to each other in section 8.1; the box inside is a box of `box`. */
function meetVectors(): Vector {
  const { random } = recorded(seededRandom('vectors: meet'));
  const [alice, bob] = [aPerson('Alice', random), aPerson('Bob', random)];
  const { bundle, oneTime } = makeBundle(
    alice.identity,
    alice,
    createPrekeys(random, seededKem(random), 1, 1),
    BigInt(NOW),
  );
  const sealed = sealFriendRequest(
    alice.identity,
    {
      ...{ to: bob.account, statement: alice.statement, certificate: alice.certificate },
      home: { server: aPerson('server', random).device, addresses: ['/ip4/192.0.2.7/tcp/4001'] },
      grant: makeGrant(alice.identity, { owner: alice.account, depositor: bob.account, scope: 1, serial: 1n }),
      ...{ greeting: '你好', sentAt: BigInt(NOW) },
    },
    bob.peer.exchangeKey,
    random,
  );
  const ask = { sealed, bundle, oneTime: oneTime[0]!, addresses: ['/ip4/192.0.2.20/tcp/40001'] };
  return {
    alice: secretsOf(alice),
    bob: secretsOf(bob),
    hello: toHex(encodeHello(bob.account)),
    introduction: toHex(encodeIntroduction({ statements: [bob.statement], certificate: bob.certificate })),
    ask: toHex(encodeAsk(ask)),
    taken: toHex(encodeTaken()),
  };
}

function inviteVectors(): Vector {
  const random = seededRandom('vectors: invite');
  const [alice, { device: server }] = [aPerson('Alice', random), aPerson('server', random)];
  const direct = { device: alice.device, addresses: ['/ip4/192.0.2.20/tcp/40001', '/ip6/2001:db8::20/tcp/40001'] };
  const addresses = ['/ip4/192.0.2.7/tcp/4001', '/dns4/miyu.example/tcp/443'];
  const token = new Uint8Array(16).fill(9);
  const full = encodeInvite({ home: { server, addresses }, account: alice.account, name: '小红', token });
  return {
    server: toHex(server),
    addresses,
    account: toHex(alice.account),
    name: '小红',
    token: toHex(token),
    link: full,
    device: toHex(direct.device),
    deviceAddresses: direct.addresses,
    withDevice: encodeInvite({
      ...{ home: { server, addresses }, account: alice.account, name: '小红', token: undefined },
      direct,
    }),
    serverAlone: encodeInvite({ home: { server, addresses }, account: undefined, name: '', token: undefined }),
    mustBeRefused: [
      full.slice(0, -1),
      full.replace('miyu://invite/', 'miyu://invite/A'),
      full.replace('miyu:', 'http:'),
    ],
  };
}

function transparencyVectors(): Vector {
  const random = seededRandom('vectors: transparency');
  const log = new TestLog(random);
  const owner = newOwner('Alice', random);
  const person = owner.state.account;
  const first = log.head(0, NOW);
  log.append([{ before: undefined, after: owner.state }]);
  const second = log.head(1, NOW + 1);
  const other = log.fork();
  const device = changeOwner(owner, { kind: 'device', device: aPerson('Bob', random).device, epoch: 1n }, random);
  const keys = changeOwner(owner, { kind: 'keys', next: createIdentity(random) }, random);
  const renamed = changeOwner(owner, { kind: 'name', name: '爱丽丝' }, random);
  log.append([device, keys, renamed]);
  other.append([keys]);
  const third = log.head(3, NOW + 2);
  const conflict = relateHeads(
    openTreeHead(other.sign(NOW + 2), log.server),
    openTreeHead(third.head, log.server),
    log.rows.read(readRanges(consistencyRanges(other.state.tip.size, log.state.tip.size))),
  );
  if (typeof conflict === 'string') throw new Error(conflict);
  const lookup = (key: Uint8Array): Vector => ({
    key: toHex(key),
    proof: toHex(encodeLookupProof(log.lookup(key, 3, NOW + 2))),
  });
  const refused = (code: 'name-held' | 'unknown-account', key: Uint8Array): Vector => {
    const proof = encodeLookupProof(log.lookup(key, 3, NOW + 2));
    return { key: toHex(key), frame: toHex(encodeRefusal(7, code, new MiyuError(code, { field: 'name', proof }))) };
  };
  return {
    server: toHex(log.server),
    account: toHex(person),
    statements: owner.statements.map((signed) => toHex(Signed.encode(signed))),
    // The new log; Alice; device, keys and name of hers in one batch. Each proves the one before.
    heads: [first, second, third].map((head) => toHex(encodeHeadProof(head))),
    lookups: {
      account: lookup(accountKey(log.server, person)),
      name: lookup(nameKey(log.server, '爱丽丝')),
      formerName: lookup(nameKey(log.server, 'alice')),
      nobody: lookup(nameKey(log.server, 'nobody')),
    },
    // Frames in which a look-up is refused, with their proof.
    refusals: {
      formerName: refused('name-held', nameKey(log.server, 'alice')),
      nobody: refused('unknown-account', nameKey(log.server, 'nobody')),
    },
    evidence: { contradiction: conflict.contradiction, bytes: toHex(encodeEvidence(conflict)) },
  };
}

/** File name without `.json` → content. */
export const vectors = (): Readonly<Record<string, Vector>> => ({
  agreement: agreementVectors(),
  ratchet: ratchetVectors(),
  identity: identityVectors(),
  certificates: certificateVectors(),
  box: boxVectors(),
  conversation: conversationVectors(),
  invite: inviteVectors(),
  meet: meetVectors(),
  verification: verificationVectors(),
  person: personVectors(),
  transparency: transparencyVectors(),
});
