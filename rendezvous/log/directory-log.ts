/**
 * The log of the directory: what it signs and proves, and when it begins another. Heads are signed for what is on disk alone, and never with a
 * time that is not on disk as well: a server that starts again signs no earlier one.
 */
import type { Clock } from '../../shared/clock.ts';
import type { ServerSigner } from '../../shared/crypto/ed25519.ts';
import type { Random } from '../../shared/crypto/random.ts';
import { MiyuError } from '../../shared/errors.ts';
import { equalBytes } from '../../shared/ids.ts';
import type { ChainState } from '../../shared/transparency/chain.ts';
import type { Appended } from '../../shared/transparency/log.ts';
import { proveHead, proveLookup } from '../../shared/transparency/log.ts';
import { accountKey, decodeMapEntry } from '../../shared/transparency/map-entries.ts';
import { readValues } from '../../shared/transparency/map-store.ts';
import type { HeadWithProof, LookupWithProof } from '../../shared/transparency/proof-bytes.ts';
import { headTime, makeTreeHead, openTreeHead } from '../../shared/transparency/tree-head.ts';
import { rootsByConsistency } from '../../shared/transparency/tree-proof.ts';
import { consistencyRanges } from '../../shared/transparency/tree-ranges.ts';
import { readRanges } from '../../shared/transparency/tree-tiles.ts';
import type { Signed } from '../../shared/wire/generated/identity.js';
import type { KnowsResponse } from '../../shared/wire/generated/rendezvous.js';
import { MAX_HEAD_AGE_MS, SIGN_HEAD_EVERY_MS } from '../../shared/wire/limits.ts';
import { LogRow } from '../store/generated/rows.js';
import type { Store, StoreTransaction } from '../store/store.ts';
import { Appender, logBusy } from './append.ts';
import { beginAnew } from './begin.ts';
import { drive, LOG_KEY, LOG_LOCK, readLogRow } from './rows.ts';

export interface LogParts {
  readonly store: Store;
  readonly signer: ServerSigner;
  /** PeerId bytes. */
  readonly server: Uint8Array;
  readonly clock: Clock;
  readonly random: Random;
  /** Something that a store cannot know of itself: another one where it was put back from a copy. Empty: nothing is known. */
  readonly place: string;
  /** Batches that the store has lost so far. */
  readonly lost: bigint;
  /** The log was begun anew, and why. */
  onBegun(reason: BeginReason): void;
  onFault(error: unknown): void;
}

export type BeginReason =
  | 'first'
  | 'unfinished' // it was being begun when the server ended
  | 'moved' // the store lies elsewhere: a copy was put in its place
  | 'damaged'
  | 'set-back' // somebody has shown a head that we signed and that this log is not
  | 'clock'; // it was signed with a time that is still to come

/** What a client says that it has: a size of which log; 0 or another log: nothing. */
export interface Kept {
  readonly log: Uint8Array;
  readonly size: number;
}

export class DirectoryLog {
  readonly #parts: LogParts;
  readonly #appender: Appender;
  readonly #stopping = new AbortController();
  #begins: Promise<void> | undefined;
  #renewing: Promise<void> | undefined;
  #signed: { readonly row: LogRow; readonly head: Signed } | undefined;

  constructor(parts: LogParts) {
    this.#parts = parts;
    this.#appender = new Appender(parts.server);
  }

  /** Resolves when there is a log that can go on. @throws MiyuError as the store */
  async open(): Promise<void> {
    const { store, place, lost } = this.#parts;
    const row = await readLogRow(store);
    const reason = this.#whyAnother(row);
    if (reason !== undefined) await this.#begin(reason);
    else if (row!.place !== place || row!.lost !== lost) {
      await store.transact([LOG_LOCK], async (tx) => {
        const now = (await readLogRow(tx))!;
        tx.put('log', LOG_KEY, LogRow.encode({ ...now, place, lost }));
      });
    }
  }

  #whyAnother(row: LogRow | undefined): BeginReason | undefined {
    const { place, lost, clock } = this.#parts;
    if (row === undefined) return 'first';
    if (!row.complete) return 'unfinished';
    if (row.lost < lost) return 'damaged';
    if (row.place !== '' && place !== '' && row.place !== place) return 'moved';
    return Number(row.time) > clock.wall() + MAX_HEAD_AGE_MS ? 'clock' : undefined;
  }

  #begin(reason: BeginReason): Promise<void> {
    const { store, random, clock, place, lost } = this.#parts;
    this.#begins ??= (async () => {
      try {
        const parts = { store, random, appender: this.#appender, now: () => clock.wall() };
        await beginAnew(parts, { place, lost }, this.#stopping.signal);
        this.#parts.onBegun(reason);
      } finally {
        this.#begins = undefined;
      }
    })();
    return this.#begins;
  }

  /** Behind whoever asks: requests are told to come again until it is done. */
  #beginBehind(reason: BeginReason): void {
    void this.#begin(reason).catch((error: unknown) => {
      if (!this.#stopping.signal.aborted) this.#parts.onFault(error);
    });
  }

  /** The transaction holds LOG_LOCK. @throws MiyuError 'busy' | 'store-damaged' */
  append(tx: StoreTransaction, batch: readonly Appended[]): Promise<void> {
    return this.#appender.append(tx, batch, this.#parts.clock.wall());
  }

  /**
   * Which of these accounts it has, also those that were deleted since. The transaction holds LOG_LOCK.
   * @throws MiyuError 'busy' | 'store-damaged'
   */
  async has(tx: StoreTransaction, accounts: readonly Uint8Array[]): Promise<boolean[]> {
    const row = await readLogRow(tx);
    if (row?.complete !== true) throw logBusy();
    const keys = accounts.map((account) => accountKey(this.#parts.server, account));
    return (await drive(readValues(Number(row.size), keys), tx)).map((value) => value !== undefined);
  }

  /** First statements of accounts that it has not. The transaction holds LOG_LOCK. @throws MiyuError 'busy' | 'store-damaged' */
  async appendNew(tx: StoreTransaction, accounts: readonly ChainState[]): Promise<void> {
    await this.append(
      tx,
      accounts.map((after) => ({ before: undefined, after })),
    );
  }

  /** What it has of an account; nothing while it is begun anew. */
  async knownOf(account: Uint8Array): Promise<Pick<KnowsResponse, 'log'>> {
    const { store, server } = this.#parts;
    const row = await readLogRow(store);
    if (row?.complete !== true) return {};
    const [value] = await drive(readValues(Number(row.size), [accountKey(server, account)]), store);
    const found = value === undefined ? undefined : decodeMapEntry(value);
    if (found === undefined) return {};
    return { log: { entry: found.entry, sequence: found.sequence, index: BigInt(found.index) } };
  }

  /** Leaves on disk, and which log; for the operator. */
  async state(): Promise<{ readonly log: Uint8Array; readonly size: number } | undefined> {
    const row = await readLogRow(this.#parts.store);
    return row?.complete === true ? { log: row.log, size: Number(row.size) } : undefined;
  }

  /** The newest head with its proof. @throws MiyuError 'busy' | 'store-damaged' */
  async head(kept: Kept): Promise<HeadWithProof> {
    const { row, head } = await this.#newest();
    const from = fromOf(row, kept);
    return { head, from, hashes: await drive(proveHead(Number(row.size), from), this.#parts.store) };
  }

  /** What it says of a key. @throws MiyuError 'busy' | 'store-damaged' */
  async lookup(kept: Kept, key: Uint8Array): Promise<LookupWithProof> {
    const { row, head } = await this.#newest();
    return { head, ...(await drive(proveLookup(Number(row.size), fromOf(row, kept), key), this.#parts.store)) };
  }

  /**
   * Hashes for a friend's head and one's own: what is proven of the greater tree, which has the smaller one inside.
   * @throws MiyuError 'log-other' | 'log-short' (detail: the size that there is) | 'malformed' | 'busy'
   */
  async between(log: Uint8Array, smaller: number, greater: number): Promise<Uint8Array[]> {
    const { row } = await this.#newest();
    if (!equalBytes(log, row.log)) throw new MiyuError('log-other');
    if (greater > Number(row.size)) throw new MiyuError('log-short', { detail: Number(row.size) });
    if (smaller < 1 || smaller > greater) throw new MiyuError('malformed', { field: 'smaller' });
    return drive(proveHead(greater, smaller), this.#parts.store);
  }

  /**
   * A client shows the head that it keeps. Where we signed it and this log is not that one's future, the store was set back: another log
   * begins. @returns false where it does
   */
  async follows(shown: Signed): Promise<boolean> {
    const { server, store } = this.#parts;
    let head;
    try {
      head = openTreeHead(shown, server);
    } catch {
      return true; // Not by us: nothing that binds us.
    }
    const { row } = await this.#newest();
    if (!equalBytes(head.log, row.log)) return true;
    const size = Number(row.size);
    if (head.size < size) {
      const roots = rootsByConsistency(
        ...([head.size, size] as const),
        await drive(readRanges(consistencyRanges(head.size, size)), store),
      );
      if (roots !== undefined && equalBytes(roots.old, head.root)) return true;
    } else if (head.size === size && equalBytes(head.root, row.root)) return true;
    this.#beginBehind('set-back');
    return false;
  }

  async #newest(): Promise<{ readonly row: LogRow; readonly head: Signed }> {
    const { store, clock, signer, server } = this.#parts;
    if (this.#begins !== undefined) throw logBusy();
    let row = await readLogRow(store);
    if (row?.complete !== true) throw logBusy();
    const now = clock.wall();
    if (Number(row.time) > now + MAX_HEAD_AGE_MS) {
      this.#beginBehind('clock');
      throw logBusy();
    }
    if (now - Number(row.time) >= SIGN_HEAD_EVERY_MS) {
      await (this.#renewing ??= this.#renew(now).finally(() => (this.#renewing = undefined)));
      row = (await readLogRow(store))!;
      if (!row.complete) throw logBusy();
    }
    const signed = this.#signed;
    if (signed !== undefined && isSame(signed.row, row)) return signed;
    const { log, root, mapRoot } = row;
    const head = makeTreeHead(signer, { server, log, size: Number(row.size), root, mapRoot, time: Number(row.time) });
    return (this.#signed = { row, head });
  }

  /** A later time for what is there, on disk before it is signed. */
  async #renew(now: number): Promise<void> {
    await this.#parts.store.transact([LOG_LOCK], async (tx) => {
      const row = await readLogRow(tx);
      if (row?.complete !== true) return;
      tx.put('log', LOG_KEY, LogRow.encode({ ...row, time: BigInt(headTime(Number(row.time), now)) }));
    });
  }

  async stop(): Promise<void> {
    this.#stopping.abort(new MiyuError('closed'));
    await this.#begins?.catch(() => undefined);
  }
}

const fromOf = (row: LogRow, { log, size }: Kept): number =>
  equalBytes(log, row.log) && size <= Number(row.size) ? size : 0;

const isSame = (a: LogRow, b: LogRow): boolean =>
  a.size === b.size && a.time === b.time && equalBytes(a.log, b.log) && equalBytes(a.root, b.root);
