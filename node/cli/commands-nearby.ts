/** nearby: people and servers on the same LAN. */
import { followApi } from '../api/client-follow.ts';
import type { ApiClient } from '../api/client.ts';
import type { NearbyList, NearbyPerson, NearbyServer } from '../api/contract-nearby.ts';
import type { Language } from '../../shared/language.ts';
import { examples } from './define.ts';
import type { Define } from './define.ts';
import type { Run } from './run.ts';
import { safeLine } from './terminal-text.ts';
import { say as sayIn } from './words.ts';
import type { Blanks, Word } from './words.ts';

/** Answers come within a tenth of a second; a question that was lost in the air is asked again after a second. */
const WAIT_MS = 1_300;
/** The peer tells of changes for two minutes after it was asked. */
const ASK_AGAIN_MS = 60_000;

interface NearbyOptions {
  readonly servers?: boolean;
  readonly watch?: boolean;
}

export function defineNearbyCommand({ program, say, action }: Define): void {
  program
    .command('nearby')
    .description(
      say('people on your local network; with --servers: servers', '局域网中的人；加 --servers 则列出服务器'),
    )
    .option('--servers', say('rendezvous servers in place of people', '列出汇合服务器'))
    .option('--watch', say('go on, and show every change; Ctrl-C ends', '持续显示变化；按 Ctrl-C 结束'))
    .addHelpText(
      'after',
      examples('miyu nearby', 'miyu nearby --watch', 'miyu nearby --servers --json', 'miyu settings lan.visible off'),
    )
    .action(
      action(async (run, _, options: NearbyOptions) => {
        if (options.watch === true) {
          await watch(run, options);
          return undefined;
        }
        const result = await run.withPeer((peer) => peer.call('nearby.list', { waitMs: WAIT_MS }));
        return { result, words: wordsOf(result, options, run.language) };
      }),
    );
}

/** Each list that is another than the one before, until somebody ends it. */
async function watch(run: Run, options: NearbyOptions): Promise<void> {
  const stop = new AbortController();
  const end = (): void => {
    stop.abort();
  };
  process.once('SIGINT', end);
  let told = '';
  let client: ApiClient | undefined;
  const show = async (waitMs: number): Promise<void> => {
    const result = await client?.call('nearby.list', { waitMs });
    if (result === undefined) return;
    const words = wordsOf(result, options, run.language);
    const text = run.json ? JSON.stringify(result) : words.join('\n');
    if (text === told) return;
    if (told !== '') run.tell('');
    told = text;
    run.print({ result, words });
  };
  const again = setInterval(() => {
    show(0).catch(() => undefined); // The peer restarts: `followApi` says so, and asks again.
  }, ASK_AGAIN_MS);
  try {
    for await (const followed of followApi(run.profile, { signal: stop.signal })) {
      if (followed.type === 'up') client = followed.client;
      const isNews = followed.type === 'event' && followed.event.event.type === 'nearby';
      if (followed.type === 'up' || isNews) await show(isNews ? 0 : WAIT_MS).catch(() => undefined);
    }
  } finally {
    clearInterval(again);
    process.off('SIGINT', end);
  }
}

function wordsOf(list: NearbyList, { servers }: NearbyOptions, language: Language): string[] {
  const word = (key: Word, blanks: Blanks = {}): string => sayIn(language, key, blanks);
  if (!list.on) return [word('lanOff')];
  if (servers === true) {
    if (list.servers.length === 0) return [word('nearbyNoServer')];
    return list.servers.flatMap((server) => serverWords(server, word));
  }
  const people = list.people.flatMap((person) => personWords(person, word));
  return [
    ...(people.length === 0 ? [word('nearbyNobody')] : people),
    ...(list.silent === 0 ? [] : [word('nearbySilent', { count: list.silent })]),
    ...(list.people.some(({ relation }) => relation === 'none') ? [word('nearbyAdd')] : []),
    ...(list.visible ? [] : [word('lanHidden')]),
  ];
}

type Say = (key: Word, blanks?: Blanks) => string;

function personWords({ name, relation, account, home }: NearbyPerson, word: Say): string[] {
  const line = word('nearbyPerson', { name: safeLine(name), relation: word(`relation-${relation}`), account });
  return home.isOurs ? [line] : [line, word('nearbyElsewhere', { fingerprint: home.fingerprint })];
}

function serverWords({ name, fingerprint, addresses, registration, isOurs }: NearbyServer, word: Say): string[] {
  const what = word(isOurs ? 'serverOurs' : `registration-${registration ?? 'unknown'}`);
  const shown = { name: name === null ? word('serverNoName') : safeLine(name), what, address: addresses[0] ?? '' };
  return [word('nearbyServer', shown), word('nearbyFingerprint', { fingerprint })];
}
