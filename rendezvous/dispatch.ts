/**
 * One request of one connection: who may ask it, how often, which feature answers it, and what the log says of it.
 *
 * What a feature throws becomes the refusal (shared/net/channel.ts); whoever is refused without end is slowed down.
 */
import { isMiyuError, MiyuError } from '../shared/errors.ts';
import { failpoint } from '../shared/failpoints.ts';
import { equalBytes, shortId } from '../shared/ids.ts';
import type { Clock } from '../shared/clock.ts';
import type { Log } from '../shared/log.ts';
import { accountIdOf } from '../shared/crypto/identity.ts';
import type { Random } from '../shared/crypto/random.ts';
import { NONCE_BYTES } from '../shared/crypto/statements.ts';
import type { Signed } from '../shared/wire/generated/identity.js';
import type { LoginResponse, StoreOpening } from '../shared/wire/generated/rendezvous.js';
import { ANSWER, WIRE_VERSION } from '../shared/wire/protocols.ts';
import { presentDevice } from './accounts/present-device.ts';
import { RegistrationBatches, type Candidate, type RegistrationParts } from './accounts/registration-batches.ts';
import { register } from './accounts/registration.ts';
import type { RenameParts } from './accounts/rename.ts';
import { introduce, login } from './accounts/sign-in.ts';
import { fetchAddress, publishAddress } from './directory/addresses.ts';
import { fetchPrekeys, prekeySummary, publishPrekeys, type PrekeyParts } from './directory/prekeys.ts';
import type { Grants } from './friends/grants.ts';
import {
  answerFriendRequest,
  countFriendRequests,
  listFriendRequests,
  sendFriendRequest,
  setBlock,
} from './friends/requests.ts';
import { GUEST_SEEN_MS, MAX_ADDRESS_LIFETIME_MS, MAX_GUESTS, STEP_ROWS } from './limits.ts';
import { knownOf } from './knows.ts';
import { deposit, type DepositParts } from './mailbox/deposit.ts';
import { acknowledge, drain, mailboxSummary } from './mailbox/drain.ts';
import { nameHandlers } from './name-requests.ts';
import type { Rates } from './rates.ts';
import type { Body, Handler, Handlers } from './handlers.ts';
import { decodeRequest, encodeAnswer, logName, type Request, type RequestName } from './requests.ts';
import type { Caller, Session, Sessions } from './session.ts';
import type { DirectoryLog } from './log/directory-log.ts';
import { logHandlers } from './log-requests.ts';
import { vaultHandlers } from './vault-requests.ts';
import type { VaultParts } from './vaults/vaults.ts';

export interface DispatchParts extends RegistrationParts, RenameParts, PrekeyParts, DepositParts, VaultParts {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly sessions: Sessions;
  readonly rates: Rates;
  readonly grants: Grants;
  readonly directoryLog: DirectoryLog;
  /** Signed ServerStatement of this moment. */
  statement(): Signed;
  /** The last openings of the store, this one last. */
  readonly openings: StoreOpening[];
  /** Registration tokens that a member may have open. */
  readonly invitesPerAccount: number;
  /** It is registered, perhaps again. */
  registered(account: Uint8Array): void;
  /** It is gone, or about to be: nobody may leave anything there. */
  deleted(account: Uint8Array): void;
  /** Its rows may be gone: what was remembered of any is not true any more. */
  deletionOver(): void;
  /** New mail is on disk. */
  onMail(owner: Uint8Array, sequence: bigint): void;
}

/** Longest ping that is echoed: it is for measuring, not for carrying. */
const MAX_PING_BYTES = 1_024;

/** Answers one request's body; rejects with what it is refused with. */
export function createDispatch(parts: DispatchParts): (session: Session, bytes: Uint8Array) => Promise<Uint8Array> {
  const handlers = createHandlers(parts);
  return async (session, bytes) => {
    let name: RequestName | undefined;
    try {
      const request = decodeRequest(bytes);
      name = request.name;
      if (name !== 'hello' && session.state.is === 'new') throw new MiyuError('hello-first');
      return await answerWith(handlers, session, request);
    } catch (error) {
      tellRefused(parts.log, session, name, error);
      // In place of the refusal: whoever ignores refusals is told to wait.
      parts.rates.refused.take(String(session.number));
      throw error;
    }
  };
}

async function answerWith<K extends RequestName>(
  handlers: Handlers,
  session: Session,
  request: Request & { readonly name: K },
): Promise<Uint8Array> {
  const handler = handlers[request.name] as Handler<K>;
  const answer = await handler(session, request.body as Body<K>);
  return answer instanceof Uint8Array ? answer : encodeAnswer(request.name, answer);
}

function tellRefused(log: Log, session: Session, name: RequestName | undefined, error: unknown): void {
  if (!(error instanceof MiyuError)) return;
  const fields = {
    connection: session.number,
    action: name === undefined ? 'unknown' : logName(name),
    code: error.code,
  };
  // Who knocks and is not let in is what an operator looks for; the rest is everyday life.
  if (name === 'register' || name === 'login' || name === 'introduce') log.info('refused', fields);
  else log.debug('refused', fields);
}

function createHandlers(parts: DispatchParts): Handlers {
  const { store, clock, log, sessions, rates, grants } = parts;
  const batches = new RegistrationBatches(parts);
  const registering = { ...parts, take: (candidate: Candidate) => batches.take(candidate) };
  const account = (caller: Caller): string => shortId(caller.account);
  const perAccount = (name: keyof Rates['account'], caller: Caller): void =>
    rates.account[name].take(Buffer.from(caller.account).toString('latin1'));
  const friendAction = (action: string, caller: Caller, other: Uint8Array): void =>
    log.info('friend', { action, account: account(caller), other: shortId(other) });

  /** Another account cannot speak on a connection on which one is signed on. */
  const assertSameAccount = (session: Session, account: Uint8Array): void => {
    const { state } = session;
    if (state.is !== 'owner' && state.is !== 'guest') return;
    if (!equalBytes(state.caller.account, account)) throw new MiyuError('already-signed-in');
  };

  return {
    hello: (session, { version }) => {
      if (version !== WIRE_VERSION) throw new MiyuError('version-mismatch', { detail: WIRE_VERSION });
      if (session.state.is === 'new') session.state = { is: 'hello' };
      return { statement: parts.statement(), openings: parts.openings };
    },

    challenge: (session) => {
      const nonce = parts.random(NONCE_BYTES);
      session.giveNonce(nonce);
      return { nonce };
    },

    register: async (session, body) => {
      rates.address.register.take(session.addressKey);
      if (body.statement !== undefined) assertSameAccount(session, accountIdOf(body.statement.payload));
      const caller = await register(registering, session, body, clock.wall());
      session.proved = caller.account;
      parts.registered(caller.account);
      sessions.signOn(session, 'owner', caller);
      log.info('registration', {
        account: account(caller),
        connection: session.number,
        state: caller.isNew ? 'new' : 'again',
      });
      return { account: caller.account };
    },

    login: async (session, body) => {
      rates.address.login.take(session.addressKey);
      assertSameAccount(session, body.account);
      const from = { address: session.address, random: parts.random, now: clock.wall() };
      const caller = await login(parts, session, body, from).catch((error: unknown) => {
        // Behind a good proof: one of the account's own devices, which may ask who was faster.
        if (isMiyuError(error, 'epoch-conflict')) session.proved = body.account;
        throw error;
      });
      session.proved = body.account;
      failpoint('server-login-committed');
      const [answer, newest] = await Promise.all([loginAnswer(parts, caller), presentDevice(store, caller.account)]);
      sessions.signOn(session, 'owner', caller, newest);
      session.owner();
      log.info('login', {
        account: account(caller),
        device: shortId(caller.device.subarray(6)),
        connection: session.number,
        epoch: Number(caller.epoch),
      });
      return answer;
    },

    introduce: async (session, body) => {
      rates.address.introduce.take(session.addressKey);
      // Who is signed in is more than a guest already.
      if (session.state.is === 'owner') throw new MiyuError('already-signed-in');
      if (body.statement !== undefined) assertSameAccount(session, accountIdOf(body.statement.payload));
      const limits = { maxRemembered: MAX_GUESTS, seenMs: GUEST_SEEN_MS };
      const caller = await introduce(parts, limits, session, body, clock.wall());
      sessions.signOn(session, 'guest', caller);
      session.caller();
      log.info('guest', { account: account(caller), connection: session.number, epoch: Number(caller.epoch) });
      return {};
    },

    logout: (session) => {
      const caller = session.caller();
      sessions.signOff(session);
      log.info('logout', { account: account(caller), connection: session.number });
      return {};
    },

    publishPrekeys: async (session, body) => {
      const owner = session.owner();
      perAccount('publishPrekeys', owner);
      await publishPrekeys(parts, owner, body);
      log.info('prekeys', { account: account(owner), count: body.oneTime.length });
      return {};
    },

    fetchPrekeys: async (session, body) => {
      const caller = session.caller();
      perAccount('fetchPrekeys', caller);
      rates.account.fetchPrekeysOfOne.take(pairKey(caller.account, body.account));
      return fetchPrekeys(parts, caller.account, body.account);
    },

    publishAddress: async (session, body) => {
      const owner = session.owner();
      perAccount('publishAddress', owner);
      await publishAddress({ ...parts, maxLifetimeMs: MAX_ADDRESS_LIFETIME_MS }, owner, body, clock.wall());
      return {};
    },

    fetchAddress: async (session, body) => {
      const caller = session.caller();
      perAccount('fetchAddress', caller);
      return fetchAddress(parts, caller.account, body.account, clock.wall());
    },

    sendFriendRequest: async (session, body) => {
      const caller = session.caller();
      perAccount('friendRequest', caller);
      const waiting = await sendFriendRequest(parts, caller.account, body, clock.wall());
      sessions.pushToOwner(body.to, { requestWaiting: { waiting } });
      friendAction('request', caller, body.to);
      return {};
    },

    listFriendRequests: async (session) => {
      const owner = session.owner();
      return { requests: [...(await session.inTurn(() => listFriendRequests(store, owner.account)))] };
    },

    answerFriendRequest: async (session, body) => {
      const owner = session.owner();
      await answerFriendRequest(store, owner.account, body);
      friendAction(body.outcome === ANSWER.accepted ? 'accept' : 'refuse', owner, body.from);
      return {};
    },

    putGrant: async (session, body) => {
      const owner = session.owner();
      perAccount('statement', owner);
      const { depositor } = await grants.put(owner, body.grant);
      friendAction('grant', owner, depositor);
      return {};
    },

    revokeGrant: async (session, body) => {
      const owner = session.owner();
      perAccount('statement', owner);
      const { depositor } = await grants.revoke(owner, body.revocation);
      friendAction('revoke', owner, depositor);
      return {};
    },

    deposit: async (session, body) => {
      const caller = session.caller();
      const answerOf = (receipt: Signed): Uint8Array => encodeAnswer('deposit', { receipt });
      const { answer, sequence, isNew } = await deposit(parts, caller.account, body, clock.wall(), answerOf);
      // Behind the answer, for which somebody waits.
      setImmediate(() => {
        failpoint('server-deposit-answered');
        if (isNew) parts.onMail(body.owner, sequence);
        log.info('deposit', {
          account: account(caller),
          other: shortId(body.owner),
          bytes: body.envelope.length,
          sequence: Number(sequence),
          state: isNew ? 'new' : 'again',
        });
      });
      return answer;
    },

    drain: async (session, body) => {
      const owner = session.owner();
      const page = await session.inTurn(() => drain(store, owner.account, body, clock.wall()));
      if (page.mail.length > 0) log.info('drain', { account: account(owner), count: page.mail.length });
      return page;
    },

    acknowledge: async (session, body) => {
      const owner = session.owner();
      const count = await acknowledge(store, owner.account, body.upTo, STEP_ROWS);
      if (count > 0) log.info('acknowledge', { account: account(owner), count });
      return {};
    },

    setBlock: async (session, body) => {
      const owner = session.owner();
      perAccount('statement', owner);
      await setBlock(store, owner.account, body);
      friendAction(body.blocked ? 'block' : 'unblock', owner, body.account);
      return {};
    },

    knows: async (session) => {
      const owner = session.owner();
      perAccount('knows', owner);
      const connections = sessions.connectionsOf(owner.account);
      return session.inTurn(() => knownOf(store, owner.account, parts, clock.wall(), connections));
    },

    ...logHandlers(parts, perAccount),
    ...nameHandlers(parts, perAccount),
    presentDevice: async (session) => {
      const owner = session.state.is === 'owner' ? session.state.caller.account : session.proved;
      // Says which of the reasons it is.
      if (owner === undefined) return { newest: await presentDevice(store, session.owner().account) };
      rates.account.presentDevice.take(Buffer.from(owner).toString('latin1'));
      return { newest: await presentDevice(store, owner) };
    },

    ...vaultHandlers(parts, perAccount),

    ping: (session, { payload }) => {
      if (payload.length > MAX_PING_BYTES) throw new MiyuError('too-large', { detail: MAX_PING_BYTES });
      log.debug('heartbeat', { connection: session.number });
      return { payload, time: BigInt(clock.wall()), seenAs: session.address };
    },
  };
}

async function loginAnswer(parts: DispatchParts, caller: Caller): Promise<LoginResponse> {
  const [mailbox, waitingRequests, prekeys] = await Promise.all([
    mailboxSummary(parts.store, caller.account),
    countFriendRequests(parts.store, caller.account),
    prekeySummary(parts.store, caller),
  ]);
  return { ...mailbox, waitingRequests, ...prekeys };
}

const pairKey = (a: Uint8Array, b: Uint8Array): string =>
  Buffer.from(a).toString('latin1') + Buffer.from(b.subarray(0, 32)).toString('latin1');
