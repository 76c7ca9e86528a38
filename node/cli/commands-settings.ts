/** settings, server knows. */
import type { KnowsBody } from '../api/contract-knows.ts';
import type { Language } from '../../shared/language.ts';
import type { Define } from './define.ts';
import { formatTime, table } from './format.ts';
import { changeOf, SETTINGS, settingText } from './setting-names.ts';
import { safeLine } from './terminal-text.ts';
import { say as sayIn } from './words.ts';
import type { Word } from './words.ts';

export function defineSettingsCommands({ program, say, action }: Define): void {
  program
    .command('settings [name] [value]')
    .description(say('what you have set; with a value: sets it', '查看设置；给出值则修改'))
    .addHelpText(
      'after',
      '\n  $ miyu settings\n  $ miyu settings theme dark\n  $ miyu settings privacy.readReceipts off',
    )
    .action(
      action(async (run, [name, value]) => {
        const setting = SETTINGS.find((each) => each.name === name);
        if (name !== undefined && setting === undefined) {
          const names = SETTINGS.map((each) => each.name).join(' ');
          throw run.usage('badSetting', { text: safeLine(name), names }, 'name');
        }
        if (setting !== undefined && value !== undefined) {
          const change = changeOf(setting, value);
          const values = setting.values.join(' ');
          if (change === undefined) throw run.usage('badSettingValue', { name: setting.name, values }, 'value');
          const result = await run.withPeer((peer) => peer.call('settings.set', change));
          const blanks = { name: setting.name, value: settingText(result, setting.name) };
          return { result, words: run.say('setTo', blanks) };
        }
        const result = await run.withPeer((peer) => peer.call('settings.get'));
        const shown = setting === undefined ? SETTINGS : [setting];
        return { result, words: shown.map((each) => `${each.name} ${settingText(result, each.name)}`) };
      }),
    );

  const server = program.command('server').description(say('your home server', '您的归属服务器'));
  server
    .command('knows')
    .description(say('everything that it has stored about you', '服务器保存的关于您的一切'))
    .addHelpText('after', '\n  $ miyu server knows\n  $ miyu server knows --json')
    .action(
      action(async (run) => {
        const knows = await run.withPeer((peer) => peer.call('server.knows'));
        return { result: knows, words: formatKnows(knows, run.language) };
      }),
    );
}

export function formatKnows(knows: KnowsBody, language: Language): string[] {
  const word = (key: Word, blanks = {}): string => sayIn(language, key, blanks);
  const time = (ms: number): string => formatTime(ms, language);
  const nameOf = ({ name, account }: { name: string | null; account: string }): string =>
    name === null ? account : safeLine(name);
  const all = (names: readonly string[], total = names.length): string =>
    names.length === 0
      ? word('nobody')
      : [...names, ...(total > names.length ? [word('more', { count: total - names.length })] : [])].join(', ');
  const grants = ({ list, total }: KnowsBody['grantsGiven']): string =>
    all(
      list.map((grant) => (grant.revoked ? word('knowsRevoked', { name: nameOf(grant) }) : nameOf(grant))),
      total,
    );
  const mail = (list: KnowsBody['deposited']): string =>
    all(list.map((each) => word('knowsMailOf', { name: nameOf(each), count: each.count, bytes: each.bytes })));
  const { mailbox, prekeys, address, guest, vault, guesses, signedIn, log } = knows;
  const use = word('knowsMailboxUse', mailbox);
  return [
    ...table(
      [
        [word('account'), knows.account],
        [word('knowsStatements'), knows.statements.map(({ name }) => safeLine(name)).join(', ')],
        [word('key'), knows.identityKey],
        [word('knowsNameKey'), safeLine(knows.nameKey)],
        [word('knowsLookAlike'), knows.lookAlike],
        [word('knowsEmail'), knows.email === null ? null : safeLine(knows.email)],
        [word('knowsRegistered'), time(knows.registeredAt)],
        [word('knowsDevice'), word('knowsDeviceEpoch', { device: knows.device, epoch: knows.epoch })],
        [
          word('knowsSignedIn'),
          signedIn &&
            word('knowsSignedInOf', {
              time: signedIn.at === null ? '–' : time(signedIn.at),
              label: signedIn.label === null ? '–' : safeLine(signedIn.label),
              address: signedIn.address === null ? '–' : safeLine(signedIn.address),
            }),
        ],
        [word('knowsConnections'), String(knows.connections)],
        [
          word('knowsPrekeys'),
          prekeys && word('knowsPrekeysLeft', { left: prekeys.oneTimeLeft, time: time(prekeys.createdAt) }),
        ],
        [
          word('knowsAddress'),
          address &&
            word('knowsAddressUntil', {
              addresses: address.addresses.map(safeLine).join(' '),
              time: time(address.expiresAt),
            }),
        ],
        [word('knowsGiven'), grants(knows.grantsGiven)],
        [word('knowsHeld'), grants(knows.grantsHeld)],
        [word('knowsReceived'), all(knows.requestsReceived.map(nameOf))],
        [word('knowsSent'), all(knows.requestsSent.list.map(nameOf), knows.requestsSent.total)],
        [word('knowsBlocked'), all(knows.blocked.list.map(nameOf), knows.blocked.total)],
        [
          word('knowsMailbox'),
          mailbox.oldestAt === null ? use : word('knowsMailboxOldest', { use, time: time(mailbox.oldestAt) }),
        ],
        [word('knowsSenders'), mailbox.senders.length === 0 ? null : mail(mailbox.senders)],
        [word('knowsDeposited'), mail(knows.deposited)],
        [word('knowsTokens'), knows.tokens.length === 0 ? null : String(knows.tokens.length)],
        [word('knowsGuest'), guest && time(guest.seenAt)],
        [
          word('knowsVault'),
          vault && word('knowsVaultOf', { version: vault.version, bytes: vault.bytes, time: time(vault.storedAt) }),
        ],
        [
          word('knowsGuesses'),
          guesses && word('knowsGuessesLast', { count: guesses.count, time: time(guesses.lastAt) }),
        ],
        [word('knowsLog'), log && word('knowsLogAt', { index: log.index, entry: log.entry })],
      ],
      language,
    ),
    word('knowsNotTold'),
  ];
}
