/**
 * Registrations that wait at the same time share a transaction, and with it one change of the log's map, one leaf of the tree for that, one
 * batch for the disk. Each is judged for itself, in the order in which they came, by what those before it have left: one that is refused is
 * refused alone, and one that is taken is answered when the whole batch is on disk.
 */
import { sha256, utf8 } from '../../shared/crypto/hash.ts';
import { MiyuError } from '../../shared/errors.ts';
import { equalBytes, toHex } from '../../shared/ids.ts';
import type { ChainState } from '../../shared/transparency/chain.ts';
import type { NormalName } from '../../shared/usernames.ts';
import type { DeviceCertificate, Signed } from '../../shared/wire/generated/identity.js';
import { REFUSALS } from '../../shared/wire/refusals.ts';
import { AccountRow } from '../store/generated/rows.js';
import type { Store, StoreTransaction } from '../store/store.ts';
import { assertNameFree, putName } from './names.ts';
import { emailKey, type AccountPolicy } from './policy.ts';
import { findAccount } from './rows.ts';
import { spendToken, tokenLock } from './tokens.ts';

/**
 * Registrations of one batch. Each is about a quarter of a millisecond in which nobody else is served, and up to five of the locks that a
 * transaction may have (store.ts). More would share hardly anything: below its first two levels each has its own way through the map.
 */
const MAX_BATCH = 32;
/** That wait, some 2 KiB each: as many as may be connected where nobody set it otherwise. More are told to come again. */
const MAX_WAITING = 5_000;
const BUSY_RETRY_MS = 1_000;

export interface RegistrationParts {
  readonly store: Store;
  readonly policy: AccountPolicy;
  /** PeerId bytes of this server. */
  readonly server: Uint8Array;
  /** What an append to the log locks. */
  readonly logLock: string;
  /** Which of these accounts the log has, also those deleted since; under its lock. @throws MiyuError 'busy' */
  readonly inLog: (tx: StoreTransaction, accounts: readonly Uint8Array[]) => Promise<readonly boolean[]>;
  /** The append: leaves of this transaction, in order. @throws MiyuError 'busy' */
  readonly appendNew: (tx: StoreTransaction, accounts: readonly ChainState[]) => Promise<void>;
}

/** A registration whose signatures, name and address are good: whether they are free is to be seen. */
export interface Candidate {
  readonly identity: ChainState;
  readonly device: DeviceCertificate;
  readonly statement: Signed;
  readonly certificate: Signed;
  readonly name: NormalName;
  /** Empty: none. */
  readonly email: string;
  readonly token: Uint8Array;
  /** Unix milliseconds. */
  readonly now: number;
}

interface Waiting {
  readonly candidate: Candidate;
  readonly resolve: (isNew: boolean) => void;
  readonly reject: (error: unknown) => void;
}

export class RegistrationBatches {
  readonly #parts: RegistrationParts;
  readonly #waiting: Waiting[] = [];
  #running = false;

  constructor(parts: RegistrationParts) {
    this.#parts = parts;
  }

  /**
   * @returns whether it is new; it was there already where the same device has registered it before
   * @throws MiyuError 'name-taken' | 'name-look-alike' | 'name-held' | 'email-taken' | 'token-required' | 'token-invalid' | 'account-exists' |
   *   'accounts-full' | 'busy', and as the store
   */
  take(candidate: Candidate): Promise<boolean> {
    if (this.#waiting.length >= MAX_WAITING) {
      return Promise.reject(new MiyuError('busy', { retryAfterMs: BUSY_RETRY_MS }));
    }
    return new Promise((resolve, reject) => {
      this.#waiting.push({ candidate, resolve, reject });
      if (!this.#running) void this.#run();
    });
  }

  /** One batch after the other: those who come while one is on its way to the disk are the next. */
  async #run(): Promise<void> {
    this.#running = true;
    while (this.#waiting.length > 0) await this.#settle(this.#waiting.splice(0, MAX_BATCH));
    this.#running = false;
  }

  async #settle(batch: readonly Waiting[]): Promise<void> {
    const candidates = batch.map(({ candidate }) => candidate);
    let isJudged = false;
    try {
      const outcomes = await this.#parts.store.transact(this.#locksOf(candidates), async (tx) => {
        isJudged = false;
        const found = await this.#judge(tx, candidates);
        isJudged = true;
        return found;
      });
      batch.forEach(({ resolve, reject }, i) => {
        const outcome = outcomes[i]!;
        if (outcome instanceof MiyuError) reject(outcome);
        else resolve(outcome);
      });
    } catch (error) {
      // The disk failed, for all of them. Before that it is a fault at one of them, which nobody else is to suffer from.
      if (isJudged || batch.length === 1) for (const { reject } of batch) reject(error);
      else for (const one of batch) await this.#settle([one]);
    }
  }

  #locksOf(batch: readonly Candidate[]): string[] {
    const { logLock, policy } = this.#parts;
    const locks = new Set([logLock]);
    for (const { identity, name, email, token } of batch) {
      locks
        .add(`account:${toHex(identity.account)}`)
        .add(`name:${name.key}`)
        .add(`skeleton:${name.skeleton}`);
      if (email !== '') locks.add(`email:${emailKey(email)}`);
      if (policy.tokenRequired) locks.add(tokenLock(sha256(token)));
    }
    return [...locks];
  }

  /** @returns of each whether it is new, or its refusal @throws what is nobody's refusal */
  async #judge(tx: StoreTransaction, batch: readonly Candidate[]): Promise<(boolean | MiyuError)[]> {
    const { store, policy, inLog, appendNew } = this.#parts;
    const logged = await inLog(
      tx,
      batch.map(({ identity }) => identity.account),
    );
    // The store counts what is on disk: the batch before is.
    const room = policy.maxAccounts - (await store.count('accounts'));
    const taken: ChainState[] = [];
    const outcomes: (boolean | MiyuError)[] = [];
    for (const [i, candidate] of batch.entries()) {
      try {
        const isNew = await this.#admit(tx, candidate, logged[i]!, room - taken.length);
        if (isNew) taken.push(candidate.identity);
        outcomes.push(isNew);
      } catch (error) {
        if (!(error instanceof MiyuError) || !(error.code in REFUSALS)) throw error;
        outcomes.push(error);
      }
    }
    if (taken.length > 0) await appendNew(tx, taken);
    return outcomes;
  }

  /** Writes nothing where it throws. */
  async #admit(tx: StoreTransaction, candidate: Candidate, isLogged: boolean, room: number): Promise<boolean> {
    const { identity, device, name, email, token, now } = candidate;
    const row = await findAccount(tx, identity.account);
    if (row !== undefined) {
      assertSameDevice(row, device);
      return false;
    }
    if (room <= 0) throw new MiyuError('accounts-full');
    await assertNameFree(tx, name, now);
    await assertEmailFree(tx, email);
    if (isLogged) throw new MiyuError('account-exists');
    if (this.#parts.policy.tokenRequired) await spendToken(tx, token, now);
    tx.put('accounts', identity.account, AccountRow.encode(newRow(candidate)));
    putName(tx, identity.account, name);
    if (email !== '') tx.put('emails', utf8(emailKey(email)), identity.account);
    return true;
  }
}

/** Registered already: by this very device and not since moved on, or by somebody who signs in. @throws MiyuError 'account-exists' */
export function assertSameDevice(row: AccountRow, device: DeviceCertificate): void {
  if (row.epoch !== 1n || !equalBytes(row.device, device.device)) throw new MiyuError('account-exists');
}

async function assertEmailFree(tx: StoreTransaction, email: string): Promise<void> {
  if (email !== '' && (await tx.get('emails', utf8(emailKey(email)))) !== undefined) {
    throw new MiyuError('email-taken', { field: 'email' });
  }
}

const newRow = ({ identity, device, statement, certificate, email, now }: Candidate): AccountRow => ({
  statements: [statement],
  certificate,
  identityKey: identity.identityKey,
  device: device.device,
  epoch: device.epoch,
  email,
  registeredAt: BigInt(now),
  ...{ signedInAt: 0n, origin: new Uint8Array(0), label: new Uint8Array(0) },
  formerNames: [],
});
