import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  acceptFirst,
  decodeEnvelope,
  decodeSession,
  encodeSession,
  firstMessageFingerprint,
  isCannotOpen,
  open,
  openSessionTo,
  seal,
  sessionIdOf,
  type Session,
} from '../../../node/core/session.ts';
import { nodeKem as kem } from '../../../shared/crypto/kem.ts';
import { pad, unpad } from '../../../shared/crypto/padding.ts';
import { systemRandom as random } from '../../../shared/crypto/random.ts';
import { equalBytes, toHex } from '../../../shared/ids.ts';
import { ENVELOPE } from '../../../shared/wire/protocols.ts';
import { aPerson, prekeysOf, type TestPerson, type TestPrekeys } from '../../support/identities.ts';

const NOW = 1_700_000_000_000;
/** As many as a contact's lane keeps. */
const MAX_SESSIONS = 4;
/** Exchanges after which two sides that lost everything must understand each other again. */
const MAX_EXCHANGES = 10;

const people = [aPerson('Alice', random), aPerson('Bob', random)] as const;

/** What one side has on its disk: rows, no objects. */
interface Disk {
  readonly sessions: readonly Uint8Array[];
  /** Index of the session that sends, -1: none. */
  readonly sending: number;
  readonly accepted: readonly string[];
  readonly usedPrekeys: readonly number[];
  readonly shown: readonly number[];
}

class Side {
  readonly me: TestPerson;
  readonly friend: TestPerson;
  readonly prekeys: TestPrekeys;
  disk: Disk = { sessions: [], sending: -1, accepted: [], usedPrekeys: [], shown: [] };
  kept: Disk = this.disk;

  constructor(me: TestPerson, friend: TestPerson) {
    this.me = me;
    this.friend = friend;
    this.prekeys = prekeysOf(me, random, kem, 6);
  }

  /** Seals a content, in a new session where there is none or `anew` asks for one. */
  send(content: number, friend: Side, anew: boolean): Uint8Array {
    let { sessions, sending } = this.disk;
    if (sending === -1 || anew) {
      const session = openSessionTo(this.me.own, this.friend.peer, friend.prekeys.fetch(), { random, kem });
      [sessions, sending] = keep(sessions, encodeSession(session));
    }
    const sealed = seal(decodeSession(sessions[sending]!), this.friend, pad(Buffer.from(String(content))), random);
    this.disk = { ...this.disk, sessions: sessions.with(sending, encodeSession(sealed.session)), sending };
    return sealed.envelope;
  }

  /** The content where the envelope opened; its state is on disk then, and untouched otherwise. */
  receive(bytes: Uint8Array): number | undefined {
    const envelope = decodeEnvelope(bytes);
    const { sessions, accepted, usedPrekeys, shown } = this.disk;
    for (const [at, row] of sessions.entries()) {
      const session = decodeSession(row);
      if (!equalBytes(session.id, sessionIdOf(envelope))) continue;
      const opened = open(session, envelope, NOW);
      expect(toHex(encodeSession(session))).toBe(toHex(row));
      if (isCannotOpen(opened)) return undefined;
      return this.#show(opened.plaintext, {
        ...this.disk,
        sessions: sessions.with(at, encodeSession(opened.session)),
        sending: at,
      });
    }
    if (envelope.kind !== ENVELOPE.first) return undefined;
    const fingerprint = toHex(firstMessageFingerprint(envelope));
    if (accepted.includes(fingerprint)) return undefined;
    const { secrets } = this.prekeys;
    const left = { ...secrets, oneTime: (id: number) => (usedPrekeys.includes(id) ? undefined : secrets.oneTime(id)) };
    const began = acceptFirst(this.me.own, this.friend.peer, envelope, left, { kem, now: NOW });
    if (isCannotOpen(began)) return undefined;
    const [kept, sending] = keep(sessions, encodeSession(began.session));
    return this.#show(began.plaintext, {
      sessions: kept,
      sending,
      accepted: [...accepted, fingerprint],
      usedPrekeys: [...usedPrekeys, began.usedOneTimeId],
      shown,
    });
  }

  #show(plaintext: Uint8Array, disk: Disk): number {
    const content = Number(Buffer.from(unpad(plaintext)!).toString());
    this.disk = { ...disk, shown: [...disk.shown, content] };
    return content;
  }
}

/** Sessions with one more, the oldest gone where there are too many; and the index of the new one. */
function keep(sessions: readonly Uint8Array[], row: Uint8Array): [Uint8Array[], number] {
  const kept = [...sessions, row].slice(-MAX_SESSIONS);
  return [kept, kept.length - 1];
}

type Event =
  | { readonly type: 'send' | 'renew' | 'archive' | 'restore'; readonly side: 0 | 1 }
  | { readonly type: 'deliver' | 'drop' | 'repeat'; readonly side: 0 | 1; readonly at: number };

const side = fc.constantFrom(0 as const, 1 as const);
const events = (restores: boolean): fc.Arbitrary<Event[]> => {
  const placed = (type: 'deliver' | 'drop' | 'repeat') => fc.record({ type: fc.constant(type), side, at: fc.nat() });
  const plain = (type: 'send' | 'renew' | 'archive' | 'restore') => fc.record({ type: fc.constant(type), side });
  return fc.array(
    fc.oneof(
      { weight: 8, arbitrary: plain('send') },
      { weight: 8, arbitrary: placed('deliver') },
      { weight: 2, arbitrary: placed('drop') },
      { weight: 2, arbitrary: placed('repeat') },
      { weight: 1, arbitrary: plain('renew') },
      { weight: restores ? 1 : 0, arbitrary: plain('archive') },
      { weight: restores ? 1 : 0, arbitrary: plain('restore') },
    ),
    { minLength: 5, maxLength: 60 },
  );
};

class World {
  readonly sides = [new Side(people[0], people[1]), new Side(people[1], people[0])] as const;
  /** Envelopes under way to each side, and those that it has had. */
  readonly under: [Uint8Array[], Uint8Array[]] = [[], []];
  readonly had: [Uint8Array[], Uint8Array[]] = [[], []];
  readonly sealedBy: [Set<number>, Set<number>] = [new Set(), new Set()];
  readonly nonces = new Set<string>();
  #next = 0;

  send(from: 0 | 1, anew = false): { readonly content: number; readonly envelope: Uint8Array } {
    const content = (this.#next += 1);
    const envelope = this.sides[from].send(content, this.sides[1 - from]!, anew);
    this.sealedBy[from].add(content);
    const { ratchetKey, number, nonce } = decodeEnvelope(envelope).message;
    const use = `${toHex(ratchetKey)} ${number} ${toHex(nonce)}`;
    expect(this.nonces.has(use)).toBe(false);
    this.nonces.add(use);
    return { content, envelope };
  }

  /** Delivers, and checks that nothing is shown twice and nothing that the other side did not seal. */
  deliver(to: 0 | 1, envelope: Uint8Array): number | undefined {
    const before = this.sides[to].disk;
    const content = this.sides[to].receive(envelope);
    if (content === undefined) {
      expect(this.sides[to].disk).toBe(before);
    } else {
      expect(before.shown).not.toContain(content);
      expect(this.sealedBy[1 - to]!.has(content)).toBe(true);
    }
    this.had[to].push(envelope);
    return content;
  }

  run(event: Event): void {
    const { side: at } = event;
    switch (event.type) {
      case 'send':
      case 'renew':
        this.under[1 - at]!.push(this.send(at, event.type === 'renew').envelope);
        break;
      case 'deliver':
      case 'drop': {
        const [envelope] = this.under[at].splice(event.at % (this.under[at].length || 1), 1);
        if (envelope !== undefined && event.type === 'deliver') this.deliver(at, envelope);
        break;
      }
      case 'repeat': {
        const envelope = this.had[at][event.at % (this.had[at].length || 1)];
        if (envelope !== undefined) this.deliver(at, envelope);
        break;
      }
      case 'archive':
        this.sides[at].kept = this.sides[at].disk;
        break;
      case 'restore':
        this.sides[at].disk = this.sides[at].kept;
        break;
    }
  }

  /** One content each way; what does not open is sealed again in a new session, as the delivery does. True: nothing had to be. */
  exchange(): boolean {
    let smooth = true;
    for (const from of [0, 1] as const) {
      const to = (1 - from) as 0 | 1;
      const sent = this.send(from);
      if (this.deliver(to, sent.envelope) !== undefined) continue;
      smooth = false;
      const again = this.send(from, true);
      expect(this.deliver(to, again.envelope)).toBe(again.content);
    }
    return smooth;
  }
}

/** The number of exchanges until one goes through at the first try, both ways. */
function exchangesToAgree(world: World): number {
  for (let i = 1; i <= MAX_EXCHANGES; i += 1) if (world.exchange()) return i;
  return Infinity;
}

describe('two sides, whatever happens to their messages', () => {
  test('sent, dropped, repeated, shuffled, both beginning at once: agree again, and nothing is shown twice', () => {
    fc.assert(
      fc.property(events(false), (list) => {
        const world = new World();
        for (const event of list) world.run(event);
        expect(exchangesToAgree(world)).toBeLessThanOrEqual(MAX_EXCHANGES);
      }),
      { numRuns: 60 },
    );
  });

  test('with archives put back in between too: no key meets one nonce twice', () => {
    fc.assert(
      fc.property(events(true), (list) => {
        const world = new World();
        for (const event of list) world.run(event);
        expect(exchangesToAgree(world)).toBeLessThanOrEqual(MAX_EXCHANGES);
      }),
      { numRuns: 60 },
    );
  });

  test('both begin at once and everything arrives, in any order: all is opened', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 6, maxLength: 6 }), (order) => {
        const world = new World();
        for (let i = 0; i < 3; i += 1) for (const from of [0, 1] as const) world.run({ type: 'send', side: from });
        for (const [i, at] of order.entries()) world.run({ type: 'deliver', side: (i % 2) as 0 | 1, at });
        for (const it of world.sides) expect(it.disk.shown).toHaveLength(3);
        expect(exchangesToAgree(world)).toBe(1);
      }),
      { numRuns: 20 },
    );
  });
});

test('a restored old profile is understood again, and its peer shows nothing twice', () => {
  const world = new World();
  for (let i = 0; i < 3; i += 1) world.exchange();
  world.run({ type: 'archive', side: 0 });
  for (let i = 0; i < 3; i += 1) world.exchange();
  world.run({ type: 'restore', side: 0 });
  expect(exchangesToAgree(world)).toBeLessThanOrEqual(3);
});

test('sessions as rows are all that a side needs: a Session is never kept in between', () => {
  const world = new World();
  world.exchange();
  const rows: readonly Uint8Array[] = world.sides[0].disk.sessions;
  const session: Session = decodeSession(rows[0]!);
  expect(encodeSession(session)).toEqual(rows[0]);
});
