/** One real peer as a process of its own, in a storm: told what to do over its IPC channel, killed at any moment. */
import { setTimeout as pause } from 'node:timers/promises';
import { createPeer, isMiyuError, type Peer } from '../../node/index.ts';
import { openLog } from '../../shared/log.ts';
import { Journal } from './journal.ts';
import type { Answers, HistoryAnswer, Order, PeerSettings, Reply } from './peer-orders.ts';
import { Dice } from './random.ts';
import { beginToWitness } from './witness.ts';

const PASSWORD = 'only for this simulation';
/** The product's own texts are up to 64 KiB: a storm is about many. */
const LONGEST_TEXT = 900;
const LARGEST_BURST = 60;
/** `send`s that have not resolved yet. */
const IN_FLIGHT = 256;
const RETRY_MS = 100;
const PROGRESS_MS = 200;
const PAGE = 1_000;

/** What may come while the others die: tried again. Anything else is told. */
const PASSING = new Set<string>([
  'server-unreachable',
  'timeout',
  'link-closed',
  'closed',
  'aborted',
  'busy',
  'rate-limited',
  'server-fault',
  'no-such-user',
  'already-requested',
  'already-friends',
]);

let peer: Peer | undefined;
let journal: Journal | undefined;
let chatting = false;
let inFlight = 0;
let acknowledged = 0;

function need<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('not started');
  return value;
}

const tell = (reply: Reply): void => {
  if (process.connected) process.send?.(reply);
};

async function untilItWorks<T>(work: () => Promise<T> | T): Promise<T> {
  while (true) {
    try {
      return await work();
    } catch (error) {
      if (!isMiyuError(error) || !PASSING.has(error.code)) throw error;
      await pause(RETRY_MS);
    }
  }
}

async function start({ folder, listen, journal: path, witness, log, passing }: PeerSettings): Promise<string> {
  for (const code of passing) PASSING.add(code);
  beginToWitness(witness);
  journal = new Journal(path);
  peer = await createPeer({
    folder,
    listen: [listen],
    dht: false,
    log: openLog({ level: 'debug', file: log }),
    argon2: { memoryKiB: 8 * 1024, passes: 1, parallelism: 1 },
  });
  return peer.status().state;
}

async function join(name: string, server: string): Promise<string> {
  const running = need(peer);
  return untilItWorks(async () => {
    const { state } = running.status();
    if (state === 'no-account') await running.register({ name, password: PASSWORD, server });
    else if (state === 'locked') await running.login({ password: PASSWORD });
    return running.status().state;
  });
}

async function befriend(who: string, asks: boolean): Promise<void> {
  const running = need(peer);
  while (true) {
    const friend = running.friends().find(({ name }) => name === who);
    if (friend?.relation === 'friend') return;
    await untilItWorks(async () => {
      const request = running.requests().find(({ name }) => name === who);
      if (request !== undefined) await running.accept(request.account);
      else if (asks && friend === undefined) await running.add({ who });
    });
    await pause(RETRY_MS);
  }
}

const isFriend = (who: string): boolean =>
  need(peer)
    .friends()
    .some(({ name, relation }) => name === who && relation === 'friend');

async function send(to: string, number: number, text: string): Promise<void> {
  const [notes, running] = [need(journal), need(peer)];
  notes.sent(number, to);
  inFlight += 1;
  try {
    await running.send({ to, text });
    notes.acknowledged(number);
    acknowledged += 1;
  } catch (error) {
    notes.rejected(number, isMiyuError(error) ? error.code : 'fault');
  } finally {
    inFlight -= 1;
  }
}

async function chat(order: Order & { readonly do: 'chat' }): Promise<void> {
  const dice = new Dice(order.seed);
  let number = order.next;
  chatting = true;
  while (chatting) {
    const burst = dice.magnitude(LARGEST_BURST);
    const to = dice.pick(order.to);
    // While the disk is gone, nobody knows.
    if (!(await untilItWorks(() => isFriend(to)))) {
      await pause(RETRY_MS);
      continue;
    }
    for (let i = 0; i < burst && chatting; i += 1) {
      while (inFlight >= IN_FLIGHT) await pause(1);
      void send(to, number, `${number} ${'x'.repeat(dice.magnitude(LONGEST_TEXT))}`);
      number += 1;
    }
    await pause((burst * 1_000 * 2 * dice.next()) / order.perSecond);
  }
}

async function quiet(): Promise<null> {
  chatting = false;
  while (inFlight > 0) await pause(1);
  return null;
}

function history(friend: string): HistoryAnswer {
  const running = need(peer);
  const incoming: number[] = [];
  const outgoing: number[] = [];
  const undelivered: { number: number; state: string }[] = [];
  let byMailbox = 0;
  let before: number | undefined;
  const pages = [];
  while (true) {
    const page = running.history({ with: friend, limit: PAGE, ...(before === undefined ? {} : { before }) });
    pages.unshift(page);
    if (page.length < PAGE) break;
    before = page[0]?.position;
  }
  for (const { direction, text, state, path } of pages.flat()) {
    const number = Number.parseInt(text, 10);
    if (direction === 'in') {
      incoming.push(number);
      if (path === 'mailbox') byMailbox += 1;
    } else {
      outgoing.push(number);
      if (state !== 'delivered' && state !== 'read') undelivered.push({ number, state });
    }
  }
  return { incoming, outgoing, undelivered, byMailbox };
}

let name = '';

async function obey(order: Order): Promise<Answers[Order['do']]> {
  switch (order.do) {
    case 'start':
      name = order.settings.name;
      return start(order.settings);
    case 'join':
      return join(name, order.server);
    case 'befriend':
      await Promise.all(order.friends.map(({ name: who, asks }) => befriend(who, asks)));
      return null;
    case 'chat':
      void chat(order);
      return null;
    case 'quiet':
      return quiet();
    case 'say':
      await send(order.to, order.number, `${order.number} and on we go`);
      return null;
    case 'status': {
      const { state, missing, outbox } = need(peer).status();
      return { state, missing, waiting: outbox.waiting, rssMiB: Math.round(process.memoryUsage.rss() / 1024 ** 2) };
    }
    case 'history':
      return history(order.with);
    case 'leave':
      chatting = false;
      await peer?.stop();
      return null;
  }
}

process.on('message', ({ id, order }: { id: number; order: Order }) => {
  obey(order).then(
    (result) => {
      tell({ id, result });
      if (order.do === 'leave') process.disconnect();
    },
    (error: unknown) => tell({ id, error: isMiyuError(error) ? error.code : `fault: ${String(error)}` }),
  );
});
process.on('disconnect', () => process.exit());
const isSetBack = (): boolean => peer?.status().missing.includes('profile-rolled-back') ?? false;
setInterval(() => tell({ acknowledged, setBack: isSetBack() }), PROGRESS_MS).unref();
