/**
 * Mail that our server took for us and does not give out. A friend shows the server's signed receipt for a content that is not here;
 * then the mailbox is emptied once more, and what still did not come is withheld: the receipt proves it, and is kept; and the friend is asked
 * once to seal and deposit it again, for they hold it as stored until its time there ends.
 */
import { arrival, cursorOf } from '../core/inbox.ts';
import type { WithheldMail } from '../core/generated/rows.js';
import { rangesOf } from '../core/ranges.ts';
import { openReceipt } from '../../shared/crypto/statements.ts';
import { MiyuError } from '../../shared/errors.ts';
import { equalBytes, shortId, toHex } from '../../shared/ids.ts';
import { ResendContent, type StoredStand } from '../../shared/wire/generated/content.js';
import { Signed } from '../../shared/wire/generated/identity.js';
import { CONTENT } from '../../shared/wire/protocols.ts';
import type { FlowContext } from './context.ts';
import type { Lane } from './lane.ts';
import type { Transients } from './transient.ts';

/** Receipts under suspicion at once, of all friends together; and what is kept of one friend's. */
const MAX_SUSPECTS = 256;
const MAX_WITHHELD = 8;
/** Envelopes of the mailbox that are remembered: what came and did not open is not withheld. More than some pages. */
const MAX_SEEN = 2_048;

interface Suspect {
  readonly lane: Lane;
  readonly mail: WithheldMail;
  /** The drain that must have ended before it counts. */
  readonly after: number;
}

export interface WithheldWatch {
  suspect(lane: Lane, epoch: bigint, stored: readonly StoredStand[]): void;
}

export interface WithheldPorts {
  readonly transients: Transients;
  readonly drain: () => void;
}

export function createWithheldWatch(context: FlowContext, ports: WithheldPorts) {
  const suspects = new Map<string, Suspect>();
  const seen = new Set<string>();
  let drains = 0;

  function suspectOf(lane: Lane, epoch: bigint, stored: StoredStand): [string, Suspect] | undefined {
    const { account, home } = context.own();
    try {
      const receipt = openReceipt(Signed.decode(stored.receipt), home.server);
      const id = toHex(receipt.envelopeId);
      const counts =
        equalBytes(receipt.owner, account) &&
        equalBytes(receipt.depositor, lane.account) &&
        receipt.expiresAt > BigInt(context.clock.wall()) &&
        !seen.has(id) &&
        !lane.opened.has(id);
      if (!counts) return undefined;
      const mail = {
        epoch,
        number: stored.number,
        server: home.server,
        storedAt: receipt.storedAt,
        receipt: stored.receipt,
      };
      return [id, { lane, mail, after: drains + 1 }];
    } catch {
      // A friend's receipt that is none proves nothing.
      return undefined;
    }
  }

  /** Once for each: a server that withholds does so again. */
  function ask(lane: Lane, { epoch, number }: WithheldMail): void {
    const wish = ResendContent.encode({ epoch, ranges: rangesOf([number]), envelopeIds: [] });
    void ports.transients.send(lane, CONTENT.resend, wish, { fresh: false });
  }

  const isHere = (lane: Lane, { epoch, number }: Pick<WithheldMail, 'epoch' | 'number'>): boolean => {
    if (lane.held.get(epoch)?.has(number) === true) return true;
    const place = arrival(cursorOf(lane.counters.inbox, epoch), number);
    return place === 'duplicate' || place === 'stale';
  };

  return {
    suspect(lane: Lane, epoch: bigint, stored: readonly StoredStand[]): void {
      for (const each of stored) {
        if (isHere(lane, { epoch, number: each.number }) || suspects.size >= MAX_SUSPECTS) continue;
        const found = suspectOf(lane, epoch, each);
        if (found !== undefined && !suspects.has(found[0])) suspects.set(...found);
      }
      if (suspects.size > 0) ports.drain();
    },
    /** The mailbox gave this out. */
    seen(envelopeId: Uint8Array): void {
      const id = toHex(envelopeId);
      suspects.delete(id);
      seen.add(id);
      if (seen.size > MAX_SEEN) seen.delete(seen.values().next().value ?? '');
    },
    begins(): void {
      drains += 1;
    },
    /** The mailbox was emptied to its end. */
    ended(): void {
      for (const [id, { lane, mail, after }] of suspects) {
        if (after > drains) continue;
        suspects.delete(id);
        context.log.warn('mail-withheld', { account: shortId(lane.account) });
        const others = lane.stand.withheld.filter((each) => each.epoch !== mail.epoch || each.number !== mail.number);
        if (others.length === lane.stand.withheld.length) ask(lane, mail);
        const { committed } = lane.step((draft) => {
          lane.stand = { ...lane.stand, withheld: [...others, mail].slice(-MAX_WITHHELD) };
          draft.stand = true;
        });
        committed.catch((error: unknown) => {
          context.log.info('commit-failed', { code: error instanceof MiyuError ? error.code : 'internal' });
        });
      }
    },
    forget(lane: Lane): void {
      for (const [id, suspect] of suspects) if (suspect.lane === lane) suspects.delete(id);
    },
  };
}
