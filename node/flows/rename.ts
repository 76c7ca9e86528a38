/**
 * Another name for this account, at the same home and with the same id: the next statement of the own chain. It is on disk before the
 * server hears of it; where its answer was lost, the same one is sent again at the next sign-in, which the server answers as the first
 * time. Then friends are told, each by the statement itself.
 */
import { followChain } from '../core/renaming.ts';
import { RELATION } from '../core/rows.ts';
import { openIdentityChain } from '../../shared/crypto/statements.ts';
import { isMiyuError, MiyuError } from '../../shared/errors.ts';
import { equalBytes } from '../../shared/ids.ts';
import { makeNextStatement } from '../../shared/transparency/chain-statements.ts';
import { isNameFault, normaliseName } from '../../shared/usernames.ts';
import { Signed } from '../../shared/wire/generated/identity.js';
import { MAX_STATEMENTS } from '../../shared/wire/limits.ts';
import { mayPass } from './chores.ts';
import { sendName, type FriendFlows } from './friend-flows.ts';
import { goneOn } from './own-chain.ts';
import type { RendezvousClient, Waiting } from './ports.ts';
import { chainOf } from './vault-content.ts';

const NOTHING = new Uint8Array(0);

/**
 * @param typed as the person wrote it; the name that one has already changes nothing
 * @throws MiyuError 'name-*' (field "name") | 'rename-limited' | 'server-unreachable' | …
 */
export async function renameOwn(flows: FriendFlows, typed: string, waiting: Waiting): Promise<void> {
  const { account, context } = flows;
  const name = normaliseName(typed.trim());
  if (isNameFault(name)) throw new MiyuError(name, { field: 'name' });
  const client = await flows.homes.ownHome(waiting);
  const { maxNameLength } = client.statement;
  if (isNameFault(normaliseName(name.display, maxNameLength))) {
    throw new MiyuError('name-too-long', { field: 'name', detail: maxNameLength });
  }
  // What an earlier attempt left, whatever became of it.
  await finishRename(flows, client, waiting).catch((error: unknown) => {
    if (mayPass(error)) throw error;
  });
  const { identity, name: present } = context.own();
  if (name.display === present) return;
  const state = openIdentityChain(chainOf(account.content));
  const change = { kind: 'name', name: name.display } as const;
  const statement = Signed.encode(makeNextStatement(state, identity, change, context.random(16)));
  await account.update((content) => ({ ...content, renaming: statement }));
  await finishRename(flows, client, waiting);
}

/** Sends what is noted and not confirmed. @throws MiyuError as the server refuses; then it is forgotten, unless the same may pass later */
async function finishRename(flows: FriendFlows, client: RendezvousClient, waiting: Waiting): Promise<void> {
  const { account, context } = flows;
  const { renaming } = account.content;
  if (renaming.length === 0) return;
  const statement = Signed.decode(renaming);
  try {
    await client.rename({ statements: [...context.own().later, statement].slice(1 - MAX_STATEMENTS) }, waiting);
  } catch (error) {
    if (!mayPass(error)) await account.update((content) => ({ ...content, renaming: NOTHING }));
    throw error;
  }
  await takeName(flows, [statement]);
  context.log.info('renamed');
  await tellFriends(flows);
  await seeInLog(flows, client, waiting);
}

/** Seen there once, the server cannot show less of us without being found out (own-watch.ts). */
async function seeInLog({ context, logs }: FriendFlows, client: RendezvousClient, waiting: Waiting): Promise<void> {
  try {
    await logs.proveAccount(client, context.own().account, waiting);
  } catch (error) {
    if (!isMiyuError(error)) throw error;
    // The name is ours all the same; the watch over it tells what is wrong.
    context.log.info('rename-unseen', { code: error.code });
  }
}

/** These statements are ours from now on, and what they say. */
async function takeName({ account }: FriendFlows, statements: readonly Signed[]): Promise<void> {
  await account.update((content) => ({
    ...content,
    ...goneOn(content, statements),
    ...{ renaming: NOTHING, tellName: true },
  }));
}

/** A crash in between: they are told once more, which changes nothing for those who know. */
async function tellFriends(flows: FriendFlows): Promise<void> {
  const { account, contacts } = flows;
  if (!account.content.tellName) return;
  for (const contact of contacts.all()) {
    if (contact.relation === RELATION.friend) await sendName(flows, contact.account);
  }
  await account.update((content) => ({ ...content, tellName: false }));
}

/**
 * After a sign-in: what is unfinished; and where the chain here and the chain there differ, the shorter follows. There it is shorter where the
 * server was set back, here where another device of this account has taken a name.
 * @param isNewHere this device may have missed something
 */
export async function tendName(
  flows: FriendFlows,
  client: RendezvousClient,
  isNewHere: boolean,
  waiting: Waiting,
): Promise<void> {
  const { account, context } = flows;
  const refused = (error: unknown): void => {
    if (mayPass(error) || !isMiyuError(error)) throw error;
    context.log.info('rename-refused', { code: error.code });
  };
  if (isNewHere || account.content.later.length > 0) await compareChains(flows, client, waiting).catch(refused);
  await finishRename(flows, client, waiting).catch(refused);
  await tellFriends(flows);
}

async function compareChains(
  { account, ...flows }: FriendFlows,
  client: RendezvousClient,
  waiting: Waiting,
): Promise<void> {
  const own = account.own();
  const here = openIdentityChain(chainOf(account.content));
  const { statements } = await client.lookup({ account: own.account }, waiting);
  const there = openIdentityChain(statements);
  if (!equalBytes(there.account, own.account)) throw new MiyuError('protocol-violation');
  if (there.sequence < here.sequence) {
    await client.rename({ statements: [...own.later] }, waiting);
  } else if (there.sequence > here.sequence) {
    await takeName({ account, ...flows }, followChain(here, statements).later);
  }
}
