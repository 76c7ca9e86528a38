import { expect, test } from 'vitest';
import { accountIdOf } from '../../../shared/crypto/identity.ts';
import { u64 } from '../../../shared/crypto/layout.ts';
import { systemRandom } from '../../../shared/crypto/random.ts';
import { signIdentity } from '../../../shared/crypto/signatures.ts';
import { makeCertificate } from '../../../shared/crypto/statements.ts';
import { concatBytes } from '../../../shared/ids.ts';
import { CONTEXT, type SignatureContext } from '../../../shared/wire/contexts.ts';
import {
  AddressRecord,
  DeviceCertificate,
  GrantRevocation,
  IdentityStatement,
  MailboxGrant,
  PrekeyBundle,
  type Signed,
} from '../../../shared/wire/generated/identity.js';
import { WIRE_VERSION } from '../../../shared/wire/protocols.ts';
import { RawPerson, type RawConnection } from '../../support/raw-client.ts';
import { startTestServer } from '../../support/rendezvous.ts';
import { refusal } from '../../support/refusals.ts';

/** Before ours, after it, and far from it; of still greater ones see great-numbers.test.ts. */
const OTHERS = [0, WIRE_VERSION + 1, 0x7fff_ffff];

interface Codec<T> {
  decode(bytes: Uint8Array): T;
  encode(value: Partial<T>): Uint8Array;
}

/** The same statement in another version, signed like the first. */
const inVersion = <T extends { version: number }>(
  version: number,
  codec: Codec<T>,
  context: SignatureContext,
  person: RawPerson,
  signed: Signed,
): Signed =>
  signIdentity(context, codec.encode({ ...codec.decode(signed.payload), version }), person.identity.signing.secretKey);

const certificateIn = (version: number, person: RawPerson, certificate = person.certificate()): Signed =>
  inVersion(version, DeviceCertificate, CONTEXT.deviceCertificate, person, certificate);

/** An identity statement of this version, and a certificate of ours for the account that it makes. */
function introductionIn(version: number, person: RawPerson): { statement: Signed; certificate: Signed } {
  const statement = inVersion(version, IdentityStatement, CONTEXT.identityStatement, person, person.statement);
  const account = accountIdOf(statement.payload);
  return { statement, certificate: makeCertificate(person.identity, account, person.device.id, 1n) };
}

/** The proof of epoch 1 in this context, for a fresh challenge. */
async function proofIn(
  context: string,
  person: RawPerson,
  connection: RawConnection,
): Promise<{ clientNonce: Uint8Array; proof: Uint8Array }> {
  const { nonce } = await connection.ask('challenge', {});
  const clientNonce = systemRandom(32);
  const payload = concatBytes(connection.target.server, person.device.id, nonce, clientNonce, u64(1n));
  const { signature } = signIdentity(context as SignatureContext, payload, person.identity.signing.secretKey);
  return { clientNonce, proof: signature };
}

test.each(OTHERS)(
  'a registration in version %i is refused, and ours passes on the same connection',
  async (version) => {
    const { server } = await startTestServer();
    const person = new RawPerson('person');
    const home = await person.greet(server);
    const register = async (changed: { statement?: Signed; certificate?: Signed }): Promise<unknown> =>
      home.ask('register', {
        statement: person.statement,
        certificate: person.certificate(),
        ...(await person.prove(home, 1n)),
        ...changed,
      });
    await refusal(register(introductionIn(version, person)), 'version-mismatch');
    await refusal(register({ certificate: certificateIn(version, person) }), 'version-mismatch');
    // What somebody else has signed is no certificate of whatever version.
    const forged = { ...certificateIn(version, person), signature: person.certificate().signature };
    await refusal(register({ certificate: forged }), 'certificate-invalid');
    await refusal(home.ask('listFriendRequests', {}), 'not-signed-in');
    expect(await server.status()).toMatchObject({ accounts: 0, signedIn: 0 });
    expect(await register({})).toEqual({ account: person.account });
  },
);

test.each(OTHERS)('a login with a certificate in version %i is refused, and changes no epoch', async (version) => {
  const { server } = await startTestServer();
  const person = new RawPerson('person');
  await (await person.register(server)).close();
  const home = await person.greet(server);
  const login = async (epoch: bigint, certificate: Signed): Promise<unknown> =>
    home.ask('login', { account: person.account, certificate, ...(await person.prove(home, epoch)) });
  for (const epoch of [1n, 2n]) {
    const certificate = certificateIn(version, person, person.certificate(epoch));
    await refusal(login(epoch, certificate), 'version-mismatch');
    const forged = { ...certificate, signature: person.certificate(epoch).signature };
    await refusal(login(epoch, forged), 'certificate-invalid');
  }
  await refusal(home.ask('listFriendRequests', {}), 'not-signed-in');
  expect(await login(1n, person.certificate(1n))).toBeDefined();
});

test.each(OTHERS)('an introduction in version %i is refused, and nobody is remembered', async (version) => {
  const { server } = await startTestServer();
  const guest = new RawPerson('guest');
  const home = await guest.greet(server);
  await refusal(home.ask('introduce', introductionIn(version, guest)), 'version-mismatch');
  const { statement } = guest;
  await refusal(home.ask('introduce', { statement, certificate: certificateIn(version, guest) }), 'version-mismatch');
  await refusal(home.ask('lookup', { name: 'guest' }), 'not-signed-in');
  expect((await server.status()).guests).toBe(0);
  expect(await home.ask('introduce', { statement, certificate: guest.certificate() })).toEqual({});
  expect((await server.status()).guests).toBe(1);
});

test('a login proof of another version proves nothing', async () => {
  const { server } = await startTestServer();
  const person = new RawPerson('person');
  const home = await person.greet(server);
  const { statement, account } = person;
  const certificate = person.certificate();
  for (const context of ['miyu/2 login', 'miyu/0 login', 'miyu/1 Login']) {
    const proof = await proofIn(context, person, home);
    await refusal(home.ask('register', { statement, certificate, ...proof }), 'proof-invalid');
  }
  await home.ask('register', { statement, certificate, ...(await proofIn('miyu/1 login', person, home)) });
  const again = await person.greet(server);
  const proof = await proofIn('miyu/2 login', person, again);
  await refusal(again.ask('login', { account, certificate, ...proof }), 'proof-invalid');
  await again.ask('login', { account, certificate, ...(await proofIn('miyu/1 login', person, again)) });
});

test.each(OTHERS)('what an account publishes in version %i is refused, and nothing of it is kept', async (version) => {
  const { server } = await startTestServer();
  const owner = new RawPerson('owner');
  const friend = new RawPerson('friend');
  const home = await owner.register(server);
  const guest = await friend.introduce(server);
  const signed = <T extends { version: number }>(codec: Codec<T>, context: SignatureContext, ours: Signed): Signed =>
    inVersion(version, codec, context, owner, ours);
  const record = signed(AddressRecord, CONTEXT.addressRecord, owner.addressRecord(1n));
  await refusal(home.ask('publishAddress', { record }), 'version-mismatch');
  const prekeys = owner.prekeys(1);
  const bundle = signed(PrekeyBundle, CONTEXT.prekeyBundle, prekeys.bundle);
  await refusal(home.ask('publishPrekeys', { ...prekeys, bundle }), 'version-mismatch');
  const grant = signed(MailboxGrant, CONTEXT.mailboxGrant, owner.grant(friend.account));
  await refusal(home.ask('putGrant', { grant }), 'version-mismatch');
  const mail = { owner: owner.account, envelope: owner.envelope() };
  await refusal(guest.ask('deposit', { ...mail, grant }), 'version-mismatch');
  await refusal(guest.ask('deposit', mail), 'not-granted');
  expect((await home.ask('fetchAddress', { account: owner.account })).record).toBeUndefined();
  await refusal(home.ask('fetchPrekeys', { account: owner.account }), 'no-bundle');

  await home.ask('putGrant', { grant: owner.grant(friend.account) });
  const revocation = signed(GrantRevocation, CONTEXT.grantRevocation, owner.revocation(friend.account));
  await refusal(home.ask('revokeGrant', { revocation }), 'version-mismatch');
  expect(await guest.ask('deposit', mail)).toBeDefined();
});

test('the detail of a version-mismatch is the server’s version', async () => {
  const { server } = await startTestServer();
  const guest = new RawPerson('guest');
  const home = await guest.greet(server);
  const error = await refusal(home.ask('introduce', introductionIn(WIRE_VERSION + 1, guest)), 'version-mismatch');
  expect(error.detail).toBe(WIRE_VERSION);
});
