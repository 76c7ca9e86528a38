/**
 * Who is typing just now: told over a direct link that is up and to nobody else, and forgotten by itself. Nothing waits for it, and
 * nothing of it is kept but the ratchet's advance, which shares the disk's work with whatever else is written.
 */
import { decodeTyping } from '../core/content.ts';
import { RELATION } from '../core/rows.ts';
import type { Content } from '../../shared/wire/generated/content.js';
import { TypingContent } from '../../shared/wire/generated/content.js';
import { TYPING_EVERY_MS, TYPING_LASTS_MS } from '../../shared/wire/limits.ts';
import { CONTENT } from '../../shared/wire/protocols.ts';
import type { FlowContext } from './context.ts';
import type { Draft, Lane } from './lane.ts';
import type { Transients } from './transient.ts';

/** Of one friend within the time: an honest one says it four times, and may stop and begin in between. */
const MAX_HEARD = 8;
const HEARD_WITHIN_MS = 10_000;

export interface TypingPorts {
  readonly transients: Transients;
  /** The person's switch: who does not tell is not told either. */
  readonly isOn: () => boolean;
  readonly onTyping: (lane: Lane, active: boolean) => void;
}

interface State {
  /** Monotonic milliseconds of when the friend was last told that we type; `told`: that is what they show. */
  toldAt: number;
  told: boolean;
  /** Runs while the friend is typing, as far as we know. */
  ends: NodeJS.Timeout | undefined;
  heard: number;
  heardSince: number;
}

export function createTyping(context: FlowContext, ports: TypingPorts) {
  const states = new Map<Lane, State>();

  const stateOf = (lane: Lane): State => {
    let state = states.get(lane);
    if (state === undefined) {
      state = { toldAt: -Infinity, told: false, ends: undefined, heard: 0, heardSince: -Infinity };
      states.set(lane, state);
    }
    return state;
  };

  const shows = (lane: Lane): boolean => states.get(lane)?.ends !== undefined;

  function hide(lane: Lane): void {
    const state = states.get(lane);
    if (state?.ends === undefined) return;
    clearTimeout(state.ends);
    state.ends = undefined;
    ports.onTyping(lane, false);
  }

  function show(lane: Lane): void {
    const state = stateOf(lane);
    const isNew = state.ends === undefined;
    clearTimeout(state.ends);
    state.ends = setTimeout(() => {
      hide(lane);
    }, TYPING_LASTS_MS);
    state.ends.unref();
    if (isNew) ports.onTyping(lane, true);
  }

  function mayBeHeard(state: State): boolean {
    const now = context.clock.monotonic();
    if (now - state.heardSince > HEARD_WITHIN_MS) {
      state.heardSince = now;
      state.heard = 0;
    }
    state.heard += 1;
    return state.heard <= MAX_HEARD;
  }

  return {
    /** The person types, or has stopped. Nobody waits for it; too often, or without a link, it is not told. */
    tell(lane: Lane, active: boolean): void {
      if (!ports.isOn() || lane.contact.relation !== RELATION.friend) return;
      const state = stateOf(lane);
      const now = context.clock.monotonic();
      if (active ? now - state.toldAt < TYPING_EVERY_MS : !state.told) return;
      if (active) state.toldAt = now;
      state.told = active;
      void ports.transients.whisper(lane, CONTENT.typing, TypingContent.encode({ active }));
    },
    /** A text has gone out: the friend knows by it. */
    sent(lane: Lane): void {
      const state = states.get(lane);
      if (state !== undefined) state.told = false;
    },
    /** The friend's word; part of the step that opened it. @throws MiyuError 'malformed' */
    apply(lane: Lane, draft: Draft, content: Content): void {
      const { active } = decodeTyping(content.body);
      if (!mayBeHeard(stateOf(lane)) || !ports.isOn() || lane.contact.relation !== RELATION.friend) return;
      draft.after.push(() => {
        if (active) show(lane);
        else hide(lane);
      });
    },
    /** Something of theirs came, or the link is gone. */
    hide,
    shows,
    forget(lane: Lane): void {
      clearTimeout(states.get(lane)?.ends);
      states.delete(lane);
    },
    /** The switch was turned off: nobody is shown as typing any more. */
    switched(): void {
      if (!ports.isOn()) for (const lane of [...states.keys()]) hide(lane);
    },
    stop(): void {
      for (const state of states.values()) clearTimeout(state.ends);
    },
  };
}

export type Typing = ReturnType<typeof createTyping>;
