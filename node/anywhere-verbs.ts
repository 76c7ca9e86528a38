/** What a person decides about the password and where it opens: sign in anywhere, another password, the end of the account. */
import { systemRandom } from '../shared/crypto/random.ts';
import { endOfChain } from './flows/own-chain.ts';
import { anywhereView, enrol, renew, type AnywhereView } from './flows/anywhere.ts';
import { tellFriendsOfTheEnd } from './flows/farewell.ts';
import type { Peer } from './flows/peer.ts';
import type { ProfileAccounts } from './profile-accounts.ts';
import type { Unlocked } from './unlocked.ts';
import { isMiyuError, MiyuError } from '../shared/errors.ts';
import { findPasswordFault, normalisePassword } from '../shared/passwords.ts';
import { foldName } from '../shared/usernames.ts';

const WAITING = { timeoutMs: 20_000 };
/** Friends are told before the account goes; a person who waits for its end does not wait longer than this for theirs. */
const FAREWELL_MS = 6_000;

/** Answers that no other attempt will change. */
const isRefused = (error: unknown): boolean => isMiyuError(error, 'too-large') || isMiyuError(error, 'unknown-request');

/**
 * On: enrols under the password; with `state` pending where the server has not answered the last step, which is then repeated by itself.
 * @throws MiyuError 'password-wrong' | 'server-unreachable' | 'too-large' | 'rate-limited' | …
 */
export async function setAnywhere(
  accounts: ProfileAccounts,
  { account, flows, homes, messaging }: Unlocked,
  { on, password }: Parameters<Peer['setAnywhere']>[0],
): Promise<AnywhereView> {
  if (!on) {
    await account.update((content) =>
      content.anywhere === undefined ? content : { ...content, anywhere: { ...content.anywhere, dropping: true } },
    );
    const client = homes.ownClient();
    if (account.content.anywhere === undefined) await (client ?? (await homes.ownHome(WAITING))).dropVault(WAITING);
    else if (client !== undefined) await later(renew(flows, client, WAITING));
    return anywhereView(account.content.anywhere);
  }
  if (password === undefined) throw new MiyuError('usage', { field: 'password' });
  await accounts.checkPassword(password);
  const client = await homes.ownHome(WAITING);
  const before = account.content.anywhere;
  const anywhere = await enrol(flows, client, normalisePassword(password), WAITING);
  await account.update((content) => ({ ...content, anywhere: { ...anywhere, version: before?.version ?? 0n } }));
  try {
    await later(renew(flows, client, WAITING));
  } catch (error) {
    await account.update(({ anywhere: _, ...content }) =>
      before === undefined ? content : { ...content, anywhere: before },
    );
    throw error;
  }
  messaging.tellStands();
  return anywhereView(account.content.anywhere);
}

/** What fails now is done later, unless the server does not want to at all. */
async function later(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof MiyuError) || isRefused(error)) throw error;
  }
}

/**
 * The vault of this machine has the new password and, where the person signs in anywhere, the new enrolment, in one step on the disk. Then the
 * server gets it, again and again until it has. A crash in between: the new password opens this machine, the old one still opens
 * elsewhere, until the next sign-in has told the server.
 * @throws MiyuError 'password-wrong' | 'password-*' (field "newPassword"), and where the person signs in anywhere as `setAnywhere`
 */
export async function changePassword(
  accounts: ProfileAccounts,
  { account, flows, homes }: Unlocked,
  { password, newPassword }: Parameters<Peer['changePassword']>[0],
): Promise<AnywhereView> {
  const fault = findPasswordFault(newPassword, { name: account.content.name });
  if (fault !== undefined) throw new MiyuError(fault, { field: 'newPassword' });
  await accounts.checkPassword(password);
  const next = normalisePassword(newPassword);
  const { anywhere } = account.content;
  const chosen = anywhere !== undefined && !anywhere.dropping;
  const client = chosen ? await homes.ownHome(WAITING) : undefined;
  const fresh = client === undefined ? undefined : await enrol(flows, client, next, WAITING);
  await account.changePassword(normalisePassword(password), next, (content) =>
    fresh === undefined || content.anywhere === undefined
      ? content
      : { ...content, anywhere: { ...fresh, version: content.anywhere.version, keptAt: content.anywhere.keptAt } },
  );
  if (client !== undefined) await later(renew(flows, client, WAITING)).catch(() => undefined);
  return anywhereView(account.content.anywhere);
}

/**
 * The account at the server, once its friends were told; what is here goes with it, by the caller.
 * @throws MiyuError 'usage' (field "name") | 'password-wrong' | 'server-unreachable' | …
 */
export async function endAccount(
  accounts: ProfileAccounts,
  { account, flows, homes, messaging }: Unlocked,
  { name, password }: Parameters<Peer['deleteAccount']>[0],
): Promise<void> {
  if (foldName(name.trim()) !== foldName(account.content.name)) throw new MiyuError('usage', { field: 'name' });
  await accounts.checkPassword(password);
  try {
    await homes.ownHome(WAITING);
    await tellFriendsOfTheEnd(flows, () => messaging.outbox(), FAREWELL_MS);
    const client = await homes.ownHome(WAITING);
    const statement = endOfChain(account.own(), systemRandom);
    await client.deleteAccount({ account: account.content.account, statement }, WAITING);
  } catch (error) {
    // Gone already: the answer of the attempt before was lost.
    if (!isMiyuError(error, 'account-lost')) throw error;
  }
}
