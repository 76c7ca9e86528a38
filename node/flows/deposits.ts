/** Deposits at the mailbox of a friend's home: what waits goes there in order, and stays here until the friend has it. */
import { RELATION } from '../core/rows.ts';
import { openReceipt } from '../../shared/crypto/statements.ts';
import { isMiyuError, MiyuError, type ErrorCode } from '../../shared/errors.ts';
import { failpoint } from '../../shared/failpoints.ts';
import { equalBytes, shortId } from '../../shared/ids.ts';
import { Home, Signed } from '../../shared/wire/generated/identity.js';
import type { Stop } from './alarms.ts';
import type { FlowContext, Homes } from './context.ts';
import type { KeptMail } from './kept-mail.ts';
import type { Entry, Lane } from './lane.ts';
import type { RendezvousClient } from './ports.ts';
import { settle } from './settle.ts';

/** Deposits under way at once for one friend: hides the round trip, and keeps their order at the server. */
const DEPOSIT_WINDOW = 32;

/** Refusals after which trying again is pointless: the friend's server will not take it from us. */
const FINAL: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'not-granted',
  'grant-revoked',
  'unknown-account',
  'envelope-invalid',
  'too-large',
  'malformed',
]);

/** An account that its home does not know may be back (a store that was set back is registered at again); an end is not told to nobody. */
const isFinal = (lane: Lane, { code }: MiyuError): boolean =>
  FINAL.has(code) || (code === 'no-mailbox' && lane.contact.relation === RELATION.closing);

const isDepositable = (lane: Lane, entry: Entry): boolean =>
  entry.delivery.state === 'sealed' && !entry.delivery.depositing && lane.mayLeave(entry);

export interface DepositPorts {
  readonly homes: Homes;
  readonly kept: KeptMail;
  /** Aborted when the peer stops. */
  readonly signal: AbortSignal;
  /** The friend's mailbox works (true) or does not; for presence. */
  readonly mailboxSeen: (lane: Lane, works: boolean) => void;
  /** Why nothing may be sent to this contact; undefined: it may. */
  readonly stops: (account: Uint8Array) => Stop | undefined;
  /** A link came up meanwhile, or rows cannot be read. */
  readonly moved: (lane: Lane) => void;
}

export function createDeposits(context: FlowContext, ports: DepositPorts) {
  /** Everything that is sealed, until a link comes up. Throws where it must be tried again later. */
  async function all(lane: Lane): Promise<void> {
    const pending = [...lane.entries.values()].filter((entry) => isDepositable(lane, entry));
    if (pending.length === 0) return;
    let client: RendezvousClient;
    try {
      client = await ports.homes.clientFor(Home.decode(lane.contact.home), { signal: ports.signal });
    } catch (error) {
      ports.mailboxSeen(lane, false);
      throw error;
    }
    const mayGoOn = (): boolean => lane.link === undefined && ports.stops(lane.account) === undefined;
    for (let at = 0; at < pending.length && mayGoOn(); at += DEPOSIT_WINDOW) {
      const window = pending.slice(at, at + DEPOSIT_WINDOW);
      const outcomes = await Promise.allSettled(window.map((entry) => deposit(lane, entry, client)));
      const failure = outcomes.find((outcome) => outcome.status === 'rejected');
      if (failure !== undefined) throw failure.reason;
    }
    ports.mailboxSeen(lane, true);
    if (lane.link !== undefined || lane.isTorn) ports.moved(lane);
  }

  async function deposit(lane: Lane, entry: Entry, client: RendezvousClient): Promise<void> {
    const { number } = entry;
    const envelope = lane.envelopeOf(entry);
    const row = lane.outboxRow(number);
    if (lane.entries.get(number) !== entry || !isDepositable(lane, entry)) return;
    if (envelope === undefined || row === undefined) return;
    const seal = entry.seals;
    lane.noted(number, { event: 'depositing' });
    try {
      failpoint('deposit-before-send');
      const receipt = await depositOnce(lane, client, envelope);
      failpoint('deposit-answered');
      const opened = openReceipt(receipt, client.server);
      const matches =
        equalBytes(opened.owner, lane.account) &&
        equalBytes(opened.depositor, context.own().account) &&
        equalBytes(opened.envelopeId, row.envelopeId);
      if (!matches) throw new MiyuError('protocol-violation');
      const until = ports.kept.stored(lane, number, opened.expiresAt - opened.storedAt);
      const { committed } = lane.step((draft) => {
        settle(lane, draft, number, { event: 'stored', seal, until }, { receipt: Signed.encode(receipt) });
      });
      await committed;
      failpoint('deposit-settled');
      // The lane went back meanwhile: nobody waits for an answer to the envelope that it has now.
      const { delivery } = lane.entries.get(number) ?? {};
      if (delivery?.state === 'sealed' && delivery.seal !== seal) throw new MiyuError('store-failed');
    } catch (error) {
      if (!(error instanceof MiyuError) || !isFinal(lane, error)) throw error;
      const reason = error.code;
      const { committed } = lane.step((draft) => {
        settle(lane, draft, number, { event: 'refused', seal, reason });
      });
      await committed;
    } finally {
      lane.noted(number, { event: 'deposit-failed', seal });
    }
  }

  async function depositOnce(lane: Lane, client: RendezvousClient, envelope: Uint8Array): Promise<Signed> {
    const waiting = { signal: ports.signal };
    const first = { owner: lane.account, envelope };
    let answer;
    try {
      answer = await client.deposit(first, waiting);
    } catch (error) {
      // A server that lost the grant (its store was rolled back) takes it from us: the owner signed it.
      const lacksGrant = isMiyuError(error, 'not-granted') || isMiyuError(error, 'grant-revoked');
      if (!lacksGrant || lane.contact.grantHeld.length === 0) throw error;
      answer = await client.deposit({ ...first, grant: Signed.decode(lane.contact.grantHeld) }, waiting);
    }
    if (answer.receipt === undefined) throw new MiyuError('protocol-violation');
    return answer.receipt;
  }

  /** The oldest of what a link does not bring over. Never rejects: the link is still there, and the next look comes. */
  async function help(lane: Lane): Promise<void> {
    try {
      const oldest = [...lane.entries.values()].filter((entry) => isDepositable(lane, entry)).slice(0, DEPOSIT_WINDOW);
      if (oldest.length === 0) return;
      context.log.info('link-stalled', { account: shortId(lane.account), count: oldest.length });
      const client = await ports.homes.clientFor(Home.decode(lane.contact.home), { signal: ports.signal });
      await Promise.allSettled(oldest.map((entry) => deposit(lane, entry, client)));
    } catch (error) {
      if (!(error instanceof MiyuError)) context.log.fault(error);
    }
  }

  return { all, help };
}
