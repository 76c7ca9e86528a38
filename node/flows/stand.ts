/**
 * Two friends tell each other where they stand: when a link comes up, before anything else leaves over it; and through the mailbox when
 * something came by it, which is the receipt for that. What follows from it is in stand-repair.ts.
 *
 * No Stand is an answer to a Stand, but to a question; questions are asked with growing pauses while the two do not agree, and each side
 * tells at most once in TELL_EVERY_MS. So two sides that never come to agree exchange a few bytes an hour.
 */
import { decodeStand, QUESTION_BYTES } from '../core/content.ts';
import { RELATION } from '../core/rows.ts';
import { isMiyuError } from '../../shared/errors.ts';
import { equalBytes, shortId } from '../../shared/ids.ts';
import type { Content } from '../../shared/wire/generated/content.js';
import { CONTENT } from '../../shared/wire/protocols.ts';
import type { FlowContext } from './context.ts';
import type { Draft, Lane } from './lane.ts';
import type { ChatLink } from './ports.ts';
import { applyRead } from './receipts.ts';
import { learnSent, standOf } from './stand-content.ts';
import { applyClaim } from './stand-repair.ts';
import type { Transients } from './transient.ts';
import { takeNotes, type VaultNotes } from './vault-notes.ts';
import type { WithheldWatch } from './withheld.ts';

/** How long what waits is kept from a new link until the friend has said where they stand: several round trips of a bad network. */
const STANDING_MS = 2_000;
/** What came in one burst is told together. */
const TELL_DELAY_MS = 300;
const TELL_EVERY_MS = 1_000;
/** What goes over a link is acknowledged by the link; where both stand is told now and then, so that both can say so. */
const TELL_ON_LINK_MS = 60_000;
/** Pauses between two questions while friends do not agree. */
const FIRST_ASK_MS = 1_000;
const LONGEST_ASK_MS = 60 * 60_000;
/** Stands of one friend that are looked at within the time: one may cost a look through a long outbox. */
const MAX_HEARD = 20;
const HEARD_WITHIN_MS = 10_000;
/** Texts that one friend may make us send again: a long conversation at once, and no more of it until a day has passed. */
const MAX_RESENT = 10_000;
const RESENT_WITHIN_MS = 24 * 60 * 60_000;

interface State {
  link: ChatLink | undefined;
  /** What was settled when that link came up, and when the question was asked. */
  settledAtUp: bigint;
  settledAtQuestion: bigint;
  question: Uint8Array | undefined;
  answer: Uint8Array | undefined;
  askDelay: number;
  ask: NodeJS.Timeout | undefined;
  tell: NodeJS.Timeout | undefined;
  quiet: NodeJS.Timeout | undefined;
  toldAt: number;
  /** The friend does not know yet that something arrived. */
  owed: boolean;
  proceed: (() => void) | undefined;
  heard: number;
  heardSince: number;
  resent: number;
  resentSince: number;
}

export interface StandPorts {
  readonly transients: Transients;
  readonly withheld: WithheldWatch;
  readonly isPresent: (lane: Lane) => boolean;
  /** The person's switch: what was read is told, and taken from the friend. */
  readonly tellsRead: () => boolean;
  readonly notes?: VaultNotes;
}

/** Grows with each content that is not waiting any more. */
const settledOf = (lane: Lane): bigint => lane.counters.nextNumber - BigInt(lane.entries.size);

/** Whether there is anything to compare. */
const hasTalked = ({ contact, counters }: Lane): boolean =>
  contact.relation === RELATION.friend && (counters.nextNumber > 1n || counters.inbox.length > 0);

export function createStands(context: FlowContext, ports: StandPorts) {
  const states = new Map<Lane, State>();
  let stopped = false;

  const stateOf = (lane: Lane): State => {
    let state = states.get(lane);
    if (state === undefined) {
      state = {
        ...{
          link: undefined,
          question: undefined,
          answer: undefined,
          ask: undefined,
          tell: undefined,
          quiet: undefined,
        },
        ...{ proceed: undefined, settledAtUp: 0n, settledAtQuestion: 0n, askDelay: FIRST_ASK_MS },
        ...{ toldAt: -Infinity, owed: false, heard: 0, heardSince: -Infinity, resent: 0, resentSince: -Infinity },
      };
      states.set(lane, state);
    }
    return state;
  };

  function later(lane: Lane, delay: number, work: (state: State) => void): NodeJS.Timeout | undefined {
    if (stopped || !ports.isPresent(lane)) return undefined;
    const timeout = setTimeout(() => {
      if (!stopped) work(stateOf(lane));
    }, delay);
    timeout.unref();
    return timeout;
  }

  /** A link came up or went down. */
  function linkChanged(lane: Lane): void {
    const state = stateOf(lane);
    const { link } = lane;
    if (state.link === link) return;
    state.proceed?.();
    state.link = link;
    if (link === undefined || !hasTalked(lane)) return;
    state.settledAtUp = settledOf(lane);
    void tell(lane, state);
    // A friend who has nothing of ours, and of whom we have nothing, has nothing to say.
    if (settledOf(lane) <= 1n && lane.counters.inbox.length === 0) return;
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const timer = setTimeout(resolve, STANDING_MS, undefined);
    const standing = promise.then(() => {
      clearTimeout(timer);
      if (lane.standing === standing) lane.standing = undefined;
    });
    lane.standing = standing;
    state.proceed = () => {
      state.proceed = undefined;
      resolve(undefined);
    };
    void link.closed.then(() => {
      resolve(undefined);
    });
  }

  /** Never rejects. */
  async function tell(lane: Lane, state: State, question?: Uint8Array): Promise<void> {
    clearTimeout(state.tell);
    state.tell = undefined;
    state.toldAt = context.clock.monotonic();
    const { answer } = state;
    const body = bodyOf(lane, { ...(question && { question }), ...(answer && { answer }) });
    if (body === undefined) {
      // The store cannot be read just now: soon.
      state.tell = later(lane, TELL_EVERY_MS, (present) => {
        void tell(lane, present, question);
      });
      return;
    }
    state.answer = undefined;
    const outcome = await ports.transients.send(lane, CONTENT.stand, body, { fresh: false });
    if (outcome !== 'lost') state.owed = false;
    // Its server is busy and has no prekeys for us, say, and nothing else may be said over this link for long; or the link was dead, and
    // the friend still waits for the receipt for its mail.
    else if (lane.link !== undefined || state.owed) ask(lane);
  }

  /** Undefined: nobody knows just now. */
  function bodyOf(lane: Lane, questions: Parameters<typeof standOf>[1]): Uint8Array | undefined {
    try {
      return lane.isAdrift ? undefined : standOf(lane, questions, ports.tellsRead(), ports.notes?.own());
    } catch (error) {
      if (!isMiyuError(error)) throw error;
      context.log.info('stand-waits', { account: shortId(lane.account), code: error.code });
      return undefined;
    }
  }

  /** The friend is to hear where we stand, soon. */
  function owes(lane: Lane): void {
    const state = stateOf(lane);
    state.owed = true;
    const since = context.clock.monotonic() - state.toldAt;
    state.tell ??= later(lane, Math.max(TELL_DELAY_MS, TELL_EVERY_MS - since), (present) => {
      void tell(lane, present);
    });
  }

  /** Something came over the link. */
  function came(lane: Lane): void {
    const state = stateOf(lane);
    state.quiet ??= later(lane, TELL_ON_LINK_MS, (present) => {
      present.quiet = undefined;
      if (lane.link !== undefined) owes(lane);
    });
  }

  /** Tells the friend where we stand, and asks the same of them: soon, and then with growing pauses until we agree. */
  function ask(lane: Lane): void {
    const state = stateOf(lane);
    state.ask ??= later(lane, state.askDelay, (present) => {
      present.ask = undefined;
      present.askDelay = Math.min(2 * present.askDelay, LONGEST_ASK_MS);
      present.question = context.random(QUESTION_BYTES);
      present.settledAtQuestion = settledOf(lane);
      void tell(lane, present, present.question);
    });
  }

  /** True where this friend has not used up what the time allows. */
  function mayBeHeard(state: State): boolean {
    const now = context.clock.monotonic();
    if (now - state.heardSince > HEARD_WITHIN_MS) {
      state.heardSince = now;
      state.heard = 0;
    }
    state.heard += 1;
    return state.heard <= MAX_HEARD;
  }

  function mayResend(state: State): number {
    const now = context.clock.monotonic();
    if (now - state.resentSince > RESENT_WITHIN_MS) {
      state.resentSince = now;
      state.resent = 0;
    }
    return Math.max(0, MAX_RESENT - state.resent);
  }

  /** The friend's word; part of the step that opened it. @throws MiyuError 'malformed' */
  function apply(lane: Lane, draft: Draft, content: Content): void {
    const stand = decodeStand(content.body);
    const state = stateOf(lane);
    if (!mayBeHeard(state)) {
      context.log.info('stand-unheard', { account: shortId(lane.account) });
      return;
    }
    const isAnswer = state.question !== undefined && equalBytes(stand.answer, state.question);
    const settled = settledOf(lane);
    const fresh =
      (isAnswer && settled === state.settledAtQuestion) ||
      (state.link !== undefined && state.link === lane.link && settled === state.settledAtUp);
    if (isAnswer) state.question = undefined;
    const claim = stand.received.find(({ epoch }) => epoch === lane.counters.numberEpoch);
    if (lane.contact.relation === RELATION.friend) {
      if (stand.sent !== undefined) {
        learnSent(context, lane, draft, stand.sent);
        ports.withheld.suspect(lane, stand.sent.epoch, stand.stored);
      }
      if (claim !== undefined) {
        const repair = applyClaim(context, lane, draft, claim, { fresh, most: mayResend(state) });
        state.resent += repair.putBack;
        if (repair.agrees) {
          state.askDelay = FIRST_ASK_MS;
        } else if (repair.asks) {
          draft.after.push(() => {
            ask(lane);
          });
        }
      }
      takeNotes(lane, draft, stand, ports.notes);
      // A receipt may have been lost. Of contents that are not ours the comparison above knows.
      if (stand.read !== undefined) applyRead(context, lane, draft, stand.read, ports.tellsRead());
    }
    draft.after.push(() => {
      state.proceed?.();
      if (stand.question.length === 0) return;
      state.answer = stand.question;
      owes(lane);
    });
  }

  return {
    linkChanged,
    owes,
    came,
    ask,
    apply,
    forget(lane: Lane): void {
      const state = states.get(lane);
      clearTimeout(state?.ask);
      clearTimeout(state?.tell);
      clearTimeout(state?.quiet);
      state?.proceed?.();
      states.delete(lane);
    },
    stop(): void {
      stopped = true;
      for (const state of states.values()) {
        clearTimeout(state.ask);
        clearTimeout(state.tell);
        clearTimeout(state.quiet);
        state.proceed?.();
      }
    },
  };
}

export type Stands = ReturnType<typeof createStands>;
