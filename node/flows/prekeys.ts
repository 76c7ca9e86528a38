/**
 * Our own prekeys: what the home server hands to friends who open a session while we are away, and the secrets behind it.
 *
 *   made       secrets and the upload itself are on disk, then it is sent; sent again as it is until the server has confirmed
 *   used       a one-time prekey's secret goes in the batch that accepts the message
 *   replaced   by the next upload; kept RETIRED_MS for messages that are still under way, then deleted
 *
 * A new upload follows when few one-time prekeys are left, when the signed prekey is a week old, and after each change of epoch.
 */
import { PrekeyRow, PrekeyStateRow, PrekeyUploadRow, SeenFirstRow } from '../core/generated/account.js';
import { ONE_GROUP } from '../core/rows.ts';
import { createOneTimePrekey, createPrekeys, makeBundle, type OwnPrekeySet } from '../core/prekeys.ts';
import { isMiyuError } from '../../shared/errors.ts';
import { failpoint } from '../../shared/failpoints.ts';
import { Signed } from '../../shared/wire/generated/identity.js';
import { LOW_ONE_TIME_PREKEYS, MAX_ONE_TIME_PREKEYS } from '../../shared/wire/limits.ts';
import type { FlowContext, OwnPrekeys } from './context.ts';
import { readable, scanReadable } from './readable-rows.ts';
import type { Op, PeerTable, RendezvousClient, Waiting } from './ports.ts';

const DAY_MS = 24 * 60 * 60_000;
/** Age at which signed prekey and last-resort key are replaced. */
export const ROTATION_MS = 7 * DAY_MS;
/** How long secrets are kept after something newer took their place: longer than mail is kept by default. */
export const RETIRED_MS = 30 * DAY_MS;
/** Rows looked at in one go; uploads of RETIRED_MS stay far below. */
const PAGE = 10_000;

const STATE_ROW = 1n;
const UPLOAD_ROW = 2n;
const NOTHING = new Uint8Array(0);

type PrekeyTable = Extract<PeerTable, 'prekeys' | 'signed-prekeys' | 'last-resort'>;
const TABLES: readonly PrekeyTable[] = ['prekeys', 'signed-prekeys', 'last-resort'];

/** What the server said of our prekeys. */
export interface PrekeysThere {
  readonly left: number;
  /** A bundle of this device and epoch. */
  readonly current: boolean;
}

export class Prekeys implements OwnPrekeys {
  readonly #context: FlowContext;
  #nextSeen: bigint;
  #running: Promise<void> = Promise.resolve();

  constructor(context: FlowContext) {
    this.#context = context;
    this.#nextSeen = (context.store.sequences('seen-first', ONE_GROUP, { reverse: true, limit: 1 })[0] ?? 0n) + 1n;
  }

  signedPrekey(id: number): Uint8Array | undefined {
    return this.#row('signed-prekeys', id)?.key;
  }

  oneTime(id: number): { key: Uint8Array; kemKey: Uint8Array } | undefined {
    return this.#row('prekeys', id);
  }

  lastResort(id: number): Uint8Array | undefined {
    return this.#row('last-resort', id)?.kemKey;
  }

  wasAccepted(fingerprint: Uint8Array): boolean {
    return this.#context.store.sequences('seen-first', fingerprint, { limit: 1 }).length > 0;
  }

  /** A message that used a one-time prekey cannot open twice; one with the last-resort key is remembered. */
  acceptOps(oneTimeId: number, fingerprint: Uint8Array): readonly Op[] {
    if (oneTimeId !== 0) return [{ op: 'delete', table: 'prekeys', id: ONE_GROUP, seq: BigInt(oneTimeId) }];
    const seq = this.#nextSeen;
    this.#nextSeen += 1n;
    const acceptedAt = BigInt(this.#context.clock.wall());
    return [
      { op: 'put', table: 'seen-first', id: fingerprint, seq: 0n, value: Uint8Array.of(1) },
      {
        op: 'insert',
        table: 'seen-first',
        id: ONE_GROUP,
        seq,
        value: SeenFirstRow.encode({ fingerprint, acceptedAt }),
      },
    ];
  }

  /** Ops after which the next upkeep makes and uploads new prekeys: the server may hand out ones that were used already. */
  distrustOps(): readonly Op[] {
    const value = PrekeyStateRow.encode({ ...this.#state(), confirmedEpoch: 0n });
    return [{ op: 'put', table: 'profile', id: ONE_GROUP, seq: STATE_ROW, value }];
  }

  /**
   * A bundle of the present keys with one fresh one-time prekey, for somebody who asks for no server's. Its secrets are on disk when it
   * resolves.
   */
  forMeeting(): Promise<{ readonly bundle: Signed; readonly oneTime: Uint8Array }> {
    const done = this.#running.then(() => this.#forMeeting());
    this.#running = done.then(
      () => undefined,
      () => undefined,
    );
    return done;
  }

  /** Uploads where the server has too few, or ours are too old. Calls run one after another. */
  upkeep(client: RendezvousClient, there: PrekeysThere, waiting: Waiting): Promise<void> {
    const done = this.#running.then(() => this.#upkeep(client, there, waiting));
    this.#running = done.catch(() => undefined);
    return done;
  }

  async #upkeep(client: RendezvousClient, there: PrekeysThere, waiting: Waiting): Promise<void> {
    const { store } = this.#context;
    const { epoch } = this.#context.own();
    const state = this.#state();
    const due = this.#isDue(state);
    const pending = store.get('profile', ONE_GROUP, UPLOAD_ROW);
    const upload = pending === undefined ? undefined : PrekeyUploadRow.decode(pending);
    if (upload?.epoch === epoch) await this.#send(client, upload, waiting);
    else if (due || !there.current || there.left < LOW_ONE_TIME_PREKEYS || state.confirmedEpoch !== epoch) {
      await this.#send(client, await this.#make(state, due), waiting);
    }
    await this.#clear();
  }

  /** New one-time prekeys, with a new signed prekey where the present one is due; secrets and upload in one batch. */
  async #make(state: PrekeyStateRow, due: boolean): Promise<PrekeyUploadRow> {
    const { random, kem, clock, store } = this.#context;
    const own = this.#context.own();
    const now = BigInt(clock.wall());
    const set = due ? createPrekeys(random, kem, state.nextId, MAX_ONE_TIME_PREKEYS) : this.#topUp(state);
    const { bundle, oneTime } = makeBundle(own.identity, own, set, now);
    const upload: PrekeyUploadRow = { bundle: Signed.encode(bundle), oneTime, epoch: own.epoch };
    const ops: Op[] = [];
    const put = (table: PrekeyTable, id: number, row: Partial<PrekeyRow>): void => {
      const value = PrekeyRow.encode({ ...row, madeAt: now });
      ops.push({ op: 'put', table, id: ONE_GROUP, seq: BigInt(id), value });
    };
    for (const table of due ? TABLES : (['prekeys'] as const)) ops.push(...this.#retire(table, now));
    for (const { id, key, kemKey } of set.oneTime) put('prekeys', id, { key, kemKey });
    if (due) putPair(put, set);
    const next: PrekeyStateRow = {
      signedPrekeyId: set.signedPrekey.id,
      lastResortId: set.lastResort.id,
      nextId: state.nextId + set.oneTime.length + (due ? 2 : 0),
      rotatedAt: due ? now : state.rotatedAt,
      confirmedEpoch: 0n,
    };
    ops.push(
      { op: 'put', table: 'profile', id: ONE_GROUP, seq: STATE_ROW, value: PrekeyStateRow.encode(next) },
      { op: 'put', table: 'profile', id: ONE_GROUP, seq: UPLOAD_ROW, value: PrekeyUploadRow.encode(upload) },
    );
    failpoint('prekeys-made');
    await store.commit(ops);
    failpoint('prekeys-committed');
    return upload;
  }

  /** A new signed prekey is: none was made yet, it is old, or its secret is lost. */
  #isDue(state: PrekeyStateRow): boolean {
    // A clock that went back makes ages negative: then the keys are replaced too.
    const age = this.#context.clock.wall() - Number(state.rotatedAt);
    return age > ROTATION_MS || age < 0 || this.#present(state) === undefined;
  }

  async #forMeeting(): Promise<{ readonly bundle: Signed; readonly oneTime: Uint8Array }> {
    const { random, kem, clock, store } = this.#context;
    const own = this.#context.own();
    const now = BigInt(clock.wall());
    const state = this.#state();
    const due = this.#isDue(state);
    const set = due
      ? createPrekeys(random, kem, state.nextId, 1)
      : { ...this.#present(state)!, oneTime: [createOneTimePrekey(random, kem, state.nextId)] };
    const { bundle, oneTime } = makeBundle(own.identity, own, set, now);
    const ops: Op[] = due ? [...this.#retire('signed-prekeys', now), ...this.#retire('last-resort', now)] : [];
    const put = (table: PrekeyTable, id: number, row: Partial<PrekeyRow>): void => {
      ops.push({ op: 'put', table, id: ONE_GROUP, seq: BigInt(id), value: PrekeyRow.encode({ ...row, madeAt: now }) });
    };
    for (const { id, key, kemKey } of set.oneTime) put('prekeys', id, { key, kemKey });
    if (due) putPair(put, set);
    // What the server hands out is another signed prekey then: the next upkeep gives it this one.
    const next: PrekeyStateRow = {
      signedPrekeyId: set.signedPrekey.id,
      lastResortId: set.lastResort.id,
      nextId: state.nextId + (due ? 3 : 1),
      rotatedAt: due ? now : state.rotatedAt,
      confirmedEpoch: due ? 0n : state.confirmedEpoch,
    };
    ops.push({ op: 'put', table: 'profile', id: ONE_GROUP, seq: STATE_ROW, value: PrekeyStateRow.encode(next) });
    await store.commit(ops);
    failpoint('meet-prekeys-kept');
    return { bundle, oneTime: oneTime[0]! };
  }

  /** Undefined: none were made yet, or they are lost. */
  #present(state: PrekeyStateRow): Pick<OwnPrekeySet, 'signedPrekey' | 'lastResort'> | undefined {
    const signed = this.#row('signed-prekeys', state.signedPrekeyId);
    const last = this.#row('last-resort', state.lastResortId);
    if (signed === undefined || last === undefined) return undefined;
    return {
      signedPrekey: { id: state.signedPrekeyId, publicKey: signed.publicKey, secretKey: signed.key },
      lastResort: { id: state.lastResortId, publicKey: last.publicKey, secretKey: last.kemKey },
    };
  }

  #topUp(state: PrekeyStateRow): OwnPrekeySet {
    const { random, kem } = this.#context;
    return {
      ...this.#present(state)!,
      oneTime: Array.from({ length: MAX_ONE_TIME_PREKEYS }, (_, i) =>
        createOneTimePrekey(random, kem, state.nextId + i),
      ),
    };
  }

  async #send(client: RendezvousClient, upload: PrekeyUploadRow, waiting: Waiting): Promise<void> {
    const { store, log } = this.#context;
    const forget: Op = { op: 'delete', table: 'profile', id: ONE_GROUP, seq: UPLOAD_ROW };
    try {
      await client.publishPrekeys({ bundle: Signed.decode(upload.bundle), oneTime: upload.oneTime }, waiting);
    } catch (error) {
      // Sent again it would be refused again; the next upkeep makes another.
      if (isMiyuError(error, 'bundle-invalid')) await store.commit([forget]);
      throw error;
    }
    const value = PrekeyStateRow.encode({ ...this.#state(), confirmedEpoch: upload.epoch });
    failpoint('prekeys-published');
    await store.commit([forget, { op: 'put', table: 'profile', id: ONE_GROUP, seq: STATE_ROW, value }]);
    failpoint('prekeys-confirmed');
    log.info('prekeys-published', { count: upload.oneTime.length });
  }

  /** Deletes what was replaced long ago, and the memory of messages that no living key could open again. */
  async #clear(): Promise<void> {
    const { store, clock } = this.#context;
    const before = BigInt(clock.wall() - RETIRED_MS);
    const ops: Op[] = [];
    let oldestKey: bigint | undefined;
    for (const table of TABLES) {
      for (const { seq, row } of this.#rows(table)) {
        if (row.replacedAt !== 0n && row.replacedAt < before) ops.push({ op: 'delete', table, id: ONE_GROUP, seq });
        else if (table === 'last-resort' && (oldestKey === undefined || row.madeAt < oldestKey)) oldestKey = row.madeAt;
      }
    }
    for (const { seq, value } of scanReadable(store, 'seen-first', ONE_GROUP, { limit: PAGE }).rows) {
      const { fingerprint, acceptedAt } = SeenFirstRow.decode(value);
      if (oldestKey === undefined || acceptedAt >= oldestKey) break;
      ops.push(
        { op: 'delete', table: 'seen-first', id: fingerprint, seq: 0n },
        { op: 'delete', table: 'seen-first', id: ONE_GROUP, seq },
      );
    }
    if (ops.length > 0) await store.commit(ops);
  }

  #retire(table: PrekeyTable, now: bigint): Op[] {
    return this.#rows(table).flatMap(({ seq, row }): Op[] => {
      if (row.replacedAt !== 0n) return [];
      return [{ op: 'put', table, id: ONE_GROUP, seq, value: PrekeyRow.encode({ ...row, replacedAt: now }) }];
    });
  }

  #rows(table: PrekeyTable): { seq: bigint; row: PrekeyRow }[] {
    const { rows } = scanReadable(this.#context.store, table, ONE_GROUP, { limit: PAGE });
    return rows.map(({ seq, value }) => ({ seq, row: PrekeyRow.decode(value) }));
  }

  #row(table: PrekeyTable, id: number): PrekeyRow | undefined {
    const value = readable(this.#context.store, table, ONE_GROUP, BigInt(id));
    return value === undefined ? undefined : PrekeyRow.decode(value);
  }

  #state(): PrekeyStateRow {
    const value = this.#context.store.get('profile', ONE_GROUP, STATE_ROW);
    const state = PrekeyStateRow.decode(value ?? NOTHING);
    if (state.nextId !== 0) return state;
    // No id is given twice, also where this row was lost.
    const newest = TABLES.map(
      (table) => this.#context.store.sequences(table, ONE_GROUP, { reverse: true, limit: 1 })[0],
    );
    return { ...state, nextId: Number(newest.reduce<bigint>((most, id = 0n) => (id > most ? id : most), 0n)) + 1 };
  }
}

function putPair(
  put: (table: PrekeyTable, id: number, row: Partial<PrekeyRow>) => void,
  { signedPrekey, lastResort }: Pick<OwnPrekeySet, 'signedPrekey' | 'lastResort'>,
): void {
  put('signed-prekeys', signedPrekey.id, { key: signedPrekey.secretKey, publicKey: signedPrekey.publicKey });
  put('last-resort', lastResort.id, { kemKey: lastResort.secretKey, publicKey: lastResort.publicKey });
}
