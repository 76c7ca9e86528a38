/** Every decoder that bytes from another machine reach, with valid examples for it. */
import { multiaddr } from '@multiformats/multiaddr';
import * as contentCodec from '../../node/core/content.ts';
import { decodeCard } from '../../node/core/card.ts';
import * as messages from '../../node/core/message-content.ts';
import { decodeEnvelope } from '../../node/core/envelope.ts';
import { readPairwise } from '../../node/core/pairwise-bytes.ts';
import { pictureOf } from '../../node/core/picture.ts';
import { verifyBundle } from '../../node/core/prekeys.ts';
import { decodeKeyFile, decodeUploaded, encodeKeyFile, encodeUploaded } from '../../node/flows/vault-content.ts';
import { readKeyFile } from '../../node/flows/key-file.ts';
import { readNearbyAnswer } from '../../node/flows/nearby.ts';
import { decodeChatMessage } from '../../node/net/chat-link.ts';
import { checkTaken, decodeIntroduction, decodeMeetingRequest } from '../../node/net/meeting-messages.ts';
import { decodeAnswer, decodePush } from '../../node/net/rendezvous-answers.ts';
import { checkEnvelope } from '../../rendezvous/mailbox/policy.ts';
import { decodeRequest } from '../../rendezvous/requests.ts';
import { fromBase32, toBase32 } from '../../shared/crypto/base32.ts';
import { openBox, sealBox } from '../../shared/crypto/box.ts';
import { decodeHome } from '../../shared/crypto/home.ts';
import { identitySecrets } from '../../shared/crypto/identity.ts';
import { pad, unpad } from '../../shared/crypto/padding.ts';
import { openCertificateFile, openPersonCertificate } from '../../shared/crypto/person-certificate.ts';
import { ed25519KeyOfPeerId } from '../../shared/crypto/peer-ids.ts';
import { decodeCertificate, decodeOneTimePrekey } from '../../shared/crypto/statements.ts';
import { decodeVerification, encodeVerification, VERIFICATION_SCHEME } from '../../shared/crypto/verification-code.ts';
import { sha256 } from '../../shared/crypto/hash.ts';
import { toBase64Url } from '../../shared/crypto/base64url.ts';
import { concatBytes } from '../../shared/ids.ts';
import { decodeInvite, INVITE_SCHEME } from '../../shared/invites.ts';
import { checkDhtRecord } from '../../shared/net/dht.ts';
import { FrameSplitter, joinFrames } from '../../shared/net/framing.ts';
import { decodeMessage } from '../../shared/net/messages.ts';
import { readAnswer, readDescription, readSearchAnswer } from '../../shared/net/igd-messages.ts';
import { decodeMdns, encodeAnnouncement, encodeQuestion } from '../../shared/net/mdns.ts';
import { peerIdOfBytes } from '../../shared/net/peers.ts';
import { accountKey, decodeMapEntry } from '../../shared/transparency/map-entries.ts';
import {
  decodeHeadProof,
  decodeLookupProof,
  encodeHeadProof,
  encodeLookupProof,
} from '../../shared/transparency/proof-bytes.ts';
import { Home, Invite, Signed } from '../../shared/wire/generated/identity.js';
import { NearbyAnswer } from '../../shared/wire/generated/nearby.js';
import { CertificateContent, CertificateFile } from '../../shared/wire/generated/person.js';
import { MAX_FRAME_BYTES } from '../../shared/wire/limits.ts';
import { newOwner, TestLog } from '../support/log-world.ts';
import { answerWith, descriptionWith, faultWith, searchAnswer } from '../support/fake-router.ts';
import { PICTURES } from '../support/pictures.ts';
import { conversation } from './sealed-world.ts';
import * as wire from './wire-examples.ts';

export interface Decoder {
  readonly examples: readonly Uint8Array[];
  decode(bytes: Uint8Array): unknown;
}

const { alice, bob, server, examples: statements } = wire.world;
const talk = conversation(wire.random);
const log = new TestLog(wire.random);
const owners = ['one', 'two', 'three'].map((name) => newOwner(name, wire.random).state);
log.append(owners.map((after) => ({ before: undefined, after })));
const lookup = log.lookup(accountKey(log.server, owners[0]!.account), 0, 1_700_000_000_000);
const all = (list: readonly (readonly [unknown, Uint8Array])[]): Uint8Array[] => list.map(([, bytes]) => bytes);
const invite = Invite.encode({
  version: 1,
  home: Home.decode(wire.home),
  account: alice.account,
  name: 'Alice',
  token: wire.random(16),
});
const directInvite = Invite.encode({
  ...{ version: 1, home: Home.decode(wire.home), account: alice.account, name: 'Alice', token: new Uint8Array(0) },
  ...{ device: alice.device, addresses: [multiaddr('/ip4/192.168.1.20/tcp/40001').bytes] },
});
const inviteLink = (bytes: Uint8Array): string =>
  INVITE_SCHEME + toBase64Url(concatBytes(bytes, sha256(bytes).subarray(0, 4)));
export const keyFile = encodeKeyFile({
  identity: identitySecrets(alice.identity),
  account: alice.account,
  name: 'Alice',
  statement: Signed.encode(alice.statement),
  home: wire.home,
  friends: [],
  epoch: 1n,
  later: [],
  personal: {
    ...{ email: 'alice@example.org', pictureLeftOut: true, settings: new TextEncoder().encode('{"theme":"dark"}') },
    ...{ card: wire.random(20), heads: [Signed.encode(alice.statement)] },
  },
});

const ROUTER = new URL('http://192.168.1.1:5000/rootDesc.xml');
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const party = { account: alice.account, keyHash: wire.random(32) };
const VERIFICATION = encodeVerification({ shower: party, other: party, head: undefined });

const decoders: Record<string, Decoder> = {
  FrameSplitter: {
    examples: [joinFrames(wire.frames)],
    decode: (bytes) => new FrameSplitter(MAX_FRAME_BYTES).feed(bytes, () => true),
  },
  decodeMessage: { examples: wire.frames, decode: decodeMessage },
  decodeRequest: { examples: all(wire.requests), decode: decodeRequest },
  decodePush: { examples: all(wire.pushes), decode: decodePush },
  decodeChatMessage: { examples: all(wire.chatMessages), decode: decodeChatMessage },
  decodeMdns: {
    examples: [
      encodeAnnouncement({
        peer: peerIdOfBytes(alice.device).toString(),
        kind: 'peer',
        addresses: ['/ip4/10.0.0.1/tcp/1'],
      }),
      encodeQuestion([peerIdOfBytes(alice.device).toString()]),
    ],
    decode: decodeMdns,
  },
  readSearchAnswer: {
    examples: [utf8(searchAnswer(ROUTER.href))],
    decode: (bytes) => readSearchAnswer(bytes, ROUTER.hostname),
  },
  readDescription: {
    examples: [utf8(descriptionWith('urn:schemas-upnp-org:service:WANIPConnection:1', '/control'))],
    decode: (bytes) => readDescription(Buffer.from(bytes).toString(), ROUTER),
  },
  readAnswer: {
    examples: [utf8(answerWith('AddPortMapping', '')), utf8(faultWith(718))],
    decode: (bytes) => readAnswer('AddPortMapping', Buffer.from(bytes).toString()),
  },
  readNearbyAnswer: {
    examples: [
      NearbyAnswer.encode({
        ...{ version: 1, statements: [alice.statement], home: Home.decode(wire.home) },
        certificate: statements['deviceCertificate']!.signed,
      }),
    ],
    decode: (bytes) => readNearbyAnswer(bytes, alice.device),
  },
  decodeEnvelope: { examples: [wire.pairwiseEnvelope], decode: decodeEnvelope },
  readPairwise: { examples: [wire.pairwiseEnvelope], decode: readPairwise },
  checkEnvelope: { examples: [wire.pairwiseEnvelope], decode: (bytes) => checkEnvelope(bytes, alice.account) },
  decodeContent: { examples: [wire.wholeContent], decode: contentCodec.decodeContent },
  decodeText: { examples: [wire.contents.text], decode: contentCodec.decodeText },
  decodeStyledText: { examples: [wire.contents.text, wire.contents.styledText], decode: messages.decodeStyledText },
  decodeReaction: { examples: [wire.contents.reaction], decode: messages.decodeReaction },
  decodeEdit: { examples: [wire.contents.edit], decode: messages.decodeEdit },
  decodeDelete: { examples: [wire.contents.delete], decode: messages.decodeDelete },
  decodeReceipt: { examples: [wire.contents.receipt], decode: contentCodec.decodeReceipt },
  decodeResend: { examples: [wire.contents.resend], decode: contentCodec.decodeResend },
  decodeTyping: { examples: [wire.contents.typing], decode: contentCodec.decodeTyping },
  decodeStand: { examples: [wire.contents.stand], decode: contentCodec.decodeStand },
  decodeFriendAccept: { examples: [wire.contents.friendAccept], decode: contentCodec.decodeFriendAccept },
  decodeDeviceAnnounce: { examples: [wire.contents.deviceAnnounce], decode: contentCodec.decodeDeviceAnnounce },
  decodeAddressKey: { examples: [wire.contents.addressKey], decode: contentCodec.decodeAddressKey },
  decodeCard: { examples: [wire.contents.profile], decode: decodeCard },
  takeCertificate: {
    examples: [wire.contents.certificate],
    decode: (body) => {
      const { certificate } = contentCodec.guarded(() => CertificateContent.decode(body));
      const signed = contentCodec.guarded(() => Signed.decode(certificate));
      return openPersonCertificate(signed, alice.peer.identityKey);
    },
  },
  openCertificateFile: {
    examples: [
      CertificateFile.encode({
        certificate: Signed.encode(statements['personCertificate']!.signed),
        statements: [Signed.encode(alice.statement)],
      }),
    ],
    decode: (bytes) =>
      openCertificateFile(
        `-----BEGIN MIYU CERTIFICATE-----\n${Buffer.from(bytes).toString('base64')}\n-----END MIYU CERTIFICATE-----\n`,
      ),
  },
  pictureOf: { examples: Object.values(PICTURES), decode: pictureOf },
  acceptFirst: { examples: [talk.first], decode: talk.accept },
  open: { examples: [talk.reply], decode: talk.read },
  unpad: { examples: [pad(wire.wholeContent)], decode: unpad },
  decodeHome: { examples: [wire.home], decode: decodeHome },
  decodeOneTimePrekey: { examples: [wire.oneTimePrekey], decode: decodeOneTimePrekey },
  decodeCertificate: {
    examples: [alice.certificate.payload],
    decode: (payload) => decodeCertificate({ payload, signature: alice.certificate.signature }),
  },
  verifyBundle: {
    examples: [wire.oneTimePrekey],
    decode: (oneTime) => verifyBundle(alice.peer, { bundle: statements['prekeyBundle']!.signed, oneTime }),
  },
  openBox: {
    examples: [sealBox(wire.random(100), bob.peer.exchangeKey, wire.random)],
    decode: (bytes) => openBox(bytes, bob.identity.exchange.secretKey),
  },
  decodeVerification: {
    examples: [fromBase32(VERIFICATION.slice(VERIFICATION_SCHEME.length))!],
    decode: (bytes) => decodeVerification(VERIFICATION_SCHEME + toBase32(bytes)),
  },
  decodeMeetingRequest: { examples: [wire.meetings.hello, wire.meetings.ask], decode: decodeMeetingRequest },
  decodeIntroduction: { examples: [wire.meetings.introduction], decode: decodeIntroduction },
  checkTaken: { examples: [wire.meetings.taken], decode: checkTaken },
  decodeInvite: { examples: [invite, directInvite], decode: (bytes) => decodeInvite(inviteLink(bytes)) },
  decodeKeyFile: { examples: [keyFile], decode: decodeKeyFile },
  decodeUploaded: {
    examples: [encodeUploaded({ content: decodeKeyFile(keyFile), server, number: 1n, treeHead: new Uint8Array(0) })],
    decode: decodeUploaded,
  },
  decodeHeadProof: { examples: [encodeHeadProof(lookup)], decode: decodeHeadProof },
  decodeLookupProof: { examples: [encodeLookupProof(lookup)], decode: decodeLookupProof },
  decodeMapEntry: { examples: [lookup.value!], decode: decodeMapEntry },
  readKeyFile: { examples: [keyFile], decode: readKeyFile },
  peerIdOfBytes: { examples: [server], decode: peerIdOfBytes },
  ed25519KeyOfPeerId: { examples: [server], decode: ed25519KeyOfPeerId },
  checkDhtRecord: {
    examples: [Buffer.from(`/miyu-address/${'0'.repeat(64)}`)],
    decode: (bytes) => checkDhtRecord(bytes, bytes),
  },
};
for (const [name, bytes] of wire.answers) {
  decoders[`decodeAnswer ${name}`] = { examples: [bytes], decode: (body) => decodeAnswer(name, body) };
}
// Signed things: what is spoiled is the whole Signed, and the payload alone under a signature that is right for it.
for (const [name, example] of Object.entries(statements)) {
  decoders[`open ${name}`] = {
    examples: [Signed.encode(example.signed)],
    decode: (bytes) => {
      let signed: Signed;
      try {
        signed = Signed.decode(bytes);
      } catch {
        // Decoded with the message around it, by the decoders above.
        return undefined;
      }
      return example.open(signed);
    },
  };
}

/** By the decoder's name, and what it decodes where that is many things. */
export const table: Readonly<Record<string, Decoder>> = decoders;
