/** The operator's commands. Each asks the running server, and the folder itself where none runs. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Command, CommanderError, Option } from 'commander';
import { errorText } from '../shared/error-texts.ts';
import { MiyuError, type ErrorCode } from '../shared/errors.ts';
import type { Language } from '../shared/language.ts';
import type { PortMappingState } from '../shared/net/port-mapping.ts';
import { askServer } from './admin/client.ts';
import { adminSocketPath, type AdminAnswers, type AdminRequest, type IdentityReport } from './admin/protocol.ts';
import { loadServerSettings, type ServerSettings } from './config.ts';
import type { TableReport } from './store/store.ts';
import { say, type Word } from './words.ts';

export const EXIT = { ok: 0, failed: 1, usage: 2, damaged: 3, notRunning: 4 } as const;
const USAGE: ReadonlySet<ErrorCode> = new Set(['usage', 'config-invalid', 'address-malformed']);

export interface Terminal {
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** As commander names them. */
type Flags = { json?: boolean; config?: string } & Partial<Record<keyof typeof UNITS, string>> &
  Record<string, unknown>;
/** Commander's own spelling of the settings whose names end in a unit. */
const UNITS = {
  mailboxMib: 'mailboxMiB',
  senderMib: 'senderMiB',
  vaultKib: 'vaultKiB',
  relayMib: 'relayMiB',
  relayMibPerAccount: 'relayMiBPerAccount',
} as const;
type Blanks = Readonly<Record<string, string | number>>;

/** @param args without the program's own name @returns the exit code */
export async function runCommands(args: readonly string[], terminal: Terminal, language: Language): Promise<number> {
  const run = new Run(terminal, language);
  try {
    await run.program().parseAsync([...args], { from: 'user' });
    return run.exitCode;
  } catch (error) {
    // Commander has said its part already, be it help or a wrong flag.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    return run.fail(error);
  }
}

class Run {
  exitCode: number = EXIT.ok;
  readonly #terminal: Terminal;
  readonly #language: Language;
  #json = false;

  constructor(terminal: Terminal, language: Language) {
    this.#terminal = terminal;
    this.#language = language;
  }

  program(): Command {
    const word = (name: Word): string => say(this.#language, name);
    const program = new Command('miyu-rendezvous')
      .description(word('about'))
      .exitOverride()
      .configureOutput({
        writeOut: (text) => void this.#terminal.stdout.write(text),
        writeErr: (text) => void this.#terminal.stderr.write(text),
      })
      .addHelpText(
        'after',
        `\n${word('examples')}:\n${EXAMPLES.map((line) => `  ${line}`).join('\n')}\n\n${word('exitCodes')}`,
      );
    program.option('--json', word('optionJson')).option('--config <file>', word('optionConfig'));
    for (const [flags, name] of FLAGS) program.addOption(new Option(flags, word(name)));
    const command = (
      name: string,
      text: Word,
      work: (settings: ServerSettings) => Promise<void>,
      parent = program,
    ): Command =>
      parent
        .command(name)
        .description(word(text))
        .action(() => this.#with(program, work));
    program.action(() => this.#with(program, (settings) => this.#up(settings)));
    command('up', 'up', (settings) => this.#up(settings));
    command('identity', 'identity', (settings) => this.#identity(settings));
    command('status', 'status', (settings) => this.#status(settings));
    command('policy', 'policy', (settings) => this.#policy(settings));
    command('check', 'check', (settings) => this.#check(settings));
    const token = program.command('token').description(word('token'));
    command('create', 'tokenCreate', (settings) => this.#tokenCreate(settings), token);
    token
      .command('list')
      .description(word('tokenList'))
      .option('--limit <n>', word('optionLimit'), '100')
      .action(async (options: { limit: string }) => {
        const limit = Number(options.limit);
        if (!Number.isInteger(limit) || limit < 1 || limit > 10_000) throw new MiyuError('usage', { field: '--limit' });
        await this.#with(program, (settings) => this.#tokenList(settings, limit));
      });
    token
      .command('revoke')
      .description(word('tokenRevoke'))
      .argument('<id>', word('argumentTokenId'))
      .action((id: string) => this.#with(program, (settings) => this.#tokenRevoke(settings, id)));
    return program;
  }

  fail(error: unknown): number {
    const failure = error instanceof MiyuError ? error : new MiyuError('internal', { cause: error });
    const { code, detail, field } = failure;
    const text = errorText(failure, this.#language);
    if (this.#json) {
      const told = {
        code,
        say: text.say,
        do: text.do,
        ...(detail === undefined ? {} : { detail }),
        ...(field === undefined ? {} : { field }),
      };
      this.#terminal.stdout.write(`${JSON.stringify({ event: 'error', error: told })}\n`);
    } else {
      const lines = [`miyu-rendezvous: ${text.say}`];
      if (field !== undefined) lines.push(this.#say('setting', { value: field }));
      lines.push(code === 'key-file-damaged' ? this.#say('keyHelp', { value: field ?? 'server.key' }) : text.do);
      // A bug of ours: whoever reports it needs to see where.
      if (code === 'internal' && failure.cause instanceof Error)
        lines.push(failure.cause.stack ?? failure.cause.message);
      this.#terminal.stderr.write(`${lines.join('\n')}\n`);
    }
    return USAGE.has(code) ? EXIT.usage : EXIT.failed;
  }

  async #with(program: Command, work: (settings: ServerSettings) => Promise<void>): Promise<void> {
    const { json, config, ...rest } = program.opts<Flags>();
    this.#json = json === true;
    const flags = Object.fromEntries(
      Object.entries(rest).map(([name, value]) => [UNITS[name as keyof typeof UNITS] ?? name, value]),
    );
    await work(loadServerSettings({ file: config, env: this.#terminal.env, flags }));
  }

  async #up(settings: ServerSettings): Promise<void> {
    const { runUp } = await import('./up.ts');
    await runUp(settings, {
      ready: (report) => {
        if (this.#json) this.#print(report, []);
        else
          this.#print(report, [
            this.#say('ready'),
            ...this.#identityLines(report),
            this.#say('data', { value: report.data }),
            this.#say('howToStop'),
          ]);
      },
      portMapping: (report) => {
        const { portMapping, invite } = report;
        const lines = [this.#routerLine(portMapping)];
        if (portMapping.state === 'mapped' && invite !== null) lines.push(this.#say('invite', { value: invite }));
        this.#print(report, lines);
      },
      stopping: () => {
        if (!this.#json) this.#print({}, [this.#say('stopping')]);
      },
    });
  }

  async #identity(settings: ServerSettings): Promise<void> {
    const report = await this.#ask(settings, { command: 'identity' }, async () => {
      const { identityReport } = await import('./admin/handlers.ts');
      const { offlineIdentity } = await import('./offline.ts');
      return identityReport(await offlineIdentity(settings));
    });
    this.#print(report, this.#identityLines(report));
  }

  #identityLines({ peerId, fingerprint, addresses, invite }: IdentityReport): string[] {
    return [
      this.#say('peerId', { value: peerId }),
      this.#say('fingerprint', { value: fingerprint }),
      ...addresses.map((value) => this.#say('address', { value })),
      invite === null ? this.#say('noAddress') : this.#say('invite', { value: invite }),
    ];
  }

  async #status(settings: ServerSettings): Promise<void> {
    const status = await askServer(adminSocketPath(settings.data), { command: 'status' });
    if (status !== undefined) {
      const lines = [
        this.#say('running', { value: Math.round(status.uptimeMs / 1_000) }),
        this.#say('links', { connections: status.connections, signedIn: status.signedIn }),
        this.#say('counts', { ...status, healthy: '', relay: '', portMapping: '' }),
        status.logSize === 0 ? this.#say('logBegins') : this.#say('logSize', { value: status.logSize }),
      ];
      const { relay } = status;
      if (relay !== null) lines.push(this.#say('relaying', { ...relay, mib: Math.ceil(relay.bytes / 1_048_576) }));
      if (status.portMapping !== null) lines.push(this.#routerLine(status.portMapping));
      if (!status.healthy) lines.push(this.#say('unhealthy'));
      this.#print({ running: true, ...status }, lines);
      return;
    }
    this.exitCode = EXIT.notRunning;
    if (!hasStore(settings)) {
      this.#print({ running: false }, [this.#say('notRunning')]);
      return;
    }
    const { offlineStatus, withStore } = await import('./offline.ts');
    const counts = await withStore(settings, offlineStatus);
    this.#print({ running: false, ...counts }, [this.#say('notRunning'), this.#say('counts', counts)]);
  }

  #routerLine(mapping: PortMappingState): string {
    const { state } = mapping;
    return this.#say(`router-${state}`, state === 'mapped' ? { address: mapping.address, port: mapping.port } : {});
  }

  async #policy(settings: ServerSettings): Promise<void> {
    const { name, email, maxNameLength, tokenRequired, maxAccounts, mailDays } = settings;
    const { registrationClosed, invitesPerAccount, reservedNames } = settings;
    const { mailboxItems, mailboxMiB, senderItems, senderMiB, vaultKiB, nameHoldDays } = settings;
    const report = await this.#ask(settings, { command: 'policy' }, async () => ({
      name,
      email,
      maxNameLength,
      tokenRequired,
      registrationClosed,
      invitesPerAccount,
      reservedNames,
      maxAccounts,
      mailDays,
      mailboxItems,
      mailboxMiB,
      senderItems,
      senderMiB,
      vaultKiB,
      nameHoldDays,
    }));
    this.#print(
      report,
      Object.entries(report).map(([setting, value]) => `${setting.padEnd(18)} ${String(value)}`),
    );
  }

  async #tokenCreate(settings: ServerSettings): Promise<void> {
    const report = await this.#ask(settings, { command: 'token-create' }, async () => {
      const { newTokenReport } = await import('./admin/handlers.ts');
      const { offlineIdentity, offlineToken, withStore } = await import('./offline.ts');
      const identity = await offlineIdentity(settings);
      return newTokenReport(await withStore(settings, offlineToken), identity.home());
    });
    const lines = [this.#say('tokenLine', { token: report.token, until: dateOf(report.expiresAt) })];
    lines.push(report.invite === null ? this.#say('noAddress') : this.#say('invite', { value: report.invite }));
    this.#print(report, lines);
  }

  async #tokenList(settings: ServerSettings, limit: number): Promise<void> {
    const tokens = await this.#ask(settings, { command: 'token-list', limit }, async () => {
      if (!hasStore(settings)) return [];
      const { tokenReport } = await import('./admin/handlers.ts');
      const { offlineTokens, withStore } = await import('./offline.ts');
      return (await withStore(settings, (store) => offlineTokens(store, limit))).map(tokenReport);
    });
    const lines = tokens.map(({ id, madeBy, expiresAt }) =>
      this.#say('tokenRow', { id, until: dateOf(expiresAt), by: madeBy ?? this.#say('operator') }),
    );
    this.#print(tokens, lines.length === 0 ? [this.#say('noTokens')] : lines);
  }

  async #tokenRevoke(settings: ServerSettings, id: string): Promise<void> {
    const report = await this.#ask(settings, { command: 'token-revoke', id: id.slice(0, 64) }, async () => {
      if (!hasStore(settings)) throw new MiyuError('token-invalid', { field: 'id' });
      const { offlineRevoke, withStore } = await import('./offline.ts');
      await withStore(settings, (store) => offlineRevoke(store, id));
      return { revoked: id };
    });
    this.#print(report, [this.#say('tokenRevoked', { id })]);
  }

  async #check(settings: ServerSettings): Promise<void> {
    const onProgress = (progress: { readonly ms: number }): void => {
      if (!this.#json)
        this.#terminal.stderr.write(`${this.#say('checking', { value: Math.round(progress.ms / 1_000) })}\n`);
    };
    const reports = await this.#ask(
      settings,
      { command: 'check' },
      async () => {
        if (!hasStore(settings)) throw new MiyuError('folder-not-a-profile');
        const { withStore } = await import('./offline.ts');
        const startedAt = performance.now();
        const timer = setInterval(() => onProgress({ ms: performance.now() - startedAt }), 1_000);
        try {
          return await withStore(settings, (store) => store.check());
        } finally {
          clearInterval(timer);
        }
      },
      onProgress,
    );
    const sound = reports.every(isSound);
    if (!sound) this.exitCode = EXIT.damaged;
    this.#print({ sound, tables: reports }, [
      ...reports.map((report) => this.#tableLine(report)),
      this.#say(sound ? 'sound' : 'damaged'),
    ]);
  }

  #tableLine(report: TableReport): string {
    const { table, rows, damagedRows, countMatches, digestMatches } = report;
    if (isSound(report)) return this.#say('checkedTable', { table, rows });
    const judged = (matches: boolean): string => this.#say(matches ? 'right' : 'wrong');
    return this.#say('damagedTable', {
      table,
      rows,
      damaged: damagedRows,
      count: judged(countMatches),
      digest: judged(digestMatches),
    });
  }

  /** The running server's answer, or, where none runs, what `otherwise` finds in the folder. */
  async #ask<K extends AdminRequest['command']>(
    settings: ServerSettings,
    request: Extract<AdminRequest, { readonly command: K }>,
    otherwise: () => Promise<AdminAnswers[K]>,
    onProgress?: (progress: { readonly ms: number }) => void,
  ): Promise<AdminAnswers[K]> {
    return (await askServer(adminSocketPath(settings.data), request, onProgress)) ?? (await otherwise());
  }

  #print(value: unknown, lines: readonly string[]): void {
    const text = this.#json ? JSON.stringify(value) : lines.join('\n');
    this.#terminal.stdout.write(`${text}\n`);
  }

  #say(word: Word, blanks: Blanks = {}): string {
    return say(this.#language, word, blanks);
  }
}

const hasStore = (settings: ServerSettings): boolean => existsSync(join(settings.data, 'store'));
const dateOf = (ms: number): string => new Date(ms).toISOString();
const isSound = ({ damagedRows, countMatches, digestMatches }: TableReport): boolean =>
  damagedRows === 0 && countMatches && digestMatches;

const EXAMPLES = [
  'miyu-rendezvous',
  'miyu-rendezvous up --port 4801 --name "Office" --email off',
  'miyu-rendezvous up --announce /dns4/chat.example.org/tcp/4801 --token-required',
  'miyu-rendezvous up --token-required --invites-per-account 3 --reserved-names "ceo,hr,前台"',
  'miyu-rendezvous up --relay --relay-mib-per-account 64',
  'miyu-rendezvous up --upnp --token-required',
  'miyu-rendezvous token create',
  'miyu-rendezvous token revoke 1f2e3d4c',
  'miyu-rendezvous status --json',
];

const FLAGS: readonly (readonly [flags: string, text: Word])[] = [
  ['--data <folder>', 'optionData'],
  ['--port <n>', 'optionPort'],
  ['--listen <multiaddrs>', 'optionListen'],
  ['--announce <multiaddrs>', 'optionAnnounce'],
  ['--announce-on-lan <mode>', 'optionAnnounceOnLan'],
  ['--lan-port <n>', 'optionLanPort'],
  ['--lan-interfaces <names>', 'optionLanInterfaces'],
  ['--upnp', 'optionUpnp'],
  ['--name <text>', 'optionName'],
  ['--email <mode>', 'optionEmail'],
  ['--max-name-length <n>', 'optionMaxNameLength'],
  ['--token-required', 'optionTokenRequired'],
  ['--registration-closed', 'optionRegistrationClosed'],
  ['--invites-per-account <n>', 'optionInvitesPerAccount'],
  ['--reserved-names <names>', 'optionReservedNames'],
  ['--max-accounts <n>', 'optionMaxAccounts'],
  ['--mail-days <n>', 'optionMailDays'],
  ['--mailbox-items <n>', 'optionMailboxItems'],
  ['--mailbox-mib <n>', 'optionMailboxMiB'],
  ['--sender-items <n>', 'optionSenderItems'],
  ['--sender-mib <n>', 'optionSenderMiB'],
  ['--vault-kib <n>', 'optionVaultKiB'],
  ['--name-hold-days <n>', 'optionNameHoldDays'],
  ['--relay', 'optionRelay'],
  ['--relay-max-reservations <n>', 'optionRelayMaxReservations'],
  ['--relay-max-links <n>', 'optionRelayMaxLinks'],
  ['--relay-mib-per-account <n>', 'optionRelayMiBPerAccount'],
  ['--relay-mib <n>', 'optionRelayMiB'],
  ['--max-connections <n>', 'optionMaxConnections'],
  ['--accept-per-address <n>', 'optionAcceptPerAddress'],
  ['--accept-total <n>', 'optionAcceptTotal'],
  ['--registrations-per-minute <n>', 'optionRegistrationsPerMinute'],
  ['--log-level <level>', 'optionLogLevel'],
  ['--log-file <file>', 'optionLogFile'],
];
