/**
 * What servers still have to be told, kept on disk until they have answered: friend requests of ours, answers to requests,
 * blocks, revocations for somebody who is no contact any more, look-ups that could not be made, and the grants that wait in the contacts. Done at once where the server is there, else at the next sign-in.
 */
import { ChoreRow } from '../core/generated/account.js';
import { isMiyuError, MiyuError, type ErrorCode } from '../../shared/errors.ts';
import { equalBytes, shortId } from '../../shared/ids.ts';
import { utf8 } from '../../shared/crypto/hash.ts';
import { Signed } from '../../shared/wire/generated/identity.js';
import { backOff } from './back-off.ts';
import type { Background } from './background.ts';
import type { Contacts, FlowContext } from './context.ts';
import { confirmGrant, revocationOf } from './grants.ts';
import type { Op, RendezvousClient, Waiting } from './ports.ts';

export const CHORE = { request: 1, answer: 2, block: 3, revoke: 4, lookUp: 5 } as const;

const GROUP = utf8('chores');
/** Chores that may wait: each is an act of the person. */
const MAX_CHORES = 1_000;
const FIRST_RETRY_MS = 5_000;
const LONGEST_RETRY_MS = 5 * 60_000;

/** Refusals that may pass; every other one is an answer, and the chore is done. */
const PASSING: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'busy',
  'rate-limited',
  'server-fault',
  'storage-full',
  'not-signed-in',
  'hello-first',
  'session-replaced',
  'signed-out',
  'server-unreachable',
  'server-key-mismatch',
  'server-statement-invalid',
  'timeout',
  'aborted',
  'closed',
  'link-closed',
  'protocol-violation',
  'refused',
  'grant-invalid',
  // Of look-ups: nothing was said that is worth believing.
  'log-stale',
  'log-unproven',
]);

/** True where trying again later can help. */
export const mayPass = (error: unknown): boolean => !(error instanceof MiyuError) || PASSING.has(error.code);

export interface ChorePorts {
  readonly contacts: Contacts;
  readonly background: Background;
  readonly ownClient: () => RendezvousClient | undefined;
  /** Seals and sends our request to this contact. */
  readonly sendRequest: (contact: Account, greeting: string, waiting: Waiting) => Promise<void>;
  /** Looks up who could not be looked up when we met. */
  readonly lookUp: (contact: Account, waiting: Waiting) => Promise<void>;
  /** A friend request of ours was refused for good, and nobody waits for the answer. */
  readonly requestRefused: (contact: Account, code: ErrorCode) => Promise<void>;
}
type Account = Uint8Array;

export type Chores = ReturnType<typeof createChores>;

export function createChores(context: FlowContext, ports: ChorePorts) {
  const { store } = context;
  let running: Promise<void> = Promise.resolve();
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;

  const rows = (): { seq: bigint; chore: ChoreRow }[] =>
    store
      .scan('requests', GROUP, { limit: MAX_CHORES })
      .map(({ seq, value }) => ({ seq, chore: ChoreRow.decode(value) }));

  const remove = (seq: bigint): Op => ({ op: 'delete', table: 'requests', id: GROUP, seq });

  /** Ops that note chores, each in place of an older one of its kind for the same account. All of one batch in one call: each gets a place. */
  function note(...chores: readonly (Pick<ChoreRow, 'account' | 'kind'> & Partial<ChoreRow>)[]): Op[] {
    const present = rows();
    let last = present.at(-1)?.seq ?? 0n;
    let count = present.length;
    return chores.map((chore): Op => {
      const older = find(present, chore.account, chore.kind);
      if (older === undefined && count >= MAX_CHORES) throw new MiyuError('busy', { detail: MAX_CHORES });
      if (older === undefined) [last, count] = [last + 1n, count + 1];
      return { op: 'put', table: 'requests', id: GROUP, seq: older?.seq ?? last, value: ChoreRow.encode(chore) };
    });
  }

  const find = (present: readonly { seq: bigint; chore: ChoreRow }[], account: Account, kind: number) =>
    present.find(({ chore }) => chore.kind === kind && equalBytes(chore.account, account));

  const waitsFor = (account: Account, kind: number): boolean => find(rows(), account, kind) !== undefined;

  /** Ops that take a chore back. */
  function forget(account: Account, kind: number): Op[] {
    const found = find(rows(), account, kind);
    return found === undefined ? [] : [remove(found.seq)];
  }

  async function tell(chore: ChoreRow, waiting: Waiting): Promise<void> {
    if (chore.kind === CHORE.request) {
      await ports.sendRequest(chore.account, chore.greeting, waiting);
      return;
    }
    if (chore.kind === CHORE.lookUp) {
      await ports.lookUp(chore.account, waiting);
      return;
    }
    const client = ports.ownClient();
    if (client === undefined) throw new MiyuError('server-unreachable');
    if (chore.kind === CHORE.answer) {
      await client.answerFriendRequest({ from: chore.account, outcome: chore.outcome }, waiting);
    } else if (chore.kind === CHORE.revoke) {
      await revokeOnceMore(client, chore, waiting);
    } else {
      await client.setBlock({ account: chore.account, blocked: chore.blocked }, waiting);
    }
  }

  async function revokeOnceMore(
    client: RendezvousClient,
    { account, serial }: ChoreRow,
    waiting: Waiting,
  ): Promise<void> {
    try {
      await client.revokeGrant({ revocation: Signed.decode(revocationOf(context, account, serial)) }, waiting);
    } catch (error) {
      // A newer word on the same person stands there.
      if (!isMiyuError(error, 'grant-invalid')) throw error;
    }
  }

  /** Does one chore. True: it is done, or refused for good (then `refused` was told). */
  async function perform(
    seq: bigint,
    chore: ChoreRow,
    waiting: Waiting,
    refused: (error: MiyuError) => Promise<void>,
  ): Promise<boolean> {
    try {
      await tell(chore, waiting);
    } catch (error) {
      if (mayPass(error)) {
        failures += 1;
        context.log.info('chore-waits', { account: shortId(chore.account), code: codeOf(error), reason: chore.kind });
        if (!(error instanceof MiyuError)) context.log.fault(error);
        return false;
      }
      if (error instanceof MiyuError) await refused(error);
    }
    const value = store.get('requests', GROUP, seq);
    // Another chore may have taken its place meanwhile.
    if (value !== undefined && equalBytes(value, ChoreRow.encode(chore))) await store.commit([remove(seq)]);
    return true;
  }

  /** One after another: two runs at once would tell things twice. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = running.then(work);
    running = done.then(
      () => undefined,
      () => undefined,
    );
    return done;
  }

  async function all(): Promise<void> {
    const waiting = { signal: ports.background.signal };
    let left = false;
    for (const { account, unconfirmedGrant } of ports.contacts.all()) {
      if (unconfirmedGrant.length === 0) continue;
      const client = ports.ownClient();
      if (client === undefined) return;
      try {
        await confirmGrant(context, ports.contacts, client, account, waiting);
      } catch (error) {
        context.log.info('grant-waits', { account: shortId(account), code: codeOf(error) });
        left = true;
      }
    }
    for (const { seq, chore } of rows()) {
      if (ports.ownClient() === undefined || ports.background.signal.aborted) return;
      const done = await perform(seq, chore, waiting, async (error) => {
        context.log.info('chore-refused', { account: shortId(chore.account), code: error.code, reason: chore.kind });
        if (chore.kind === CHORE.request) await ports.requestRefused(chore.account, error.code);
      });
      left ||= !done;
    }
    if (!left) failures = 0;
    else retryLater();
  }

  function retryLater(): void {
    if (timer !== undefined || ports.background.signal.aborted) return;
    const wait = backOff(Math.max(failures, 1), FIRST_RETRY_MS, LONGEST_RETRY_MS, context.random);
    timer = setTimeout(() => {
      timer = undefined;
      run();
    }, wait);
    timer.unref();
  }

  /** Does what waits, in the background; at each sign-in, and after each new chore. */
  function run(): void {
    ports.background.run('chores', () => inTurn(all));
  }

  return {
    note,
    forget,
    waitsFor,
    run,
    /** Accounts whose request was answered here, and whose server does not know yet. */
    answered: (account: Account) => waitsFor(account, CHORE.answer),
    /**
     * Does this chore now. 'done'; 'later' where the server did not answer (it stays noted).
     * @throws MiyuError where it was refused for good: the chore is gone
     */
    now(account: Account, kind: number, waiting: Waiting): Promise<'done' | 'later'> {
      return inTurn(async () => {
        const found = find(rows(), account, kind);
        if (found === undefined) return 'done';
        let refusal: MiyuError | undefined;
        const done = await perform(found.seq, found.chore, waiting, async (error) => {
          refusal = error;
        });
        if (refusal !== undefined) throw refusal;
        if (!done) retryLater();
        return done ? 'done' : 'later';
      });
    },
    /** Tells our home the grant of this contact now. @throws MiyuError where it does not confirm */
    confirm(account: Account, waiting: Waiting): Promise<void> {
      return inTurn(async () => {
        const client = ports.ownClient();
        if (client === undefined) throw new MiyuError('server-unreachable');
        await confirmGrant(context, ports.contacts, client, account, waiting);
      });
    },
    stop(): void {
      clearTimeout(timer);
    },
  };
}

const codeOf = (error: unknown): ErrorCode => (isMiyuError(error) ? error.code : 'internal');
