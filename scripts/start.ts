/**
 * `npm start`: a foreground supervisor of two processes, a rendezvous server and a peer, with the page in the browser or the chat in this terminal.
 * With an invite, or where the profile has its home at another server, it starts no server of its own. This process
 * loads neither network nor store: all it does goes over the programs' own faces.
 */
import { existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Command, CommanderError } from 'commander';
import type { NearbyList } from '../node/api/contract-nearby.ts';
import type { Status } from '../node/api/contract-views.ts';
import { untilEnter } from '../node/cli/ask.ts';
import { runChat } from '../node/cli/chat/chat.ts';
import { EXIT } from '../node/cli/exit-codes.ts';
import { dataFolder } from '../node/cli/places.ts';
import { makeFolder } from '../shared/folders.ts';
import { Run, UsageError } from '../node/cli/run.ts';
import { safeLine } from '../node/cli/terminal-text.ts';
import { whenOutputCloses } from '../shared/closed-output.ts';
import { MiyuError, isMiyuError } from '../shared/errors.ts';
import { languageOf, parseLanguage } from '../shared/language.ts';
import { nextFreePort, requirePort } from './ports.ts';
import { startProgram } from './processes.ts';
import type { Program } from './processes.ts';
import { checkAnswers, hasPassword, register, signIn, withPeer } from './start-account.ts';
import { eitherWay } from './start-either.ts';
import { askToJoin, findServers, showOffers } from './start-join.ts';
import type { Offer } from './start-join.ts';
import { readMemory, writeMemory } from './start-memory.ts';
import { startOwnServer } from './start-server.ts';
import type { OwnServer } from './start-server.ts';
import { Teller } from './start-tell.ts';
import { startSay } from './start-words.ts';
import type { StartWord } from './start-words.ts';

/** Ports of the first one on a machine; a second one takes the next that are free. */
const SERVER_PORT = 4801;
const PEER_PORT = 4851;
/** Ports of our own choice that others were faster to take, one after the other. */
const MOST_PORTS_LOST = 10;

interface Options {
  data?: string;
  port?: string;
  peerPort?: string;
  pagePort?: string;
  page: boolean;
  open: boolean;
  lan: boolean;
  invite?: string;
  server?: string;
  name?: string;
  passwordStdin?: boolean;
  passwordFile?: string;
  chat: boolean;
  plain?: boolean;
  json?: boolean;
  lang?: string;
}

async function main(argv: readonly string[]): Promise<number> {
  const language = parseLanguage(languageFlag(argv)) ?? languageOf(process.env);
  const say = (word: StartWord): string => startSay(language, word);
  const program = new Command('npm start --')
    .description(say('about'))
    .option('--data <folder>', say('optionData'))
    .option('--port <number>', say('optionPort'))
    .option('--peer-port <number>', say('optionPeerPort'))
    .option('--page-port <port>', say('optionPagePort'))
    .option('--no-page', say('optionNoPage'))
    .option('--no-open', say('optionNoOpen'))
    .option('--no-lan', say('optionNoLan'))
    .option('--invite <link>', say('optionInvite'))
    .option('--server <address>', say('optionServer'))
    .option('--name <name>', say('optionName'))
    .option('--password-stdin', say('optionPasswordStdin'))
    .option('--password-file <file>', say('optionPasswordFile'))
    .option('--no-chat', say('optionNoChat'))
    .option('--plain', say('optionPlain'))
    .option('--json', say('optionJson'))
    .option('--lang <language>', say('optionLang'))
    .configureOutput({ outputError: () => undefined })
    .exitOverride();
  const faceOf = (json: boolean, data: string): Run =>
    new Run({ io: process, language, json, profile: join(data, 'peer') });
  try {
    program.parse(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return EXIT.ok;
    return faceOf(argv.includes('--json'), '.').fail(new UsageError(error.message.replace(/^error: /, '')));
  }
  const options = program.opts<Options>();
  const data = resolve(options.data ?? dataFolder(process.env));
  const face = faceOf(options.json === true, data);
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stop.signal.aborted) process.exit(130); // Twice: at once. The others end with the channel to us.
      stop.abort();
    });
  }
  const start = new Start(face, options, data, stop);
  try {
    await start.run();
    return EXIT.ok;
  } catch (error) {
    // Ctrl-C while something was under way, or at a question.
    if (isMiyuError(error) && (stop.signal.aborted || error.code === 'aborted')) return EXIT.ok;
    return face.fail(error);
  } finally {
    await start.end();
  }
}

function languageFlag(argv: readonly string[]): string {
  const at = argv.indexOf('--lang');
  return at === -1 ? '' : (argv[at + 1] ?? '');
}

class Start {
  readonly #face: Run;
  readonly #options: Options;
  readonly #data: string;
  readonly #stop: AbortController;
  readonly #teller: Teller;
  #server: OwnServer | undefined;
  /** It was made in this run, and nobody can have been registered there before. */
  #isFreshServer = false;
  /** What the person has said yes to. */
  #joined: Offer | undefined;
  #peer: Program | undefined;

  constructor(face: Run, options: Options, data: string, stop: AbortController) {
    this.#face = face;
    this.#options = options;
    this.#data = data;
    this.#stop = stop;
    this.#teller = new Teller(face, options.open);
  }

  async run(): Promise<void> {
    checkAnswers(this.#face, this.#options);
    makeFolder(this.#data);
    this.#teller.hint('starting');
    const peer = await this.#startBoth();
    await Promise.race([this.#goOn(), peer.ended.then(() => this.#peerEnded())]);
  }

  async #goOn(): Promise<void> {
    const { status, isNew } = await this.#openProfile();
    await this.#teller.tellWhereThingsAre(this.#data, status, this.#server?.report ?? null);
    const { invite } = this.#options;
    if (isNew && (await this.#nearby(0)).visible) this.#face.hint(this.#face.say('lanVisible'));
    if (invite !== undefined) await this.#greetInviter(invite);
    if (isNew && this.#isFreshServer && !this.#isAsked) await this.#tellOffers();
    await this.#talk();
  }

  /** Ends both, the peer first: its friends get a goodbye, and its server hears the end. */
  async end(): Promise<void> {
    if (this.#peer === undefined && this.#server === undefined) return;
    this.#stop.abort();
    this.#teller.hint('stopping');
    await this.#peer?.stop();
    await this.#server?.stop();
    this.#teller.hint('stopped');
  }

  /** The server first, where there will be one: whoever registers in the page shall not have to name it. */
  async #startBoth(): Promise<Program> {
    const isGiven = this.#given !== undefined;
    const isNew = !existsSync(this.#face.profile);
    const hasOwn = existsSync(join(this.#data, 'server'));
    // Where no page waits for a server, the person may have none of their own.
    const asksFirst = this.#isAsked && !this.#options.page;
    if (hasOwn || (isNew && !isGiven && !asksFirst)) await this.#startServer();
    const peer = await this.#startPeer();
    if (isGiven || this.#server !== undefined || (await this.#status()).state !== 'no-account') return peer;
    if (asksFirst) {
      await this.#askToJoin(await findServers(this.#face));
      if (this.#joined === undefined) await this.#startServer();
      return peer;
    }
    // A first start that ended early has left a profile without an account, and no server.
    await peer.stop();
    await this.#startServer();
    return await this.#startPeer();
  }

  /** The server that the person names, by an invite or by itself. */
  get #given(): string | undefined {
    return this.#options.invite ?? this.#options.server;
  }

  /** Whether somebody sits here who can be asked to join a server of the local network. */
  get #isAsked(): boolean {
    const { chat, lan } = this.#options;
    return lan && chat && this.#given === undefined && this.#isAtTerminal && !hasPassword(this.#face, this.#options);
  }

  async #askToJoin(offers: readonly Offer[], signal: AbortSignal = this.#stop.signal): Promise<void> {
    showOffers(this.#face, offers);
    this.#joined = await askToJoin(this.#face, offers, signal);
  }

  /** To whom nobody could be asked. */
  async #tellOffers(): Promise<void> {
    if (!this.#options.lan) return;
    const servers = await findServers(this.#face);
    if (servers.length === 0) return;
    if (this.#face.json) this.#face.print({ result: { event: 'servers-nearby', servers }, words: '' });
    showOffers(this.#face, servers);
    this.#teller.hint('joinLater', { address: servers[0]?.address ?? '' });
  }

  /** The server that was made for a page that has chosen another, or for a terminal that has joined one: where nobody has come to it. */
  async #endUnusedServer({ server }: Status): Promise<void> {
    const own = this.#server;
    if (own === undefined || !this.#isFreshServer || server === null || server.peerId === own.report.peerId) return;
    if (!(await own.isUnused())) return;
    this.#server = undefined;
    await own.stop();
    rmSync(join(this.#data, 'server'), { recursive: true, force: true });
    this.#teller.hint('ownServerEnded');
  }

  /** In the page or in the terminal, where a person sits at both; else as it was asked for. */
  async #openProfile(): Promise<{ readonly status: Status; readonly isNew: boolean }> {
    const { state, page } = await this.#status();
    const isNew = state === 'no-account';
    let offers: readonly Offer[] = [];
    const inTerminal = async (signal?: AbortSignal): Promise<Status> => {
      if (!isNew) return await signIn(this.#face, this.#options, signal);
      if (offers.length > 0) await this.#askToJoin(offers, signal);
      const server = this.#joined?.address ?? this.#server?.report.invite;
      return await register(this.#face, { ...this.#options, server: server ?? this.#given }, signal);
    };
    if (page === null || !this.#isAtTerminal || hasPassword(this.#face, this.#options)) {
      this.#teller.hint(isNew ? 'firstRun' : 'welcomeBack');
      return { status: await inTerminal(), isNew };
    }
    await this.#teller.showPage();
    // The page is not kept waiting: what is found is asked about when the person turns to the terminal.
    if (isNew && this.#isAsked && this.#isFreshServer) offers = await findServers(this.#face);
    this.#teller.hint(isNew ? 'firstRunEither' : 'welcomeBackEither');
    const found = await eitherWay(this.#face, inTerminal, this.#stop.signal);
    if (found.inPage) this.#teller.hint('doneInPage');
    await this.#endUnusedServer(found.status);
    return { status: found.status, isNew };
  }

  async #status(): Promise<Status> {
    return await withPeer(this.#face, (api) => api.call('status'));
  }

  async #nearby(waitMs: number): Promise<NearbyList> {
    return await withPeer(this.#face, (api) => api.call('nearby.list', { waitMs }));
  }

  get #isAtTerminal(): boolean {
    return process.stdin.isTTY && process.stdout.isTTY && !this.#face.json;
  }

  async #startPeer(): Promise<Program> {
    const memory = readMemory(this.#data);
    const port = await this.#choosePort(this.#options.peerPort, memory.peerPort ?? PEER_PORT);
    const { profile } = this.#face;
    const { page, pagePort } = this.#options;
    const server = this.#given ?? this.#server?.report.invite;
    const peer = startProgram(
      'miyu',
      [
        'up',
        '--json',
        ...['--profile', profile, '--port', String(port)],
        ...(this.#options.peerPort === undefined ? ['--other-port'] : []),
        ...(page ? [] : ['--no-page']),
        ...(this.#options.lan ? [] : ['--no-lan']),
        ...(pagePort === undefined ? [] : ['--page-port', pagePort]),
      ],
      server === undefined ? {} : { MIYU_SERVER: server },
    );
    this.#peer = peer;
    await peer.ready;
    if (port !== 0) writeMemory(this.#data, { ...memory, peerPort: port });
    return peer;
  }

  async #startServer(): Promise<void> {
    const memory = readMemory(this.#data);
    this.#isFreshServer = !existsSync(join(this.#data, 'server'));
    const { port, server } = await this.#startServerAt(memory.serverPort ?? SERVER_PORT);
    this.#server = server;
    if (port !== 0) writeMemory(this.#data, { ...memory, serverPort: port });
  }

  /** A port that was free when we looked may be somebody else's when the server comes to it: two that start at once both see it free. */
  async #startServerAt(preferred: number): Promise<{ readonly port: number; readonly server: OwnServer }> {
    const on = {
      restarting: (pauseMs: number) => {
        this.#teller.hint('serverRestarts', { seconds: pauseMs / 1000 });
      },
      gone: () => {
        this.#teller.hint('serverGone');
      },
    };
    for (let attempt = 1; ; attempt += 1) {
      const port = await this.#choosePort(this.#options.port, preferred);
      try {
        return {
          port,
          server: await startOwnServer({ data: this.#data, port, lan: this.#options.lan }, this.#stop.signal, on),
        };
      } catch (error) {
        const mayGiveWay = this.#options.port === undefined && attempt < MOST_PORTS_LOST;
        if (!mayGiveWay || !isMiyuError(error, 'port-taken')) throw error;
      }
    }
  }

  /** What the person says is taken as said; a port of our own choice gives way to who was there first. */
  async #choosePort(asked: string | undefined, preferred: number): Promise<number> {
    if (asked === undefined) {
      const port = await nextFreePort(preferred);
      if (port !== preferred) this.#teller.hint('otherPort', { wanted: preferred, port });
      return port;
    }
    const port = Number(asked);
    if (!Number.isInteger(port) || port < 0 || port > 65_535 || asked.trim() === '') {
      throw new UsageError(this.#face.say('badNumber', { text: asked }), 'port');
    }
    return await requirePort(port);
  }

  /** The inviter is asked at once: that is what the link was given for. One to a server alone names nobody. */
  async #greetInviter(invite: string): Promise<void> {
    try {
      const { friend } = await withPeer(this.#face, (api) => api.call('friends.add', { who: invite }));
      this.#teller.hint('addedInviter', { name: safeLine(friend.name) });
    } catch (error) {
      const silent = ['invite-malformed', 'already-friends', 'request-waiting', 'not-yourself'];
      if (!isMiyuError(error)) throw error;
      // The page, where somebody registered in it, asks as well, and may have been first.
      if (error.code === 'already-requested') await this.#tellAsked(invite);
      else if (!silent.includes(error.code)) this.#face.fail(error);
    }
  }

  async #tellAsked(link: string): Promise<void> {
    const { invite } = await withPeer(this.#face, (api) => api.call('invite.read', { link }));
    const name = invite?.inviter?.name;
    if (name !== undefined) this.#teller.hint('addedInviter', { name: safeLine(name) });
  }

  /**
   * The chat; beside a page that we have opened only when it is asked for, for it marks as read what the page would show as new. Where nobody
   * types, it runs on until it is told to end.
   */
  async #talk(): Promise<void> {
    const { signal } = this.#stop;
    const interactive = process.stdin.isTTY && process.stdout.isTTY;
    if (this.#options.chat && !signal.aborted) {
      if (interactive && this.#teller.hasWindow) {
        this.#teller.hint('chatOffer');
        await untilEnter(this.#face, signal);
      }
      if (interactive) this.#face.tell(`${this.#teller.say('chatHint')}\n`);
      const plain = this.#options.plain === true;
      await runChat(this.#face, { plain, signal, waitForPeer: true });
      if (interactive) return;
    }
    this.#teller.hint('running');
    await new Promise<void>((resolve) => {
      if (signal.aborted) resolve();
      signal.addEventListener('abort', () => {
        resolve();
      });
    });
  }

  #peerEnded(): void {
    if (this.#stop.signal.aborted) return;
    this.#teller.hint('peerGone');
    throw new MiyuError('daemon-failed');
  }
}

// The chat may go on in the page.
whenOutputCloses(() => undefined);
process.exitCode = await main(process.argv.slice(2));
