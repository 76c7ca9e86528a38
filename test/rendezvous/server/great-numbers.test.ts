/**
 * 64-bit numbers that a client chooses: what the server keeps and tells of them is what came. The codecs' own library writes some of
 * them wrong (shared/wire/uint64.ts), so that all kinds are tried.
 */
import { expect, test } from 'vitest';
import { signIdentity } from '../../../shared/crypto/signatures.ts';
import { MiyuError } from '../../../shared/errors.ts';
import { concatBytes } from '../../../shared/ids.ts';
import { decodeMessage, encodeRefusal } from '../../../shared/net/messages.ts';
import { CONTEXT, type SignatureContext } from '../../../shared/wire/contexts.ts';
import { DeviceCertificate, MailboxGrant, type Signed } from '../../../shared/wire/generated/identity.js';
import { GUEST_LIFETIME_MS } from '../../../rendezvous/limits.ts';
import { RawPerson } from '../../support/raw-client.ts';
import { movableClock, startTestServer } from '../../support/rendezvous.ts';
import { refusal } from '../../support/refusals.ts';

const NUMBERS = [
  ...[0x7fff_ffffn, 0x8000_0000n, 3_000_000_000n, 0xffff_ffffn],
  ...[0x1_0000_0000n, 0x1_8000_0000n, (1n << 53n) - 1n],
];

/** Field numbers (shared/wire/identity.proto). */
const SERIAL = 5;
const EPOCH = 4;

/** A varint field, made by hand: our own encoder is what is in question. */
function varintField(field: number, value: bigint): Uint8Array {
  const bytes = [field << 3];
  let rest = value;
  for (; rest > 0x7fn; rest >>= 7n) bytes.push(Number(rest & 0x7fn) | 0x80);
  bytes.push(Number(rest));
  return Uint8Array.from(bytes);
}

/** The statement with another number in one field: of a field that comes twice, the last counts. */
function withNumber(
  person: RawPerson,
  context: SignatureContext,
  signed: Signed,
  field: number,
  value: bigint,
): Signed {
  const payload = concatBytes(signed.payload, varintField(field, value));
  return signIdentity(context, payload, person.identity.signing.secretKey);
}

async function keepsSerial(serial: bigint): Promise<void> {
  const { server } = await startTestServer();
  const owner = new RawPerson('owner');
  const friend = new RawPerson('friend');
  const home = await owner.register(server);
  const guest = await friend.introduce(server);
  const grant = withNumber(owner, CONTEXT.mailboxGrant, owner.grant(friend.account), SERIAL, serial);
  expect(MailboxGrant.decode(grant.payload).serial).toBe(serial);
  await home.ask('putGrant', { grant });
  const revocation = owner.revocation(friend.account, 7n);
  expect(await refusal(home.ask('revokeGrant', { revocation }), 'grant-invalid')).toMatchObject({
    field: 'serial',
    detail: Number(serial),
  });
  await guest.ask('deposit', { owner: owner.account, envelope: owner.envelope() });
}
test.each(NUMBERS)('a grant of serial %i stands against a lower one', keepsSerial);

async function keepsEpoch(epoch: bigint): Promise<void> {
  const clock = movableClock();
  const { server } = await startTestServer({}, { clock });
  const guest = new RawPerson('guest');
  const connection = await guest.greet(server);
  const certificate = withNumber(guest, CONTEXT.deviceCertificate, guest.certificate(), EPOCH, epoch);
  expect(DeviceCertificate.decode(certificate.payload).epoch).toBe(epoch);
  await connection.ask('introduce', { statement: guest.statement, certificate });
  expect((await refusal(guest.introduce(server, 7n), 'epoch-conflict')).detail).toBe(Number(epoch));
  // And nobody's row stops the sweep.
  for (const name of ['one', 'two', 'three']) await new RawPerson(name).introduce(server);
  clock.advance(GUEST_LIFETIME_MS + 1);
  await server.sweep();
  expect((await server.status()).guests).toBe(0);
}
test.each(NUMBERS)('a guest of epoch %i is remembered by it, and forgotten in time', keepsEpoch);

function tellsDetail(detail: bigint): void {
  const frame = encodeRefusal(7, 'version-mismatch', new MiyuError('version-mismatch', { detail: Number(detail) }));
  expect(decodeMessage(frame)).toMatchObject({ type: 'refusal', id: 7, error: { detail: Number(detail) } });
}
test.each(NUMBERS)('a refusal’s detail of %i comes as it went', tellsDetail);
