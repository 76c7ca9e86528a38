/**
 * What becomes of one content on its way to a friend. Pure: the flows tell what happened, and do what the effect says.
 *
 *   queued     in the outbox, with no envelope for the device that the friend has now
 *   sealed     its envelope is at hand; perhaps on the way over a link (`direct`), to a mailbox (`depositing`), or both
 *   stored     the friend's server has signed that it keeps that envelope; it may be on the way over a link as well
 *   delivered  the friend has it on disk; the content is forgotten here
 *   read       the friend's person has seen it
 *   failed     it will not arrive, and the chat says why
 *
 *   event            queued      sealed               stored               delivered   read        failed
 *   sealed           sealed      sealed (anew)        sealed (anew)        ✗           ✗           ✗
 *   sent             ✗           direct := link       direct := link       ✗           ✗           ✗
 *   depositing       ✗           depositing           ✗                    ✗           ✗           ✗
 *   committed        delivered   delivered            delivered            =           =           =
 *   received         delivered   delivered            delivered            =           =           =
 *   read             read        read                 read                 read        =           =
 *   unopened         =           queued               queued               =           =           =
 *   wanted           =           queued, or = where it is on the way over a link          =        =   =
 *   link-lost        =           direct := none       direct := none       =           =           =
 *   stored           =           stored, or = where it was sealed anew meanwhile (stored: the later time)   =   =   =
 *   deposit-failed   =           not depositing, or =, likewise            =           =           =
 *   refused          =           failed, or = likewise                     =           =           =
 *   expired          ✗           ✗                    queued               ✗           ✗           ✗
 *   unstored         =           =                    sealed               =           =           =
 *
 * `=`: a repetition or an answer that came late, harmless. `✗`: the program's own mistake ('internal'); nothing that a friend or a
 * server says leads there. Both paths at once are no conflict: they carry the same envelope, and whichever answers first decides.
 * What was handed over from one path to the other is not taken back from the first: the friend tells doubles by their number.
 */
import { MiyuError } from '../../shared/errors.ts';

export interface Queued {
  readonly state: 'queued';
}

export interface Sealed<Link> {
  readonly state: 'sealed';
  /** Which session it was sealed in, and the how manieth of its envelopes this is. */
  readonly slot: bigint;
  readonly seal: number;
  /** The link that it is on the way over. */
  readonly direct: Link | undefined;
  readonly depositing: boolean;
}

export interface Stored<Link> {
  readonly state: 'stored';
  readonly slot: bigint;
  readonly seal: number;
  readonly direct: Link | undefined;
  /** Wall-clock milliseconds until which the mailbox keeps it. */
  readonly until: number;
}

/** What stands in the outbox. */
export type Waiting<Link> = Queued | Sealed<Link> | Stored<Link>;

export type Ended =
  { readonly state: 'delivered' } | { readonly state: 'read' } | { readonly state: 'failed'; readonly reason: string };

export type Delivery<Link> = Waiting<Link> | Ended;

export type DeliveryEvent<Link> =
  /** Sealed, for the first time or for another session. */
  | { readonly event: 'sealed'; readonly slot: bigint; readonly seal: number }
  | { readonly event: 'sent'; readonly link: Link }
  | { readonly event: 'depositing' }
  /** The friend acknowledged it on a link. */
  | { readonly event: 'committed' }
  /** A delivered receipt of the friend covers it. */
  | { readonly event: 'received' }
  | { readonly event: 'read' }
  /** The friend's device cannot open it. */
  | { readonly event: 'unopened' }
  /** The friend misses it. */
  | { readonly event: 'wanted' }
  | { readonly event: 'link-lost'; readonly link: Link }
  /** The server's signed receipt for this envelope. */
  | { readonly event: 'stored'; readonly seal: number; readonly until: number }
  /** The server could not be asked, or cannot take it now. */
  | { readonly event: 'deposit-failed'; readonly seal: number }
  /** The server takes nothing from us for this friend. */
  | { readonly event: 'refused'; readonly seal: number; readonly reason: string }
  /** The mailbox keeps it no longer. */
  | { readonly event: 'expired' }
  /** The server that signed for it may have lost it: the same envelope is to be deposited again. */
  | { readonly event: 'unstored' };

/**
 * What must be written with the new state.
 *
 * none    nothing: it is known in memory alone, and right again after a restart
 * row     its outbox row as it is now: sealed, stored with the receipt, or without an envelope
 * forget  its outbox row goes
 */
export type DeliveryEffect = 'none' | 'row' | 'forget';

export interface DeliveryStep<Link> {
  readonly delivery: Delivery<Link>;
  readonly effect: DeliveryEffect;
}

export const QUEUED: Queued = { state: 'queued' };
const DELIVERED: Ended = { state: 'delivered' };
const READ: Ended = { state: 'read' };

const unchanged = <Link>(delivery: Delivery<Link>): DeliveryStep<Link> => ({ delivery, effect: 'none' });

/** @throws MiyuError 'internal' for a pair that is marked ✗ above */
export function stepDelivery<Link>(delivery: Delivery<Link>, event: DeliveryEvent<Link>): DeliveryStep<Link> {
  switch (delivery.state) {
    case 'queued':
    case 'sealed':
    case 'stored':
      return stepWaiting(delivery, event);
    case 'delivered':
      return event.event === 'read' ? { delivery: READ, effect: 'none' } : stepEnded(delivery, event);
    case 'read':
    case 'failed':
      return stepEnded(delivery, event);
  }
}

function stepEnded<Link>(delivery: Ended, { event }: DeliveryEvent<Link>): DeliveryStep<Link> {
  switch (event) {
    case 'sealed':
    case 'sent':
    case 'depositing':
    case 'expired':
      return invalid();
    case 'committed':
    case 'received':
    case 'read':
    case 'unopened':
    case 'wanted':
    case 'link-lost':
    case 'stored':
    case 'deposit-failed':
    case 'refused':
    case 'unstored':
      return unchanged(delivery);
  }
}

function stepWaiting<Link>(delivery: Waiting<Link>, event: DeliveryEvent<Link>): DeliveryStep<Link> {
  switch (event.event) {
    case 'sealed':
      return {
        delivery: { state: 'sealed', slot: event.slot, seal: event.seal, direct: undefined, depositing: false },
        effect: 'row',
      };
    case 'sent':
      return delivery.state === 'queued' ? invalid() : unchanged<Link>({ ...delivery, direct: event.link });
    case 'depositing':
      return delivery.state === 'sealed' ? unchanged({ ...delivery, depositing: true }) : invalid();
    case 'committed':
    case 'received':
      return { delivery: DELIVERED, effect: 'forget' };
    case 'read':
      return { delivery: READ, effect: 'forget' };
    case 'unopened':
      return delivery.state === 'queued' ? unchanged(delivery) : { delivery: QUEUED, effect: 'row' };
    case 'wanted':
      if (delivery.state === 'queued' || delivery.direct !== undefined) return unchanged(delivery);
      return { delivery: QUEUED, effect: 'row' };
    case 'link-lost':
      if (delivery.state === 'queued' || delivery.direct !== event.link) return unchanged(delivery);
      return unchanged<Link>({ ...delivery, direct: undefined });
    case 'stored': {
      if (delivery.state === 'queued' || delivery.seal !== event.seal) return unchanged(delivery);
      const until = delivery.state === 'stored' ? Math.max(delivery.until, event.until) : event.until;
      const { slot, seal, direct } = delivery;
      return { delivery: { state: 'stored', slot, seal, direct, until }, effect: 'row' };
    }
    case 'deposit-failed':
      if (delivery.state !== 'sealed' || delivery.seal !== event.seal) return unchanged(delivery);
      return unchanged({ ...delivery, depositing: false });
    case 'refused':
      if (delivery.state !== 'sealed' || delivery.seal !== event.seal) return unchanged(delivery);
      return { delivery: { state: 'failed', reason: event.reason }, effect: 'forget' };
    case 'expired':
      return delivery.state === 'stored' ? { delivery: QUEUED, effect: 'row' } : invalid();
    case 'unstored': {
      if (delivery.state !== 'stored') return unchanged(delivery);
      const { slot, seal, direct } = delivery;
      return { delivery: { state: 'sealed', slot, seal, direct, depositing: false }, effect: 'row' };
    }
  }
}

function invalid(): never {
  throw new MiyuError('internal');
}
