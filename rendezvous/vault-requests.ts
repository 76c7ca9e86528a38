/** Requests about signing in anywhere, and the end of an account. */
import { MiyuError } from '../shared/errors.ts';
import { equalBytes, shortId } from '../shared/ids.ts';
import type { DispatchParts } from './dispatch.ts';
import { deleteAccount, lastOf } from './forget.ts';
import type { Handlers } from './handlers.ts';
import type { Rates } from './rates.ts';
import type { Caller } from './session.ts';
import { finishLogin, startLogin } from './vaults/login.ts';
import { dropVault, enrol, putVault } from './vaults/vaults.ts';

type VaultRequest = 'enrol' | 'putVault' | 'dropVault' | 'startVaultLogin' | 'finishVaultLogin' | 'deleteAccount';

export function vaultHandlers(
  parts: DispatchParts,
  perAccount: (name: keyof Rates['account'], caller: Caller) => void,
): Pick<Handlers, VaultRequest> {
  const { store, clock, log, rates, sessions } = parts;
  return {
    enrol: async (session, { request }) => {
      const owner = session.owner();
      perAccount('vault', owner);
      return { response: await enrol(parts, owner.account, request) };
    },

    putVault: async (session, body) => {
      const owner = session.owner();
      perAccount('vault', owner);
      const isCurrent = (): boolean => {
        const { state } = session;
        const isOwner = state.is === 'owner' && equalBytes(state.caller.account, owner.account);
        return isOwner && state.caller.epoch === owner.epoch;
      };
      await putVault(parts, owner.account, body, isCurrent, clock.wall());
      log.info('vault', { action: 'put', account: shortId(owner.account), bytes: body.sealed.length });
      return {};
    },

    dropVault: async (session) => {
      const owner = session.owner();
      perAccount('vault', owner);
      await dropVault(store, owner.account);
      log.info('vault', { action: 'drop', account: shortId(owner.account) });
      return {};
    },

    startVaultLogin: async (session, body) => {
      rates.address.vaultLogin.take(session.addressKey);
      return startLogin(parts, session, body, clock.wall());
    },

    finishVaultLogin: async (session, body) => {
      const found = await finishLogin(parts, session, body);
      log.info('vault', { action: 'login', connection: session.number });
      return found;
    },

    deleteAccount: async (session, body) => {
      const { account } = session.owner();
      if (!equalBytes(body.account, account)) throw new MiyuError('malformed', { field: 'account' });
      const { statement } = body;
      if (statement === undefined) throw new MiyuError('malformed', { field: 'statement' });
      const row = await parts.findAccount(store, account);
      if (row !== undefined) lastOf(row.statements, statement);
      const now = clock.wall();
      const remove = (): Promise<boolean> => deleteAccount(parts, account, statement, now + parts.nameHoldMs, now);
      // From here on nobody leaves anything there, and no other connection of it begins anything.
      sessions.signOffAll(account, session);
      parts.deleted(account);
      try {
        await remove();
        // What was on its way, under a lock of its own, has come in between.
        await remove();
      } catch (error) {
        parts.registered(account);
        throw error;
      } finally {
        parts.deletionOver();
      }
      log.info('account-deleted', { account: shortId(account), connection: session.number });
      return {};
    },
  };
}
