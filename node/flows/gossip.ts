/**
 * Friends tell each other which heads of their homes' logs they were shown, over their own link: a server that shows two people two logs
 * is found out when they meet. Heads are compared at once; where one log has grown since the other head, the server must prove that it has
 * grown out of it.
 */
import type { ContactRow } from '../core/generated/rows.js';
import { RELATION } from '../core/rows.ts';
import { MiyuError } from '../../shared/errors.ts';
import { equalBytes, toHex } from '../../shared/ids.ts';
import { openTreeHead, sameLog, type OpenedHead } from '../../shared/transparency/tree-head.ts';
import { TreeHead } from '../../shared/transparency/generated/transparency.js';
import { Home, Signed } from '../../shared/wire/generated/identity.js';
import type { Background } from './background.ts';
import type { Contacts, FlowContext, Homes } from './context.ts';
import type { Logs } from './logs.ts';
import type { ChatLink } from './ports.ts';

/** Heads that changed are told this often, and those that no server has proven yet are looked at again. */
const EVERY_MS = 60_000;
/** A new head is told to whoever is there: soon, and several that come together (a list of friends that is looked up) as one. */
const SOON_MS = 2_000;
/** Heads of friends that wait for a server: one for each friend and home, and no more than a person has friends. */
const MAX_WAITING = 1_024;

export interface GossipPorts {
  readonly logs: Logs;
  readonly homes: Homes;
  readonly contacts: () => Contacts;
  readonly links: () => readonly { readonly contact: Readonly<ContactRow>; readonly link: ChatLink }[];
  readonly background: Background;
  /** A log has grown, or another head of it was seen. */
  readonly onNews: (server: Uint8Array) => void;
}

interface Heard {
  readonly friend: Uint8Array;
  readonly home: Home;
  readonly head: OpenedHead;
}

export function createGossip(context: Pick<FlowContext, 'own' | 'log'>, ports: GossipPorts) {
  const { logs } = ports;
  const told = new WeakMap<ChatLink, string>();
  const waiting = new Map<string, Heard>();
  const busy = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let soon: NodeJS.Timeout | undefined;

  const homesOf = (contact: Readonly<ContactRow>): Home[] => {
    const [own, theirs] = [context.own().home, Home.decode(contact.home)];
    return equalBytes(own.server, theirs.server) ? [own] : [own, theirs];
  };

  /** Whatever was not told on this link yet. */
  function tell(contact: Readonly<ContactRow>, link: ChatLink): void {
    if (contact.relation !== RELATION.friend) return;
    const heads = homesOf(contact).flatMap(({ server }) => {
      const head = logs.readHead(server);
      return head === undefined ? [] : [Signed.encode(head.signed)];
    });
    const mark = heads.map(toHex).join(' ');
    if (heads.length === 0 || told.get(link) === mark) return;
    told.set(link, mark);
    link.tellHeads(heads);
  }

  function opened(contact: Readonly<ContactRow>, bytes: Uint8Array): Heard | undefined {
    try {
      const signed = Signed.decode(bytes);
      const { server } = TreeHead.decode(signed.payload);
      const home = homesOf(contact).find((each) => equalBytes(each.server, server));
      // Of another server than our two homes it is nothing that we could look at.
      return home && { friend: contact.account, home, head: openTreeHead(signed, server) };
    } catch {
      return undefined; // Made up by the friend: it says nothing of the server.
    }
  }

  async function look(key: string): Promise<void> {
    const heard = waiting.get(key);
    if (heard === undefined || busy.has(key)) return;
    busy.add(key);
    try {
      await judge(heard);
      if (waiting.get(key) === heard) waiting.delete(key);
    } catch (error) {
      // Its server is away, or says nothing just now: it is looked at again.
      if (!(error instanceof MiyuError)) throw error;
      context.log.info('head-waits', { code: error.code });
    } finally {
      busy.delete(key);
    }
    if (waiting.has(key) && waiting.get(key) !== heard) await look(key);
  }

  async function judge({ friend, home, head }: Heard): Promise<void> {
    const { signal } = ports.background;
    const client = () => ports.homes.clientFor(home, { signal });
    const contact = (): Readonly<ContactRow> | undefined => ports.contacts().get(friend);
    const before = logs.readHead(home.server);
    if (before === undefined) await logs.meet(await client(), { signal });
    const present = contact();
    if (present === undefined) return;
    const kept = logs.readHead(home.server);
    if (kept !== undefined && !sameLog(kept, head)) {
      const now = await logs.meet(await client(), { signal });
      if (!sameLog(now, head)) {
        // Ours was there before the friend's head was signed, and is there again: no server goes back to an earlier log.
        if (before !== undefined && sameLog(before, now) && before.time < head.time) {
          await logs.twoLogs(home.server, present);
        }
        return;
      }
    }
    const result = await logs.friendsHead(home.server, client, present, head, { signal });
    if (result === 'consistent' && (kept === undefined || head.size > kept.size)) ports.onNews(home.server);
  }

  const tellAll = (): void => {
    for (const { contact, link } of ports.links()) tell(contact, link);
  };

  return {
    /** Another head was accepted. */
    soon(): void {
      soon ??= setTimeout(() => {
        soon = undefined;
        tellAll();
      }, SOON_MS).unref();
    },
    /** A link is up. */
    up: tell,
    heard(contact: Readonly<ContactRow>, heads: readonly Uint8Array[]): void {
      if (contact.relation !== RELATION.friend) return;
      for (const bytes of heads) {
        const heard = opened(contact, bytes);
        if (heard === undefined) continue;
        const key = `${toHex(heard.friend)} ${toHex(heard.home.server)}`;
        if (!waiting.has(key) && waiting.size >= MAX_WAITING) continue;
        waiting.set(key, heard);
        ports.background.run('gossip', () => look(key));
      }
    },
    /** What waits is looked at again, and what is new is told. */
    again(): void {
      tellAll();
      for (const key of waiting.keys()) ports.background.run('gossip', () => look(key));
    },
    start(): void {
      timer = setInterval(() => this.again(), EVERY_MS);
      timer.unref();
    },
    stop(): void {
      clearInterval(timer);
      clearTimeout(soon);
    },
  };
}

export type Gossip = ReturnType<typeof createGossip>;
