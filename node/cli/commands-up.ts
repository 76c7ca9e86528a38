/** up, chat. */
import type { Status } from '../api/contract-views.ts';
import type { Define } from './define.ts';
import { runChat } from './chat/chat.ts';
import { formatLockedBy } from './format.ts';
import type { Run } from './run.ts';

/** What the peer's supervisor tells when the peer can be reached (see node/supervisor.ts). */
export interface ReadyReport {
  readonly pid: number;
  readonly profile: string;
  readonly socket: string;
  readonly page: string | null;
  readonly listening: readonly string[];
  readonly state: string;
  readonly lockedBy: Status['lockedBy'];
  readonly device: string | null;
  readonly version: string;
}

/** Why the process before this one ended. */
export type Ending = 'signed-out' | 'locked' | 'crashed';

/** Starts a peer; handed in by the program's root, for a face does not know what it starts. */
export interface Starter {
  up(request: {
    readonly profile: string;
    readonly flags: Readonly<Record<string, unknown>>;
    readonly onReady: (report: ReadyReport, after: Ending | null) => void;
    readonly onCrashed: (pauseMs: number) => void;
  }): Promise<void>;
  upInBackground(args: readonly string[]): Promise<ReadyReport & { readonly supervisor: number }>;
}

interface UpOptions {
  listen?: string[];
  port?: string;
  otherPort?: boolean;
  server?: string;
  dht?: boolean;
  lan?: boolean;
  upnp?: boolean;
  deviceName?: string;
  pagePort?: string;
  page?: boolean;
  log?: string;
  background?: boolean;
}

export function defineUpCommands({ program, say, action, exit }: Define, starter: Starter): void {
  program
    .command('up')
    .description(say('run the peer in this terminal', '在此终端运行密语'))
    .option(
      '--listen <addresses...>',
      say('listen addresses, e.g. /ip4/0.0.0.0/tcp/4001', '监听地址，例如 /ip4/0.0.0.0/tcp/4001'),
    )
    .option('--port <number>', say('listen port; 0: any free one', '监听端口；0 为任意空闲端口'))
    .option('--other-port', say('where that port is taken: the next free one', '端口被占用时改用下一个空闲端口'))
    .option('--server <link>', say('server to register at: invite link or address', '注册用的服务器：邀请链接或地址'))
    .option('--no-dht', say('do not use the DHT to find friends', '不用 DHT 查找好友'))
    .option('--no-lan', say('neither look nor be found on the local network', '不在局域网中查找，也不被发现'))
    .option('--no-upnp', say('do not ask the home router to open the listen port', '不请求家用路由器开放监听端口'))
    .option('--device-name <name>', say('what your other devices call this one', '您的其他设备如何称呼本机'))
    .option(
      '--page-port <port>',
      say('port of the page on 127.0.0.1; 0: any free one', '网页界面在 127.0.0.1 的端口；0 为任意空闲端口'),
    )
    .option('--no-page', say('serve no page', '不提供网页界面'))
    .option('--log <level>', say('debug, info, warn, error or off', '日志级别：debug、info、warn、error、off'))
    .option('--background', say('go on in the background', '转入后台运行'))
    .addHelpText('after', '\n  $ miyu up --server miyu://invite/…\n  $ miyu up --profile ~/bob --port 4002 --json')
    .action(
      action(async (run, _, options: UpOptions) => {
        if (options.background === true) return await startInBackground(run, options, starter);
        await starter.up({
          profile: run.profile,
          flags: { ...flagsOf(options) },
          onReady: (report, after) => {
            tellReady(run, report, after);
          },
          onCrashed: (pauseMs) => {
            if (run.json) run.print({ result: { event: 'crashed', restartInMs: pauseMs }, words: '' });
            else run.tell(run.say('crashed', { seconds: pauseMs / 1000 }));
          },
        });
        return { result: { event: 'stopped' }, words: run.say('stopped') };
      }),
    );

  program
    .command('chat [name]')
    .description(say('talk, in this terminal or through a pipe', '聊天：在此终端，或通过管道'))
    .option('--plain', say('words in place of signs', '用文字代替符号'))
    .addHelpText('after', '\n  $ miyu chat bob\n  $ tail -f notes.txt | miyu chat bob')
    .action(
      action(async (run, [name], options: { plain?: boolean }) => {
        const plain = options.plain === undefined ? {} : { plain: options.plain };
        exit(await runChat(run, { ...(name === undefined ? {} : { with: name }), ...plain }));
        return undefined;
      }),
    );
}

function flagsOf({
  listen,
  port,
  otherPort,
  server,
  dht,
  lan,
  upnp,
  deviceName,
  pagePort,
  page,
  log,
}: UpOptions): Record<string, unknown> {
  // Commander gives `dht: true` where nothing was said; only a "no" may stand above file and environment.
  return {
    listen,
    port,
    otherPort,
    server,
    dht: dht === false ? false : undefined,
    lan: lan === false ? false : undefined,
    upnp: upnp === false ? false : undefined,
    deviceName,
    pagePort: page === false ? 'off' : pagePort,
    log,
  };
}

function tellReady(run: Run, report: ReadyReport, after: Ending | null): void {
  if (run.json) {
    run.print({ result: { event: 'ready', after, supervisor: process.pid, ...report }, words: '' });
    return;
  }
  switch (after) {
    case null:
      run.tell(run.say('running', { profile: report.profile }));
      if (report.listening.length > 0) {
        run.tell(run.say('runningListen', { addresses: report.listening.join(' ') }));
      }
      if (report.page !== null) run.tell(run.say('runningPage', { address: report.page }));
      run.tell(run.say('runningNext'));
      return;
    case 'locked':
      tellWhy(run, report);
      run.tell(run.say('lockedAgain'));
      return;
    case 'signed-out':
      tellWhy(run, report);
      run.tell(run.say('takenOver'));
      return;
    case 'crashed':
      run.tell(run.say('restarted'));
      return;
  }
}

function tellWhy(run: Run, { lockedBy }: ReadyReport): void {
  if (lockedBy !== null) run.tell(`${run.say('lockedWhy')}: ${formatLockedBy(lockedBy, run.language)}`);
}

async function startInBackground(
  run: Run,
  options: UpOptions,
  starter: Starter,
): Promise<{ result: unknown; words: string[] }> {
  const args = ['up', '--profile', run.profile, '--lang', run.language];
  for (const [name, value] of Object.entries(flagsOf(options))) {
    if (Array.isArray(value)) args.push(`--${name}`, ...value.map(String));
    else if (typeof value === 'string')
      args.push(`--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, value);
  }
  if (options.otherPort === true) args.push('--other-port');
  if (options.dht === false) args.push('--no-dht');
  if (options.lan === false) args.push('--no-lan');
  if (options.upnp === false) args.push('--no-upnp');
  const report = await starter.upInBackground(args);
  return {
    result: { event: 'ready', ...report },
    words: [
      run.say('running', { profile: report.profile }),
      run.say('inBackground', { pid: report.supervisor }),
      ...(report.page === null ? [] : [run.say('runningPage', { address: report.page })]),
      run.say('runningNext'),
    ],
  };
}
