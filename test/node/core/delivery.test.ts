/** The delivery machine: its table, pair by pair, and what holds for every list of events. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { QUEUED, stepDelivery, type Delivery, type DeliveryEvent } from '../../../node/core/delivery.ts';

type Link = 'wlan' | 'cable';
type Event = DeliveryEvent<Link>;

const sealed: Delivery<Link> = { state: 'sealed', slot: 1n, seal: 2, direct: undefined, depositing: false };
const stored: Delivery<Link> = { state: 'stored', slot: 1n, seal: 2, direct: undefined, until: 500 };
const failed: Delivery<Link> = { state: 'failed', reason: 'grant-revoked' };
const STATES: Readonly<Record<string, Delivery<Link>>> = {
  queued: QUEUED,
  sealed,
  'sealed, on a link': { ...sealed, direct: 'wlan' },
  'sealed, depositing': { ...sealed, depositing: true },
  stored,
  'stored, on a link': { ...stored, direct: 'wlan' },
  delivered: { state: 'delivered' },
  read: { state: 'read' },
  failed,
};
const EVENTS: Readonly<Record<string, Event>> = {
  sealed: { event: 'sealed', slot: 3n, seal: 3 },
  sent: { event: 'sent', link: 'cable' },
  depositing: { event: 'depositing' },
  committed: { event: 'committed' },
  received: { event: 'received' },
  read: { event: 'read' },
  unopened: { event: 'unopened' },
  wanted: { event: 'wanted' },
  'link-lost': { event: 'link-lost', link: 'wlan' },
  'another link-lost': { event: 'link-lost', link: 'cable' },
  stored: { event: 'stored', seal: 2, until: 900 },
  'stored, of an older envelope': { event: 'stored', seal: 1, until: 900 },
  'deposit-failed': { event: 'deposit-failed', seal: 2 },
  refused: { event: 'refused', seal: 2, reason: 'grant-revoked' },
  'refused, of an older envelope': { event: 'refused', seal: 1, reason: 'grant-revoked' },
  expired: { event: 'expired' },
  unstored: { event: 'unstored' },
};

/** '=': unchanged · '✗': the program's own mistake · else the state it becomes. */
const TABLE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  sealed: { queued: 'sealed', sealed: 'sealed', stored: 'sealed', delivered: '✗', read: '✗', failed: '✗' },
  sent: { queued: '✗', sealed: 'sealed', stored: 'stored', delivered: '✗', read: '✗', failed: '✗' },
  depositing: { queued: '✗', sealed: 'sealed', stored: '✗', delivered: '✗', read: '✗', failed: '✗' },
  committed: { queued: 'delivered', sealed: 'delivered', stored: 'delivered', delivered: '=', read: '=', failed: '=' },
  received: { queued: 'delivered', sealed: 'delivered', stored: 'delivered', delivered: '=', read: '=', failed: '=' },
  read: { queued: 'read', sealed: 'read', stored: 'read', delivered: 'read', read: '=', failed: '=' },
  unopened: { queued: '=', sealed: 'queued', stored: 'queued', delivered: '=', read: '=', failed: '=' },
  expired: { queued: '✗', sealed: '✗', stored: 'queued', delivered: '✗', read: '✗', failed: '✗' },
  refused: { queued: '=', sealed: 'failed', stored: '=', delivered: '=', read: '=', failed: '=' },
  unstored: { queued: '=', sealed: '=', stored: 'sealed', delivered: '=', read: '=', failed: '=' },
  stored: { queued: '=', sealed: 'stored', stored: 'stored', delivered: '=', read: '=', failed: '=' },
};

const step = (delivery: Delivery<Link>, event: Event) => {
  try {
    return stepDelivery(delivery, event);
  } catch (error) {
    expect(error).toMatchObject({ code: 'internal' });
    return undefined;
  }
};

describe('the table', () => {
  for (const [event, row] of Object.entries(TABLE)) {
    for (const [state, expected] of Object.entries(row)) {
      it(`${state}, ${event}: ${expected}`, () => {
        const before = STATES[state]!;
        const after = step(before, EVENTS[event]!);
        if (expected === '✗') expect(after).toBeUndefined();
        else if (expected === '=') expect(after).toEqual({ delivery: before, effect: 'none' });
        else expect(after?.delivery.state).toBe(expected);
      });
    }
  }

  it('a content on its way over a link is not sealed anew because the friend misses it', () => {
    expect(step(sealed, { event: 'wanted' })).toEqual({ delivery: QUEUED, effect: 'row' });
    for (const state of ['sealed, on a link', 'stored, on a link']) {
      expect(step(STATES[state]!, { event: 'wanted' })).toEqual({ delivery: STATES[state], effect: 'none' });
    }
  });

  it('only the link that it is on loses it', () => {
    const onWlan = STATES['stored, on a link']!;
    expect(step(onWlan, EVENTS['another link-lost']!)?.delivery).toEqual(onWlan);
    expect(step(onWlan, EVENTS['link-lost']!)?.delivery).toEqual(stored);
  });

  it('what a server says of an older envelope changes nothing', () => {
    for (const event of ['stored, of an older envelope', 'refused, of an older envelope']) {
      expect(step(sealed, EVENTS[event]!)).toEqual({ delivery: sealed, effect: 'none' });
    }
    expect(step(STATES['sealed, depositing']!, { event: 'deposit-failed', seal: 1 })?.delivery).toMatchObject({
      depositing: true,
    });
  });

  it('a link stays the link when the mailbox answers, and a receipt is never shortened', () => {
    const both = step({ ...sealed, direct: 'wlan', depositing: true }, EVENTS['stored']!);
    expect(both).toEqual({ delivery: { ...stored, direct: 'wlan', until: 900 }, effect: 'row' });
    expect(step(stored, { event: 'stored', seal: 2, until: 100 })?.delivery).toEqual(stored);
  });
});

it('whatever comes in whatever order: an end is an end, and what must be written is written', () => {
  const events = fc.array(fc.constantFrom(...Object.values(EVENTS)), { maxLength: 30 });
  fc.assert(
    fc.property(events, (list) => {
      let delivery: Delivery<Link> = QUEUED;
      /** As a restart would find it. */
      let onDisk: string = 'queued';
      for (const event of list) {
        const stepped = step(delivery, event);
        if (stepped === undefined) continue;
        const wasOver = ['delivered', 'read', 'failed'].includes(delivery.state);
        ({ delivery } = stepped);
        const isOver = ['delivered', 'read', 'failed'].includes(delivery.state);
        if (wasOver) expect(stepped.effect).toBe('none');
        if (wasOver) expect(isOver).toBe(true);
        if (stepped.effect === 'forget') onDisk = 'gone';
        if (stepped.effect === 'row') onDisk = delivery.state;
        expect(onDisk).toBe(isOver ? 'gone' : delivery.state);
      }
    }),
  );
});
