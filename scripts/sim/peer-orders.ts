/** What the harness asks of a peer's process, and what that answers. */

export type Order =
  | { readonly do: 'start'; readonly settings: PeerSettings }
  /** Registers, or unlocks what is there; again and again while the server is away. */
  | { readonly do: 'join'; readonly server: string }
  /** Resolves once all of them are friends. One of two asks. */
  | { readonly do: 'befriend'; readonly friends: readonly { readonly name: string; readonly asks: boolean }[] }
  /** Texts in bursts, each to one of them that is a friend by then, until `quiet`. */
  | {
      readonly do: 'chat';
      readonly to: readonly string[];
      readonly next: number;
      readonly perSecond: number;
      readonly seed: string;
    }
  | { readonly do: 'quiet' }
  | { readonly do: 'say'; readonly to: string; readonly number: number }
  | { readonly do: 'status' }
  | { readonly do: 'history'; readonly with: string }
  | { readonly do: 'leave' };

export interface PeerSettings {
  readonly name: string;
  readonly folder: string;
  readonly listen: string;
  readonly journal: string;
  readonly witness: string;
  readonly log: string;
  /** Error codes that may come in this world, beside those that may come in any. */
  readonly passing: readonly string[];
}

export interface StatusAnswer {
  readonly state: string;
  readonly missing: readonly string[];
  /** Contents that the friend does not have yet, as far as this side knows. */
  readonly waiting: number;
  readonly rssMiB: number;
}

/** Numbers of texts as this side shows them, in its order. */
export interface HistoryAnswer {
  readonly incoming: readonly number[];
  readonly outgoing: readonly number[];
  /** Of the outgoing ones, those that are shown as something else than delivered, with that. */
  readonly undelivered: readonly { readonly number: number; readonly state: string }[];
  /** Of the incoming ones, how many came through the mailbox. */
  readonly byMailbox: number;
}

export interface Answers {
  readonly start: string;
  readonly join: string;
  readonly befriend: null;
  readonly chat: null;
  readonly quiet: null;
  readonly say: null;
  readonly status: StatusAnswer;
  readonly history: HistoryAnswer;
  readonly leave: null;
}

/** `error`: a MiyuError's code, or the text of anything else behind "fault: ". */
export type Reply =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly error: string }
  /** `setBack`: it has found that it forgot what its friends have of it. */
  | { readonly acknowledged: number; readonly setBack: boolean };
