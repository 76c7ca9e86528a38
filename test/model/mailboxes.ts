/** The server of both as the message side knows it: requests that take time and answers that get lost, and mail that it lies about. */
import type { VerifiedBundle } from '../../node/core/prekeys.ts';
import type { RendezvousClient } from '../../node/net/ports.ts';
import { sha256 } from '../../shared/crypto/hash.ts';
import { makeReceipt } from '../../shared/crypto/statements.ts';
import { MiyuError, type ErrorCode } from '../../shared/errors.ts';
import { equalBytes } from '../../shared/ids.ts';
import type { Mail } from '../../shared/wire/generated/rendezvous.js';
import type { Chance } from './chance.ts';
import { PEOPLE, SERVER, signer } from './people.ts';
import type { Scheduler } from './scheduler.ts';
import type { Who, Witness } from './witness.ts';
import type { Host } from './wires.ts';

/** The server's clock when a list begins. */
export const WALL_BASE = 1_800_000_000_000;
/** How long mail is kept: short, so that a list sees it expire. */
const KEPT_MS = 20 * 60_000;
const ANSWER_TIMEOUT_MS = 10_000;
/** Items of a page: few, so that a mailbox has several. */
const PAGE = 4;
/** Mail that was acknowledged and can be brought back. */
const OLD_MAIL = 8;

type Work<T> = () => T;

export class Mailboxes {
  away = false;
  /** Requests that are refused as 'busy', and such that are done and never answered. */
  busy = 0;
  unanswered = 0;
  /** Deposits that are refused for good. */
  refused = 0;
  /** Deposits that are acknowledged and thrown away. */
  forgetting = 0;
  /** Deposits of which another envelope is kept than came. */
  corrupting = 0;
  readonly quiet: [boolean, boolean] = [false, false];
  readonly withheld: [boolean, boolean] = [false, false];
  /** Somebody has mail that he may be told of. */
  onMail: (who: Who) => void = () => {};
  readonly #mail: [Mail[], Mail[]] = [[], []];
  readonly #old: [Mail[], Mail[]] = [[], []];
  readonly #sequences: [bigint, bigint] = [0n, 0n];
  readonly #handedOut: [number, number] = [0, 0];
  readonly #scheduler: Scheduler;
  readonly #chance: Chance;
  readonly #witness: Witness;

  constructor(scheduler: Scheduler, chance: Chance, witness: Witness) {
    this.#scheduler = scheduler;
    this.#chance = chance;
    this.#witness = witness;
  }

  get #now(): number {
    return WALL_BASE + Math.floor(this.#scheduler.now);
  }

  latency(): number {
    return 1 + this.#chance.below(20);
  }

  clientFor(host: Host): RendezvousClient {
    const { who } = host;
    const client: Partial<RendezvousClient> = {
      server: SERVER,
      deposit: ({ owner, envelope }) => {
        if (!host.dead) this.#witness.departed(envelope);
        const bytes = envelope.slice();
        return this.#request(host, () => {
          if (this.refused === 0) return { receipt: this.#deposit(who, ownerOf(owner), bytes) };
          this.refused -= 1;
          this.#witness.refusals[who] += 1;
          throw new MiyuError('grant-revoked');
        });
      },
      drain: ({ after, limit }) => this.#request(host, () => this.#drain(who, after, Math.min(limit, PAGE))),
      acknowledge: ({ upTo }) =>
        this.#request(host, () => {
          const gone = this.#mail[who].filter(({ sequence }) => sequence <= upTo);
          this.#mail[who] = this.#mail[who].filter(({ sequence }) => sequence > upTo);
          this.#old[who] = [...this.#old[who], ...gone].slice(-OLD_MAIL);
          return {};
        }),
    };
    return client as RendezvousClient;
  }

  /** The friend's bundle, with the next one-time prekey while there is one. */
  prekeysOf(host: Host, friend: Who): Promise<VerifiedBundle> {
    return this.#request(host, () => {
      const { bundles } = PEOPLE[friend];
      const at = Math.min(this.#handedOut[friend], bundles.length - 1);
      this.#handedOut[friend] += 1;
      return bundles[at]!;
    });
  }

  #request<T>(host: Host, work: Work<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      if (host.dead || host.cross()) return;
      const refuse = (ms: number, code: ErrorCode): void => {
        this.#scheduler.after(ms, () => {
          if (!host.dead) reject(new MiyuError(code));
        });
      };
      if (this.away) {
        refuse(this.latency(), 'server-unreachable');
        return;
      }
      this.#scheduler.after(this.latency(), () => {
        if (this.away) {
          refuse(0, 'link-closed');
        } else if (this.busy > 0) {
          this.busy -= 1;
          refuse(this.latency(), 'busy');
        } else {
          let answer: T;
          try {
            answer = work();
          } catch (error) {
            refuse(this.latency(), (error as MiyuError).code);
            return;
          }
          if (this.unanswered > 0) {
            this.unanswered -= 1;
            refuse(ANSWER_TIMEOUT_MS, 'timeout');
          } else {
            this.#scheduler.after(this.latency(), () => {
              if (!host.dead && !host.cross()) resolve(answer);
            });
          }
        }
      });
    });
  }

  #deposit(from: Who, owner: Who, envelope: Uint8Array) {
    const sequence = (this.#sequences[owner] += 1n);
    const storedAt = BigInt(this.#now);
    const depositor = PEOPLE[from].own.account;
    const envelopeId = sha256(envelope);
    if (this.corrupting > 0) {
      this.corrupting -= 1;
      this.#flip(envelope);
    }
    if (this.forgetting > 0) this.forgetting -= 1;
    else this.#mail[owner].push({ sequence, depositor, envelope, storedAt });
    this.#tell(owner);
    return makeReceipt(signer, {
      server: SERVER,
      owner: PEOPLE[owner].own.account,
      depositor,
      envelopeId,
      sequence,
      storedAt,
      expiresAt: storedAt + BigInt(KEPT_MS),
    });
  }

  #tell(owner: Who): void {
    if (this.quiet[owner]) return;
    this.#scheduler.after(this.latency(), () => {
      if (!this.away) this.onMail(owner);
    });
  }

  #drain(who: Who, after: bigint, limit: number): { mail: Mail[]; more: boolean } {
    const expired = BigInt(this.#now - KEPT_MS);
    this.#mail[who] = this.#mail[who].filter(({ storedAt }) => storedAt > expired);
    if (this.withheld[who]) return { mail: [], more: false };
    const mail = this.#mail[who].filter(({ sequence }) => sequence > after);
    return {
      mail: mail.slice(0, limit).map((each) => ({ ...each, envelope: each.envelope.slice() })),
      more: mail.length > limit,
    };
  }

  // The lies. What was signed for is not what is given out.

  /** Everything that waits comes in another order. */
  reorder(who: Who): void {
    const mail = this.#mail[who];
    for (let i = mail.length - 1; i > 0; i -= 1) {
      const at = this.#chance.below(i + 1);
      [mail[i], mail[at]] = [mail[at]!, mail[i]!];
    }
    this.#mail[who] = this.#renumbered(who, mail);
  }

  /** What waits, and what was acknowledged lately, comes once more. */
  repeat(who: Who): void {
    this.#mail[who].push(...this.#renumbered(who, [...this.#old[who], ...this.#mail[who]]));
    this.#tell(who);
  }

  #renumbered(who: Who, mail: readonly Mail[]): Mail[] {
    return mail.map((each) => ({ ...each, sequence: (this.#sequences[who] += 1n) }));
  }

  /** One bit of something that waits, or of what comes next, is another. */
  corrupt(who: Who): void {
    const mail = this.#mail[who];
    if (mail.length === 0) this.corrupting = 1;
    else this.#flip(mail[this.#chance.below(mail.length)]!.envelope);
  }

  #flip(envelope: Uint8Array): void {
    envelope[this.#chance.below(envelope.length)]! ^= 1 << this.#chance.below(8);
  }

  /** Nothing waits any more. */
  lose(who: Who): void {
    this.#mail[who] = [];
  }
}

const ownerOf = (account: Uint8Array): Who => (equalBytes(account, PEOPLE[0].own.account) ? 0 : 1);
