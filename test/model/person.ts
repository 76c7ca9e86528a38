/** One of the two: a disk that stays, and a process that dies and comes again. */
import { decodeContent, decodeText } from '../../node/core/content.ts';
import { CountersRow, HeldRow, HistoryRow, OutboxRow } from '../../node/core/generated/rows.js';
import { DIRECTION } from '../../node/core/rows.ts';
import type { FlowContext, Homes } from '../../node/flows/context.ts';
import { epochId } from '../../node/flows/lane-rows.ts';
import { createMessaging, textOf, type Messaging } from '../../node/flows/messaging.ts';
import { Prekeys } from '../../node/flows/prekeys.ts';
import { MiyuError } from '../../shared/errors.ts';
import type { Log } from '../../shared/log.ts';
import { CONTENT } from '../../shared/wire/protocols.ts';
import { Chance } from './chance.ts';
import { WALL_BASE, type Mailboxes } from './mailboxes.ts';
import { MemoryStore, newDisk, Rows, type Disk } from './memory-store.ts';
import { contactOf, PEOPLE, plainKem } from './people.ts';
import type { Defect } from './run-list.ts';
import type { Scheduler } from './scheduler.ts';
import { WireLinks, type Host, type Wires } from './wires.ts';
import { numberIn, other, type Who, type Witness } from './witness.ts';

/** How long a sign-in takes. */
const SIGN_IN_MS = 50;
/** What a process that says goodbye gives as its reason (GOODBYE.closing). */
const GOODBYE_CLOSING = 2;
/** Rows of a scan; no list is as long. */
const ALL = 10_000;

export interface ModelWorld {
  readonly scheduler: Scheduler;
  readonly witness: Witness;
  readonly wires: Wires;
  readonly mailboxes: Mailboxes;
  readonly seed: number;
  readonly defect: Defect | undefined;
  readonly friendOf: (who: Who) => Person;
}

/** A death that waits for its moment. */
export interface Death {
  /** How many doings of the process that others see are still to come before it. */
  crossings: number;
  /** Milliseconds until the process is there again, and until the other side notices that its link is dead. */
  readonly rest: number;
  readonly notice: number;
}

class Process implements Host {
  readonly who: Who;
  readonly store: MemoryStore;
  readonly messaging: Messaging;
  readonly links: WireLinks;
  dead = false;
  signedIn = false;
  readonly #person: Person;

  constructor(person: Person, world: ModelWorld) {
    const { scheduler, mailboxes, witness, wires } = world;
    this.#person = person;
    this.who = person.who;
    const { own } = PEOPLE[this.who];
    this.store = new MemoryStore(person.disk, {
      after: (ms, run) => scheduler.after(ms, run),
      latency: () => person.diskDelay + person.chance.below(4),
      early: world.defect === 'early-disk',
      onDurable: (ops, isThere) => {
        witness.durable(this.who, ops, isThere);
        this.cross();
      },
    });
    const started = scheduler.now;
    const { bytes } = world.defect === 'same-random' ? new Chance(world.seed, 10 + this.who) : person.chance;
    const log: Log = {
      debug: () => {},
      info: () => {},
      warn: () => {},
      fault: (error) => {
        if (!this.dead)
          witness.fail('C', `${this.who} logged a fault: ${error instanceof Error ? error.stack! : String(error)}`);
      },
    };
    const context: FlowContext = {
      own: () => own,
      store: this.store,
      clock: {
        wall: () => WALL_BASE + Math.floor(scheduler.now) + person.wallOffset,
        monotonic: () => scheduler.now - started,
      },
      random: bytes,
      kem: plainKem(bytes),
      log,
    };
    const client = mailboxes.clientFor(this);
    const homes: Homes = {
      clientFor: () => (mailboxes.away ? Promise.reject(new MiyuError('server-unreachable')) : Promise.resolve(client)),
      ownClient: () => (this.signedIn ? client : undefined),
    };
    this.links = new WireLinks(wires, this);
    this.messaging = createMessaging(context, {
      homes,
      links: this.links,
      prekeys: new Prekeys(context),
      prekeysFor: () => mailboxes.prekeysOf(this, other(this.who)),
      sources: [
        {
          name: 'directory',
          headStartMs: 300,
          find: () =>
            mailboxes.away
              ? Promise.reject(new MiyuError('server-unreachable'))
              : Promise.resolve({ addresses: ['/ip4/127.0.0.1/tcp/2'] }),
        },
      ],
      networks: () => [],
      onPresence: () => {},
      onTyping: () => undefined,
      onChat: () => undefined,
      tellsRead: () => true,
      tellsTyping: () => true,
      stops: () => undefined,
      onLinkUp: () => undefined,
      onHeads: () => undefined,
      prekeysWanted: () => Promise.reject(new MiyuError('unknown-request')),
    });
  }

  cross(): boolean {
    return this.#person.cross(this);
  }
}

export class Person {
  readonly who: Who;
  readonly chance: Chance;
  readonly disk: Disk = newDisk();
  /** Milliseconds by which the wall clock is wrong. */
  wallOffset = 0;
  /** Milliseconds that a write takes at least. */
  diskDelay = 0;
  process: Process | undefined;
  /** Numbers of the texts whose send was not answered yet by a process that lives. */
  readonly #pending = new Set<number>();
  death: Death | undefined;
  /** The friend's texts that this side had when it was replaced by a copy: the friend may be told so yet. */
  readonly #forgotten = new Set<number>();
  #archive: { readonly rows: Rows; readonly shown: number } | undefined;
  readonly #world: ModelWorld;

  constructor(who: Who, world: ModelWorld) {
    this.who = who;
    this.#world = world;
    this.chance = new Chance(world.seed, 10 + who);
    this.disk.rows.apply(PEOPLE[who].prekeyRows);
  }

  get friend(): Uint8Array {
    return PEOPLE[other(this.who)].own.account;
  }

  /** The first start of this profile. */
  async begin(): Promise<void> {
    const process = new Process(this, this.#world);
    this.process = process;
    const added = process.messaging.contacts.add(contactOf(PEOPLE[other(this.who)]));
    await this.#world.scheduler.pass(10);
    await added;
    this.#run(process);
  }

  /** The program is started: where it runs already, nothing happens. */
  start(): void {
    if (this.process !== undefined) return;
    const process = new Process(this, this.#world);
    this.process = process;
    this.#run(process);
  }

  #run(process: Process): void {
    process.messaging.start();
    process.messaging.resumeClearing().catch((error: unknown) => {
      if (!(error instanceof MiyuError)) this.#world.witness.fail('C', `clearing: ${String(error)}`);
    });
    this.signIn();
  }

  /** The server is there, or there again. */
  signIn(): void {
    const { process } = this;
    if (process === undefined) return;
    this.#world.scheduler.after(SIGN_IN_MS, () => {
      if (process.dead || this.#world.mailboxes.away || process.signedIn) return;
      process.signedIn = true;
      process.messaging.homeUp();
    });
  }

  signOut(): void {
    if (this.process !== undefined) this.process.signedIn = false;
  }

  /** See Host.cross. */
  cross(process: Process): boolean {
    if (process.dead) return true;
    const { death } = this;
    if (death === undefined || process !== this.process) return false;
    death.crossings -= 1;
    if (death.crossings >= 0) return false;
    this.die(death);
    return true;
  }

  /** The process ends in the middle of whatever it does. */
  die({ rest, notice }: Omit<Death, 'crossings'>): void {
    const { process } = this;
    this.death = undefined;
    if (process === undefined) return;
    this.#end(process, { rest, notice });
  }

  #end(process: Process, { rest, notice }: Omit<Death, 'crossings'>): void {
    process.dead = true;
    process.store.kill();
    this.#world.wires.cut(this.who === 0 ? [0, notice] : [notice, 0]);
    // Nobody was told what became of these, and nobody will be.
    for (const number of this.#pending) this.#world.witness.fates[this.who][number] = 'lost';
    this.#pending.clear();
    this.process = undefined;
    // Only to take back its timers: nothing of it reaches anybody any more.
    queueMicrotask(() => void process.messaging.stop(GOODBYE_CLOSING).catch(() => undefined));
    this.#world.scheduler.after(rest, () => {
      this.start();
    });
  }

  /** The person ends the program, and starts it again later. */
  leave(rest: number): void {
    const { process } = this;
    if (process === undefined) return;
    void process.messaging.stop(GOODBYE_CLOSING).then(async () => {
      await process.store.close();
      if (this.process === process) this.#end(process, { rest, notice: 0 });
    });
  }

  /** The profile is copied as it is on disk. */
  archive(): void {
    this.#archive = { rows: new Rows(this.disk.rows), shown: this.#world.witness.shown[this.who].length };
  }

  /** The profile is what was copied: whatever came or was sent since is not there. */
  restore(rest: number): void {
    const archive = this.#archive;
    if (archive === undefined) return;
    this.die({ rest, notice: 0 });
    const { witness, friendOf } = this.#world;
    const held = this.#held();
    this.disk.rows = new Rows(archive.rows);
    witness.copiedBack(this.who);
    for (const number of [...witness.shown[this.who].splice(archive.shown), ...held]) this.#forgotten.add(number);
    friendOf(this.who).#lose();
    this.#lose();
  }

  /** What this side will not send (again) and the friend does not have may come, or not: it is on its way, or nowhere. */
  #lose(): void {
    const { witness, friendOf } = this.#world;
    const [fates, cleared, friend] = [witness.fates[this.who], witness.cleared[this.who], friendOf(this.who)];
    // What a friend lacks who was copied back is sent again from the history. One who has not heard of this side at all cannot be told from
    // a new device, to which nothing is sent that was before it.
    const sent = friend.#hasHeard()
      ? this.#sent().filter((number) => number >= cleared && !witness.hidden[this.who].has(number))
      : [];
    const waiting = this.#waiting().filter((number) => !friend.#forgotten.has(number));
    const kept = new Set([...sent, ...waiting, ...witness.shown[friend.who], ...friend.#held()]);
    fates.forEach((fate, number) => {
      if (fate === 'acknowledged' && !kept.has(number)) fates[number] = 'lost';
    });
  }

  /** Whether anything numbered had come when the disk was written. */
  #hasHeard(): boolean {
    const row = this.disk.rows.group('contacts', this.friend)?.values.get(0n);
    return row !== undefined && CountersRow.decode(row).inbox.length > 0;
  }

  /** Numbers of the own texts in the history. */
  #sent(): number[] {
    return this.#onDisk('history')
      .map((value) => HistoryRow.decode(value))
      .filter(({ direction, kind, body }) => direction === DIRECTION.out && kind === CONTENT.text && body.length > 0)
      .map((row) => numberIn(textOf(row) ?? ''));
  }

  /** Numbers of the texts that came and wait for an earlier one. */
  #held(): number[] {
    const { epoch } = PEOPLE[other(this.who)].own;
    const rows = this.disk.rows.group('held', epochId(this.friend, epoch))?.values.values() ?? [];
    return [...rows]
      .map((row) => decodeContent(HeldRow.decode(row).content))
      .filter(({ kind }) => kind === CONTENT.text)
      .map(({ body }) => numberIn(decodeText(body)));
  }

  /** Numbers of the own texts that are to be delivered. */
  #waiting(): number[] {
    return this.#onDisk('outbox')
      .map((row) => OutboxRow.decode(row))
      .filter(({ kind }) => kind === CONTENT.text)
      .map(({ body }) => numberIn(decodeText(body)));
  }

  #onDisk(table: 'history' | 'outbox'): Uint8Array[] {
    return [...(this.disk.rows.group(table, this.friend)?.values.values() ?? [])];
  }

  send(padding: number): void {
    const { process } = this;
    if (process === undefined) return;
    const { witness } = this.#world;
    const { number, text } = witness.nextText(this.who, padding);
    const fates = witness.fates[this.who];
    this.#pending.add(number);
    process.messaging.sendText(this.friend, text).then(
      () => {
        if (!process.dead) this.#pending.delete(number);
        if (!process.dead && fates[number] === 'called') fates[number] = 'acknowledged';
      },
      (error: unknown) => {
        if (process.dead) return;
        this.#pending.delete(number);
        if (!(error instanceof MiyuError)) witness.fail('C', `a send fails with ${String(error)}`);
        if (fates[number] === 'called') fates[number] = 'rejected';
      },
    );
  }

  /** The person has seen all but the last entries. */
  read(behind: number): void {
    const { process } = this;
    if (process === undefined) return;
    const { nextPosition } = process.messaging.counters(this.friend);
    process.messaging.markRead(this.friend, nextPosition - 1n - BigInt(behind)).catch((error: unknown) => {
      this.#expected(process, 'reading', error);
    });
  }

  /** The person deletes the history. */
  clear(): void {
    const { process } = this;
    if (process === undefined) return;
    const { witness } = this.#world;
    witness.cleared[this.who] = witness.fates[this.who].length;
    // What a friend's older profile lacks cannot be sent again from now on.
    if (witness.restored[other(this.who)]) this.#lose();
    process.messaging.clearHistory(this.friend).catch((error: unknown) => {
      this.#expected(process, 'clearing', error);
    });
  }

  #expected(process: Process, what: string, error: unknown): void {
    if (!process.dead && !(error instanceof MiyuError)) this.#world.witness.fail('C', `${what}: ${String(error)}`);
  }

  /** States of the sent texts that are still in the history, oldest first (node/core/rows.ts STATE). */
  states(): number[] {
    return this.rows('history')
      .map((value) => HistoryRow.decode(value))
      .filter(({ direction, kind }) => direction === DIRECTION.out && kind === CONTENT.text)
      .map((row) => this.process?.messaging.stateOf(this.friend, row).state ?? row.state);
  }

  rows(table: 'history' | 'outbox' | 'sessions', from = 0n): Uint8Array[] {
    const rows = this.process?.store.scan(table, this.friend, { from, limit: ALL }) ?? [];
    return rows.map(({ value }) => value);
  }
}
