/** The shortest lists by which a defect of the product was found, as fast-check left them. */
import type { Event } from './events.ts';

interface FailedList {
  readonly what: string;
  readonly listSeed: number;
  readonly linkless?: boolean;
  readonly events: readonly Event[];
}

export const LISTS: readonly FailedList[] = [
  {
    what: 'one of eight is refused for good, and the friend waits for it',
    listSeed: 902306285,
    events: [
      { type: 'refused', count: 1 },
      { type: 'send', who: 1, count: 8, padding: 0 },
      { type: 'crash', who: 0, crossings: 0, rest: 0, notice: 0 },
      { type: 'wait', ms: 3000 },
      { type: 'lie', lie: 'forget', who: 0 },
    ],
  },
  {
    what: 'mail expires while the friend is away, and no link ever comes up',
    listSeed: 5,
    linkless: true,
    events: [
      { type: 'network', up: false },
      { type: 'wait', ms: 20_000 },
      { type: 'lie', lie: 'withhold', who: 1 },
      { type: 'send', who: 0, count: 1, padding: 0 },
      { type: 'wait', ms: 1_500_000 },
      { type: 'lie', lie: 'release', who: 1 },
    ],
  },
  {
    what: 'the receipt for mail goes into a link that is dead, and no other comes up',
    listSeed: 2_147_483_643,
    linkless: true,
    events: [
      { type: 'wait', ms: 6_000 },
      { type: 'send', who: 0, count: 1, padding: 0 },
      { type: 'cut', notice: [0, 15_000] },
      { type: 'read', who: 0, behind: 0 },
    ],
  },
  {
    what: 'mail was forgotten, the clock was set back by days, and no link comes up',
    listSeed: 5,
    linkless: true,
    events: [
      { type: 'network', up: false },
      { type: 'wait', ms: 20_000 },
      { type: 'lie', lie: 'forget', who: 0 },
      { type: 'send', who: 0, count: 1, padding: 0 },
      { type: 'wait', ms: 3_000 },
      { type: 'jump', who: 0, ms: -864_000_000 },
    ],
  },
  {
    what: 'a copied sender gives its texts new numbers, and one comes late from the mailbox under its old one',
    listSeed: 87_593_061,
    events: [
      { type: 'send', who: 0, count: 8, padding: 0 },
      { type: 'wait', ms: 10 },
      { type: 'send', who: 1, count: 1, padding: 0 },
      { type: 'send', who: 0, count: 1, padding: 0 },
      { type: 'wait', ms: 1 },
      { type: 'send', who: 0, count: 3, padding: 0 },
      { type: 'send', who: 0, count: 2, padding: 0 },
      { type: 'network', up: false },
      { type: 'archive', who: 0 },
      { type: 'wait', ms: 100 },
      { type: 'restore', who: 0, rest: 0 },
      { type: 'send', who: 0, count: 1, padding: 0 },
    ],
  },
  {
    what: 'a friend begins anew while some texts wait and some came: their sender was not copied back',
    listSeed: 11,
    events: [
      { type: 'archive', who: 0 },
      { type: 'send', who: 1, count: 1, padding: 0 },
      { type: 'wait', ms: 350 },
      { type: 'restore', who: 0, rest: 0 },
      { type: 'lie', lie: 'forget', who: 0 },
      { type: 'send', who: 1, count: 8, padding: 0 },
      { type: 'disk', who: 0, fault: 'full' },
      { type: 'wait', ms: 3000 },
    ],
  },
  {
    what: 'both begin at once, a session makes room for another, and the read receipt in it does not open',
    listSeed: 998_877_273,
    events: [
      { type: 'network', up: false },
      { type: 'wait', ms: 120_000 },
      { type: 'wait', ms: 120_000 },
      { type: 'lie', lie: 'forget', who: 0 },
    ],
  },
  {
    what: 'a disk fails while a deposit is under way, the server forgets it, and the answer finds the lane gone back',
    listSeed: 0,
    linkless: true,
    events: [
      { type: 'send', who: 0, count: 1, padding: 0 },
      { type: 'network', up: false },
      { type: 'wait', ms: 100 },
      { type: 'send', who: 0, count: 1, padding: 0 },
      { type: 'wait', ms: 0 },
      { type: 'lie', lie: 'forget', who: 0 },
      { type: 'disk', who: 0, fault: 'full' },
      { type: 'read', who: 0, behind: 0 },
      { type: 'wait', ms: 6_000 },
      { type: 'crash', who: 0, crossings: 0, rest: 0, notice: 0 },
    ],
  },
  {
    what: 'a copied sender gives a number twice, by mailbox and link at once, behind a text whose number was free',
    listSeed: 2_147_483_626,
    events: [
      { type: 'archive', who: 0 },
      { type: 'send', who: 0, count: 1, padding: 0 },
      { type: 'wait', ms: 350 },
      { type: 'restore', who: 0, rest: 0 },
      { type: 'server', away: true },
      { type: 'wait', ms: 0 },
      { type: 'send', who: 0, count: 1, padding: 0 },
      { type: 'send', who: 0, count: 1, padding: 0 },
    ],
  },
  {
    what: 'a copied sender gives a number twice whose first content the friend has deleted',
    listSeed: 1,
    events: [
      { type: 'archive', who: 1 },
      { type: 'send', who: 1, count: 1, padding: 0 },
      { type: 'wait', ms: 1_500_000 },
      { type: 'restore', who: 1, rest: 0 },
      { type: 'clear', who: 0 },
      { type: 'send', who: 1, count: 1, padding: 0 },
    ],
  },
  {
    what: 'a text that had another number before is refused, and goes out again',
    listSeed: 2_059_970_589,
    events: [
      { type: 'disk', who: 0, fault: 'full' },
      { type: 'send', who: 1, count: 1, padding: 0 },
      { type: 'archive', who: 1 },
      { type: 'wait', ms: 100 },
      { type: 'slow', ms: 4_000 },
      { type: 'restore', who: 1, rest: 0 },
      { type: 'wait', ms: 6_000 },
      { type: 'crash', who: 0, crossings: 0, rest: 0, notice: 0 },
      { type: 'send', who: 1, count: 3, padding: 0 },
      { type: 'wait', ms: 6_000 },
      { type: 'refused', count: 1 },
      { type: 'wait', ms: 3_000 },
    ],
  },
  {
    what: 'a copied sender gives a number below the one with which its friend began',
    listSeed: 818_803_828,
    events: [
      { type: 'send', who: 1, count: 1, padding: 0 },
      { type: 'archive', who: 1 },
      { type: 'wait', ms: 10 },
      { type: 'refused', count: 1 },
      { type: 'cut', notice: [0, 0] },
      { type: 'wait', ms: 1_500_000 },
      { type: 'restore', who: 1, rest: 0 },
      { type: 'wait', ms: 0 },
      { type: 'send', who: 1, count: 1, padding: 0 },
    ],
  },
  {
    what: 'mail was changed by the server, the friend has nothing else of its sender, and no link comes up',
    listSeed: 350_850_512,
    linkless: true,
    events: [
      { type: 'send', who: 1, count: 1, padding: 0 },
      { type: 'archive', who: 0 },
      { type: 'crash', who: 0, crossings: 0, rest: 20_000, notice: 0 },
      { type: 'wait', ms: 6_000 },
      { type: 'leave', who: 1, rest: 0 },
      { type: 'restore', who: 0, rest: 0 },
      { type: 'jump', who: 1, ms: -864_000_000 },
      { type: 'lie', lie: 'corrupt', who: 0 },
    ],
  },
];
