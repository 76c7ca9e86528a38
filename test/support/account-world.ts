/** One person's account side with a real store and real keys; contacts in memory, and no network but what a test makes up. */
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { Account } from '../../node/flows/account.ts';
import { Background } from '../../node/flows/background.ts';
import { createChores } from '../../node/flows/chores.ts';
import type { Contacts, ControlHandler, FlowContext } from '../../node/flows/context.ts';
import type { FriendFlows } from '../../node/flows/friend-flows.ts';
import { newAccount } from '../../node/flows/register.ts';
import { encodeVault, type VaultFile } from '../../node/flows/vault-content.ts';
import type { ContactRow } from '../../node/core/generated/rows.js';
import type { RendezvousClient } from '../../node/net/ports.ts';
import { openPeerStore } from '../../node/store/store.ts';
import { systemClock } from '../../shared/clock.ts';
import { createIdentity } from '../../shared/crypto/identity.ts';
import { nodeKem } from '../../shared/crypto/kem.ts';
import { peerIdBytesOfEd25519 } from '../../shared/crypto/peer-ids.ts';
import { systemRandom } from '../../shared/crypto/random.ts';
import { MiyuError } from '../../shared/errors.ts';
import { toHex } from '../../shared/ids.ts';
import { silentLog } from '../../shared/log.ts';
import { temporaryFolder } from './temporary.ts';

export const somePeerId = (): Uint8Array => peerIdBytesOfEd25519(createIdentity(systemRandom).signing.publicKey);
const HOME = { server: somePeerId(), addresses: ['/ip4/127.0.0.1/tcp/1'] };

export function anAccount(name: string): Account {
  const form = { name, password: '', email: '', target: { home: HOME, token: new Uint8Array(0) } };
  const made = newAccount(form, { seed: systemRandom(32), peerId: somePeerId() }, systemRandom);
  const file: VaultFile & { bytes: Uint8Array } = {
    bytes: encodeVault(made),
    read: () => file.bytes,
    write: (bytes) => {
      file.bytes = bytes;
      return Promise.resolve();
    },
    changePassword: () => Promise.reject(new Error('no password here')),
  };
  return new Account(file, silentLog);
}

export interface AccountWorld {
  readonly flows: FriendFlows;
  readonly account: Account;
  /** Contents put into outboxes, in order. */
  readonly sent: { account: string; kind: number }[];
  /** The next content that is put into an outbox by itself fails so. */
  failing: MiyuError | undefined;
  /** Our home as signed in, where it is. */
  client: RendezvousClient | undefined;
  readonly handlers: Map<number, ControlHandler>;
}

export async function accountWorld(name: string): Promise<AccountWorld> {
  const account = anAccount(name);
  const store = await openPeerStore(join(await temporaryFolder(), 'store'), systemRandom(32));
  const background = new Background(silentLog);
  onTestFinished(async () => {
    await background.stop();
    await store.close();
  });
  const context: FlowContext = {
    own: () => account.own(),
    store,
    clock: systemClock,
    random: systemRandom,
    kem: nodeKem,
    log: silentLog,
  };
  const rows = new Map<string, ContactRow>();
  const handlers = new Map<number, ControlHandler>();
  const world: Omit<AccountWorld, 'flows'> = { account, sent: [], failing: undefined, client: undefined, handlers };
  const contacts: Contacts = {
    all: () => [...rows.values()],
    get: (id) => rows.get(toHex(id)),
    async add(contact, ops = [], first) {
      rows.set(toHex(contact.account), contact);
      await store.commit(ops);
      if (first !== undefined) world.sent.push({ account: toHex(contact.account), kind: first.kind });
    },
    async update(id, change, ops = [], first) {
      const contact = rows.get(toHex(id));
      if (contact === undefined) throw new MiyuError('not-a-friend');
      rows.set(toHex(id), change(contact));
      await store.commit(ops);
      if (first !== undefined) world.sent.push({ account: toHex(id), kind: first.kind });
    },
    enqueue(id, kind) {
      const { failing } = world;
      world.failing = undefined;
      if (failing !== undefined) return Promise.reject(failing);
      world.sent.push({ account: toHex(id), kind });
      return Promise.resolve({ messageId: systemRandom(16), number: 1n, position: 0n });
    },
    settled: () => Promise.resolve(),
    async drop(id, _options, ops = []) {
      rows.delete(toHex(id));
      await store.commit(ops);
    },
    onControl: (kind, handler) => void handlers.set(kind, handler),
    onClosed: () => undefined,
  };
  const chores = createChores(context, {
    contacts,
    background,
    ownClient: () => world.client,
    sendRequest: () => Promise.resolve(),
    lookUp: () => Promise.resolve(),
    requestRefused: () => Promise.resolve(),
  });
  const homes = undefined as unknown as FriendFlows['homes'];
  const logs = undefined as unknown as FriendFlows['logs'];
  const keys: FriendFlows['keys'] = {
    nameOfAnother: () => Promise.resolve(),
    otherKeys: () => Promise.resolve(),
    scannedAnother: () => Promise.resolve(),
    agree: (_account, commit) => commit([]),
  };
  const meets: FriendFlows['meets'] = {
    ...{ addresses: () => [], tend: () => undefined, stop: () => undefined },
    meet: () => Promise.reject(new MiyuError('friend-unreachable')),
    ask: () => Promise.reject(new MiyuError('link-closed')),
  };
  const personal = undefined as unknown as FriendFlows['personal'];
  return Object.assign(world, {
    flows: {
      ...{ context, contacts, homes, account, background, chores, retry: () => undefined },
      ...{ logs, keys, meets, personal },
    },
  });
}
