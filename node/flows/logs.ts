/**
 * What this profile believes of each server's transparency log: the head that it accepted last, on disk before anything that depends on it,
 * and where a person's chain stood in it. Everything that a server says of its log goes through here, one answer at a time for each server.
 */
import { isContradiction } from '../core/alarms.ts';
import { HeadRow, type ContactRow } from '../core/generated/rows.js';
import { HEAD_SEQ, VERIFIED } from '../core/rows.ts';
import { sha256 } from '../../shared/crypto/hash.ts';
import { isMiyuError, MiyuError } from '../../shared/errors.ts';
import { equalBytes, toHex } from '../../shared/ids.ts';
import { encodeEvidence, type Conflict } from '../../shared/transparency/evidence.ts';
import { accountKey, nameKey, type MapEntry } from '../../shared/transparency/map-entries.ts';
import { decodeHeadProof, decodeLookupProof, splitHashes } from '../../shared/transparency/proof-bytes.ts';
import { openTreeHead, type OpenedHead } from '../../shared/transparency/tree-head.ts';
import {
  acceptHead,
  isHeadRefused,
  isLookupRefused,
  judgeAbsence,
  judgeFriendsHead,
  judgeLookup,
  type HeadFault,
  type LookupFault,
} from '../../shared/transparency/view.ts';
import { Home, Signed } from '../../shared/wire/generated/identity.js';
import type { LogKept, LookupResponse } from '../../shared/wire/generated/rendezvous.js';
import { MAX_HEAD_AGE_MS, MAX_LOG_PROOF_HASHES } from '../../shared/wire/limits.ts';
import type { Alarms } from './alarms.ts';
import { pause } from './back-off.ts';
import type { Contacts, FlowContext } from './context.ts';
import { compareWithKnown, type EntryChange } from './known-entries.ts';
import type { Op, RendezvousClient, Waiting } from './ports.ts';
import { readable } from './readable-rows.ts';

/** Heads of servers kept in memory; one on disk is read again. */
const MAX_KNOWN = 256;
/** While a server begins its log anew it asks to be asked again: this often, with the pause that it names. */
const BUSY_ATTEMPTS = 5;
const BUSY_PAUSE_MS = 500;
const FOR_EVER = new AbortController().signal;
const NOTHING = new Uint8Array(0);

export interface LogPorts {
  readonly alarms: Alarms;
  readonly contacts: () => Contacts;
  /** Another head was accepted. */
  readonly onHead: () => void;
}

export type By = { readonly name: string } | { readonly account: Uint8Array };

export interface Answered {
  readonly answer: LookupResponse;
  readonly entry: MapEntry;
}

/** What the map says of an account, and how that stands to what it said before. */
export interface AccountEntry {
  readonly entry: MapEntry | undefined;
  readonly change: EntryChange;
  /** Of 'set-back', where there is any. */
  readonly evidence: Uint8Array | undefined;
}

/** What a friend's head is beside ours. */
export type FriendsHead = 'consistent' | 'alarm' | 'unknown';

export type Logs = ReturnType<typeof createLogs>;

/** This head is the one that was accepted last. */
export const headOp = (head: OpenedHead, now: number): Op => ({
  ...({ op: 'put', table: 'heads', id: head.server, seq: HEAD_SEQ } as const),
  value: HeadRow.encode({ head: Signed.encode(head.signed), seenAt: BigInt(now) }),
});

export function createLogs(context: FlowContext, { alarms, contacts, onHead }: LogPorts) {
  const { store, clock } = context;
  const known = new Map<string, OpenedHead>();
  const turns = new Map<string, Promise<unknown>>();

  /** The head that was accepted last of this server's log; undefined: none yet. */
  function readHead(server: Uint8Array): OpenedHead | undefined {
    const key = toHex(server);
    const found = known.get(key);
    if (found !== undefined) return found;
    const bytes = readable(store, 'heads', server, HEAD_SEQ);
    if (bytes === undefined) return undefined;
    try {
      const head = openTreeHead(Signed.decode(HeadRow.decode(bytes).head), server);
      remember(key, head);
      return head;
    } catch {
      return undefined;
    }
  }

  function remember(key: string, head: OpenedHead): void {
    if (known.size >= MAX_KNOWN) known.delete(known.keys().next().value!);
    known.set(key, head);
  }

  const keptOf = (server: Uint8Array): { kept: LogKept } | undefined => {
    const head = readHead(server);
    return head === undefined ? undefined : { kept: { log: head.log, size: BigInt(head.size) } };
  };

  const freshness = (): { now: number; most: number } => ({ now: clock.wall(), most: MAX_HEAD_AGE_MS });

  function inTurn<T>(server: Uint8Array, work: () => Promise<T>): Promise<T> {
    const key = toHex(server);
    const done = (turns.get(key) ?? Promise.resolve()).then(work);
    const settled = done.then(
      () => undefined,
      () => undefined,
    );
    turns.set(key, settled);
    void settled.then(() => {
      if (turns.get(key) === settled) turns.delete(key);
    });
    return done;
  }

  /** The head takes the kept one's place, with what came with it. */
  async function keep(head: OpenedHead, ops: readonly Op[] = []): Promise<void> {
    const key = toHex(head.server);
    const before = readHead(head.server);
    const isSame = before !== undefined && equalBytes(before.signed.payload, head.signed.payload);
    const put = headOp(head, clock.wall());
    if (!isSame || ops.length > 0) await store.commit([...(isSame ? [] : [put]), ...ops]);
    remember(key, head);
    if (!isSame) onHead();
    if (before === undefined || equalBytes(before.log, head.log)) return;
    await alarms.raise({ kind: 'new-log', server: head.server, log: head.log });
  }

  /** Friends at this server whose keys rest on its word alone, and the one by whom it came out. */
  function concerned(server: Uint8Array, friend?: Uint8Array): Uint8Array[] {
    const rests = (contact: Readonly<ContactRow>): boolean =>
      equalBytes(Home.decode(contact.home).server, server) && contact.verified === VERIFIED.no;
    const isMeant = (contact: Readonly<ContactRow>): boolean =>
      friend !== undefined && equalBytes(contact.account, friend);
    return contacts()
      .all()
      .filter((contact) => rests(contact) || isMeant(contact))
      .map(({ account }) => account);
  }

  async function contradicted(conflict: Conflict, friend?: Readonly<ContactRow>): Promise<void> {
    const { server, log } = conflict.first;
    await alarms.raise({
      ...{ kind: conflict.contradiction, server, log, evidence: encodeEvidence(conflict) },
      friend: friend === undefined ? undefined : { account: friend.account, name: friend.name },
      stops: concerned(server, friend?.account),
    });
  }

  /** What a refused answer means. @throws MiyuError 'log-alarm' | 'log-stale' | 'log-unproven' */
  async function refuse(fault: HeadFault | LookupFault, conflict: Conflict | undefined): Promise<never> {
    if (conflict !== undefined && isContradiction(fault)) {
      await contradicted(conflict);
      throw new MiyuError('log-alarm');
    }
    context.log.warn('log-refused', { reason: fault });
    throw new MiyuError(fault === 'stale' || fault === 'early' ? 'log-stale' : 'log-unproven');
  }

  /** Asks, and where the server's log begins anew just now, asks again. */
  async function patient<T>(ask: () => Promise<T>, { signal = FOR_EVER }: Waiting): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await ask();
      } catch (error) {
        if (!isMiyuError(error, 'busy') || attempt === BUSY_ATTEMPTS) throw error;
        await pause(BUSY_PAUSE_MS, signal);
      }
    }
  }

  /** Judges a LookupProof; the head that it carries is kept, with `more` of what was found. */
  async function judged(
    server: Uint8Array,
    key: Uint8Array,
    proof: Uint8Array,
    more: (entry: MapEntry | undefined, head: OpenedHead) => Op[] = () => [],
    judge: typeof judgeLookup = judgeLookup,
  ): Promise<MapEntry | undefined> {
    const decoded = decodeLookupProof(proof);
    if (decoded === undefined) return refuse('malformed', undefined);
    const kept = readHead(server);
    let found = judge({ server, kept }, key, decoded, freshness());
    // Nothing of the former log is proven by it; what is pinned stays pinned, and the person is told.
    if (isLookupRefused(found) && found.fault === 'other-log') {
      found = judge({ server, kept: undefined }, key, decoded, freshness());
    }
    if (isLookupRefused(found)) return refuse(found.fault, found.conflict);
    await keep(found.head, more(found.entry, found.head));
    return found.entry;
  }

  /** The same of an account, beside what was known of it. @param account undefined: nobody's of whom anything is kept */
  async function judgedOf(
    account: Uint8Array | undefined,
    server: Uint8Array,
    key: Uint8Array,
    proof: Uint8Array,
    judge?: typeof judgeLookup,
  ): Promise<AccountEntry> {
    let [change, evidence]: [EntryChange, Uint8Array | undefined] = ['same', undefined];
    const noted = (found: MapEntry | undefined, head: OpenedHead): Op[] => {
      if (account === undefined || (found !== undefined && !equalBytes(found.account, account))) return [];
      // A name that is nobody's, or was let go, says nothing of the account's last statement.
      const isOfName = !equalBytes(key, accountKey(server, account));
      if (isOfName && (found === undefined || found.released)) return [];
      const compared = compareWithKnown(store, account, { entry: found, key, proof, head });
      ({ change, evidence } = compared);
      return compared.ops;
    };
    const entry = await judged(server, key, proof, noted, judge);
    return { entry, change, evidence };
  }

  /** @throws MiyuError 'log-alarm', always */
  async function shownLess(
    server: Uint8Array,
    { account, name }: Readonly<ContactRow>,
    evidence: Uint8Array | undefined,
  ): Promise<never> {
    const { log } = readHead(server)!;
    await alarms.raise({ kind: 'set-back', server, log, friend: { account, name }, stops: [account], evidence });
    throw new MiyuError('log-alarm');
  }

  /** "There is nobody" is believed where the map says it; and of somebody who is known here it may not say less than before. */
  async function proveNobody(server: Uint8Array, by: By, key: Uint8Array, proof: Uint8Array): Promise<void> {
    const friend = 'account' in by ? contacts().get(by.account) : undefined;
    const { change, evidence } = await judgedOf(friend?.account, server, key, proof, judgeAbsence);
    if (friend !== undefined && change === 'set-back') await shownLess(server, friend, evidence);
  }

  return {
    readHead,

    /** Before a connection is used: our head is shown, and the newest is accepted. @throws MiyuError 'log-*' */
    meet(client: RendezvousClient, waiting: Waiting): Promise<OpenedHead> {
      const { server } = client;
      return inTurn(server, async () => {
        const kept = readHead(server);
        const head = kept === undefined ? {} : { head: kept.signed };
        const { proof } = await patient(() => client.logHead({ ...keptOf(server), ...head }, waiting), waiting);
        const decoded = decodeHeadProof(proof);
        if (decoded === undefined) return refuse('malformed', undefined);
        let accepted = acceptHead({ server, kept }, decoded, freshness());
        if (isHeadRefused(accepted) && accepted.fault === 'other-log') {
          accepted = acceptHead({ server, kept: undefined }, decoded, freshness());
        }
        if (isHeadRefused(accepted)) return refuse(accepted.fault, accepted.conflict);
        await keep(accepted);
        return accepted;
      });
    },

    /**
     * A look-up whose answer the log proves to be the latest, "there is nobody" like every other.
     * @throws MiyuError as the client; 'log-unproven' | 'log-stale' | 'log-alarm'
     */
    lookUp(client: RendezvousClient, by: By, waiting: Waiting): Promise<Answered> {
      const { server } = client;
      const key = 'account' in by ? accountKey(server, by.account) : nameKey(server, by.name);
      return inTurn(server, async () => {
        let answer: LookupResponse;
        try {
          answer = await patient(() => client.lookup({ ...by, ...keptOf(server) }, waiting), waiting);
        } catch (error) {
          const isNobody = isMiyuError(error, 'unknown-account') || isMiyuError(error, 'name-held');
          if (isNobody) await proveNobody(server, by, key, error.proof ?? NOTHING);
          throw error;
        }
        const latest = answer.statements.at(-1);
        const friend = contacts().get(answer.account);
        // Only of people who are known here: nobody looks strangers up to have them kept.
        const { entry, change, evidence } = await judgedOf(friend?.account, server, key, answer.proof);
        // Signed, whatever is said beside it.
        if (friend !== undefined && change === 'set-back') return shownLess(server, friend, evidence);
        const isLatest =
          entry !== undefined &&
          !entry.released &&
          latest !== undefined &&
          equalBytes(entry.account, answer.account) &&
          equalBytes(entry.entry, sha256(latest.payload));
        if (!isLatest) return refuse('entry-unproven', undefined);
        return { answer, entry };
      });
    },

    /** What the map says of a key, proven. @throws as lookUp */
    prove(client: RendezvousClient, key: Uint8Array, waiting: Waiting): Promise<MapEntry | undefined> {
      const { server } = client;
      return inTurn(server, async () => {
        const { proof } = await patient(() => client.logProve({ ...keptOf(server), key }, waiting), waiting);
        return judged(server, key, proof);
      });
    },

    /** What the map says of an account, proven, and how that stands to what it said last time. @throws as lookUp */
    proveAccount(client: RendezvousClient, account: Uint8Array, waiting: Waiting): Promise<AccountEntry> {
      const { server } = client;
      const key = accountKey(server, account);
      return inTurn(server, async () => {
        const { proof } = await patient(() => client.logProve({ ...keptOf(server), key }, waiting), waiting);
        return judgedOf(account, server, key, proof);
      });
    },

    /**
     * A head of this server that a friend was shown. `unknown`: the server could not be asked, or we have no head of it yet.
     * @throws MiyuError as the client
     */
    friendsHead(
      server: Uint8Array,
      client: () => Promise<RendezvousClient>,
      friend: Readonly<ContactRow>,
      theirs: OpenedHead,
      waiting: Waiting,
    ): Promise<FriendsHead> {
      return inTurn(server, async () => {
        const kept = readHead(server);
        if (kept === undefined) return 'unknown';
        const told = { account: friend.account, name: friend.name };
        const stops = (): Uint8Array[] => concerned(server, friend.account);
        let result = judgeFriendsHead({ server, kept }, theirs.signed, []);
        if (isHeadRefused(result) && result.fault === 'unproven') {
          const [smaller, greater] = [Math.min(kept.size, theirs.size), Math.max(kept.size, theirs.size)];
          const between = { log: kept.log, smaller: BigInt(smaller), greater: BigInt(greater) };
          let hashes: Uint8Array[] | undefined;
          try {
            hashes = splitHashes((await (await client()).logBetween(between, waiting)).hashes, MAX_LOG_PROOF_HASHES);
          } catch (error) {
            // It has signed a head of that size: that it has no such log any more is an answer.
            if (!isMiyuError(error, 'log-short') && !isMiyuError(error, 'malformed')) throw error;
          }
          result = judgeFriendsHead({ server, kept }, theirs.signed, hashes ?? []);
        }
        if (result === 'consistent') return result;
        if (result.conflict !== undefined) {
          await contradicted(result.conflict, friend);
          return 'alarm';
        }
        if (result.fault === 'unproven' || result.fault === 'map-mismatch') {
          await alarms.raise({ kind: 'unproven', server, log: kept.log, friend: told, stops: stops() });
          return 'alarm';
        }
        return 'unknown';
      });
    },

    /** Two logs of one server, both signed since the other was. */
    async twoLogs(server: Uint8Array, friend: Readonly<ContactRow>): Promise<void> {
      const kept = readHead(server);
      if (kept === undefined) return;
      const told = { account: friend.account, name: friend.name };
      const stops = concerned(server, friend.account);
      await alarms.raise({ kind: 'two-logs', server, log: kept.log, friend: told, stops });
    },

    /** The person goes on trusting this server: what it says next is the beginning. */
    async forget(server: Uint8Array): Promise<void> {
      known.delete(toHex(server));
      await store.commit([{ op: 'delete', table: 'heads', id: server, seq: HEAD_SEQ }]);
    },
  };
}
