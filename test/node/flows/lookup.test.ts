import { describe, expect, test } from 'vitest';
import { checkAgainstPins, lookUp } from '../../../node/flows/lookup.ts';
import type { Contacts } from '../../../node/flows/context.ts';
import { newContact } from '../../../node/flows/friend-flows.ts';
import type { FlowContext } from '../../../node/flows/context.ts';
import { pick } from '../../../node/flows/who.ts';
import { parseServer } from '../../../node/flows/server-text.ts';
import { RELATION } from '../../../node/core/rows.ts';
import type { RendezvousClient } from '../../../node/net/ports.ts';
import { accountIdOf, createIdentity } from '../../../shared/crypto/identity.ts';
import { peerIdBytesOfEd25519 } from '../../../shared/crypto/peer-ids.ts';
import { systemRandom } from '../../../shared/crypto/random.ts';
import { makeCertificate, makeIdentityStatement } from '../../../shared/crypto/statements.ts';
import { systemClock } from '../../../shared/clock.ts';
import { MiyuError } from '../../../shared/errors.ts';
import { toHex } from '../../../shared/ids.ts';
import { peerIdOfBytes } from '../../../shared/net/peers.ts';
import { Home } from '../../../shared/wire/generated/identity.js';
import type { LookupResponse } from '../../../shared/wire/generated/rendezvous.js';

const somePeerId = (): Uint8Array => peerIdBytesOfEd25519(createIdentity(systemRandom).signing.publicKey);
const home: Home = { server: somePeerId(), addresses: ['/ip4/127.0.0.1/tcp/1'] };

function aPerson(name: string) {
  const identity = createIdentity(systemRandom);
  const statement = makeIdentityStatement(identity, name, systemRandom(16));
  const account = accountIdOf(statement.payload);
  const certificate = makeCertificate(identity, account, somePeerId(), 1n);
  return {
    account,
    answer: { account, statements: [statement], certificate, proof: new Uint8Array(0) } satisfies LookupResponse,
  };
}

const directory = (answer: LookupResponse | MiyuError): RendezvousClient =>
  ({
    lookup: () => (answer instanceof MiyuError ? Promise.reject(answer) : Promise.resolve(answer)),
  }) as unknown as RendezvousClient;

async function friendsWith(name: string, relation: number): Promise<{ contacts: Contacts; account: Uint8Array }> {
  const { account, answer } = aPerson(name);
  const found = await lookUp(directory(answer), home, { name });
  const context = { clock: systemClock } as FlowContext;
  const contact = { ...newContact(context, { ...found, home: Home.encode(home) }), relation };
  const contacts = {
    all: () => [contact],
    get: (id: Uint8Array) => (toHex(id) === toHex(account) ? contact : undefined),
  } as unknown as Contacts;
  return { contacts, account };
}

describe('a directory', () => {
  test('is believed where everything hashes and is signed', async () => {
    const { account, answer } = aPerson('bob');
    const found = await lookUp(directory(answer), home, { name: 'BOB' });
    expect(found).toMatchObject({ account, name: 'bob', epoch: 1n });
    expect((await lookUp(directory(answer), home, { account })).account).toEqual(account);
  });

  test('is not believed where it shows another account, name, or chain than its own signatures say', async () => {
    const [bob, eve] = [aPerson('bob'), aPerson('eve')];
    const lies: [LookupResponse, { name: string } | { account: Uint8Array }, string][] = [
      [eve.answer, { account: bob.account }, 'protocol-violation'],
      [eve.answer, { name: 'bob' }, 'protocol-violation'],
      [{ ...eve.answer, account: bob.account }, { account: bob.account }, 'protocol-violation'],
      [{ ...bob.answer, certificate: eve.answer.certificate }, { account: bob.account }, 'certificate-invalid'],
      [{ ...bob.answer, statements: [] }, { name: 'bob' }, 'statement-invalid'],
      [
        {
          ...bob.answer,
          statements: [{ ...bob.answer.statements[0]!, signature: eve.answer.statements[0]!.signature }],
        },
        { name: 'bob' },
        'statement-invalid',
      ],
    ];
    for (const [answer, by, code] of lies) {
      await expect(lookUp(directory(answer), home, by)).rejects.toMatchObject({ code });
    }
  });

  test('that knows nobody says so in our words', async () => {
    const nobody = directory(new MiyuError('unknown-account'));
    await expect(lookUp(nobody, home, { name: 'bob' })).rejects.toMatchObject({ code: 'no-such-user' });
    const silent = directory(new MiyuError('timeout'));
    await expect(lookUp(silent, home, { name: 'bob' })).rejects.toMatchObject({ code: 'timeout' });
  });

  test('that has somebody else under a friend’s name is refused', async () => {
    const { contacts } = await friendsWith('bob', RELATION.friend);
    const impostor = await lookUp(directory(aPerson('Bob').answer), home, { name: 'bob' });
    expect(() => checkAgainstPins(contacts, impostor)).toThrow(expect.objectContaining({ code: 'friend-key-changed' }));
    // At another home the same name is another person.
    checkAgainstPins(contacts, { ...impostor, home: { ...home, server: somePeerId() } });
    const ended = await friendsWith('bob', RELATION.removed);
    checkAgainstPins(ended.contacts, impostor);
  });
});

describe('whom a person means', () => {
  const people = ['ann', 'Anna', 'anna b', 'bob'].map((name) => ({ name, account: systemRandom(32) }));
  const named = (who: string): string | undefined => pick(people, who)?.name;

  test('the exact name, else without regard to case, else the first digits of the id', () => {
    expect(named('ann')).toBe('ann');
    expect(named('ANNA')).toBe('Anna');
    expect(named(' bob ')).toBe('bob');
    expect(named(toHex(people[3]!.account).slice(0, 8))).toBe('bob');
    expect(named(toHex(people[3]!.account).toUpperCase())).toBe('bob');
    expect(named(toHex(people[3]!.account).slice(0, 7))).toBeUndefined();
    expect(named('carl')).toBeUndefined();
  });

  test('two who could be meant are not guessed at', () => {
    const twins = [...people, { name: 'BOB', account: systemRandom(32) }];
    expect(pick(twins, 'bob')?.name).toBe('bob');
    expect(() => pick(twins, 'Bob')).toThrow(expect.objectContaining({ code: 'ambiguous-friend' }));
  });
});

describe('a server as a person writes it', () => {
  test('a multiaddr with its PeerId', () => {
    for (let i = 0; i < 20; i += 1) {
      const server = somePeerId();
      const text = `/dns4/example.org/tcp/4801/p2p/${peerIdOfBytes(server).toString()}`;
      expect(parseServer(` ${text}\n`)).toEqual({
        home: { server, addresses: ['/dns4/example.org/tcp/4801'] },
        token: new Uint8Array(0),
      });
    }
  });

  test.each([
    '',
    'example.org',
    '/ip4/1.2.3.4/tcp/1',
    '/ip4/1.2.3.4/tcp/1/p2p/',
    '/p2p/12D3',
    '/ip4/1.2.3.4/tcp/1/p2p/0OIl',
    `/ip4/1.2.3.4/p2p/${'1'.repeat(5_000)}`,
  ])('not %j', (text) => {
    expect(() => parseServer(text)).toThrow(expect.objectContaining({ code: 'address-malformed', field: 'server' }));
  });
});
