/** Requests about names and about inviting people: another name, and the tokens by which others register. */
import { shortId } from '../shared/ids.ts';
import { rename } from './accounts/rename.ts';
import { createToken, revokeToken, tokensOfMaker } from './accounts/tokens.ts';
import type { DispatchParts } from './dispatch.ts';
import type { Handlers } from './handlers.ts';
import { TOKENS } from './limits.ts';
import type { Rates } from './rates.ts';
import type { Caller } from './session.ts';

type NameRequest = 'rename' | 'createToken' | 'listTokens' | 'revokeToken';

export function nameHandlers(
  parts: DispatchParts,
  perAccount: (name: keyof Rates['account'], caller: Caller) => void,
): Pick<Handlers, NameRequest> {
  const { store, clock, log, random, invitesPerAccount } = parts;
  return {
    rename: async (session, body) => {
      const owner = session.owner();
      perAccount('rename', owner);
      const isNew = await rename(parts, owner.account, body, clock.wall());
      log.info('rename', { account: shortId(owner.account), state: isNew ? 'new' : 'again' });
      return {};
    },

    createToken: async (session) => {
      const owner = session.owner();
      perAccount('token', owner);
      const limits = { perMaker: invitesPerAccount, lifetimeMs: TOKENS.lifetimeMs };
      const { token, expiresAt } = await createToken(store, owner.account, limits, random, clock.wall());
      log.info('token', { account: shortId(owner.account) });
      return { token, expiresAt: BigInt(expiresAt) };
    },

    listTokens: async (session) => {
      const owner = session.owner();
      perAccount('token', owner);
      const tokens = await tokensOfMaker(store, owner.account, TOKENS.mostPerAccount, clock.wall());
      return { tokens: [...tokens], most: invitesPerAccount };
    },

    revokeToken: async (session, body) => {
      const owner = session.owner();
      perAccount('token', owner);
      await revokeToken(store, owner.account, body.hash);
      log.info('token-revoked', { account: shortId(owner.account) });
      return {};
    },
  };
}
