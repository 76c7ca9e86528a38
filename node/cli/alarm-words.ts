/** What an alarm says to a person: what happened, what it may mean, what to do. */
import type { Alarm } from '../api/contract-alarms.ts';
import type { Language } from '../../shared/language.ts';
import { safeLine } from './terminal-text.ts';

type Text = Readonly<Record<Language, string>>;

const HAPPENED: Readonly<Record<Alarm['kind'], Text>> = {
  forked: {
    en: 'The server has signed two different directories of the same size.',
    zh: '服务器为同样大小的两份不同目录签了名。',
  },
  'map-mismatch': {
    en: 'The server has signed two different lists of names for one directory.',
    zh: '服务器为同一份目录的两份不同名单签了名。',
  },
  shrunk: {
    en: 'The server has signed a directory from which entries are gone.',
    zh: '服务器签名的目录里，以前的条目消失了。',
  },
  inconsistent: {
    en: 'The server has rewritten the past of its directory.',
    zh: '服务器改写了目录的历史。',
  },
  'foreign-entry': {
    en: 'The server’s directory has an entry under your name that you did not make.',
    zh: '服务器目录中，您的名下有一条不是您本人添加的记录。',
  },
  'own-missing': {
    en: 'An entry of yours is gone from the server’s directory.',
    zh: '您在服务器目录中的记录消失了。',
  },
  'set-back': {
    en: 'The server shows less of this friend than it did before.',
    zh: '服务器显示的这位好友的记录比以前少。',
  },
  'two-logs': {
    en: 'The server shows you and this friend two different directories.',
    zh: '服务器向您和这位好友展示了两份不同的目录。',
  },
  unproven: {
    en: 'The server has signed something for this friend and does not prove that it belongs to the directory that you see.',
    zh: '服务器为这位好友签过名，却未能证明它属于您看到的目录。',
  },
  'key-changed': {
    en: 'The server shows another key of this friend than the one you know.',
    zh: '服务器给出了这位好友的另一个密钥，与您所知的不同。',
  },
  lost: {
    en: 'The disk has spoilt an alarm that was kept here. Whom it stopped is not known any more, so nothing is sent to anybody.',
    zh: '磁盘损坏了本机保存的一条警报。它停止了对谁的发送已无从得知，因此暂不向任何人发送。',
  },
  'new-log': {
    en: 'The server has begun its directory’s log anew.',
    zh: '服务器重新开始了其目录的日志。',
  },
};

/** Of another key: how it was shown. */
const HOW: Readonly<Record<NonNullable<Alarm['other']>['how'], Text>> = {
  signature: {
    en: 'The server gave out something under this friend’s account that another key has signed.',
    zh: '服务器在这位好友的账号下给出了由另一个密钥签名的内容。',
  },
  name: {
    en: 'This friend’s name belongs to another account now, with another key.',
    zh: '这位好友的用户名现在属于另一个账号，密钥也不同。',
  },
  chain: {
    en: 'This friend’s account goes on under other keys.',
    zh: '这位好友的账号改用了别的密钥。',
  },
  scanned: {
    en: 'The code on this friend’s screen does not fit: it names another key, of your friend or of you, than the one that is known here.',
    zh: '这位好友屏幕上的码不一致：其中好友或您的密钥与本机所知的不同。',
  },
};

const KEY_MEANS: Text = {
  en: 'Either the server, or whoever broke in there, pretends to be your friend; or your friend has a new identity: the account was deleted, and the name registered anew, by your friend or by somebody else. Nothing was sent to the other key, and nothing is: what you write waits.',
  zh: '可能是服务器（或入侵者）在冒充您的好友；也可能是好友换了新的身份：原账号已删除，用户名由本人或他人重新注册。没有任何内容发给另一个密钥；您写的内容会等待。',
};
const LOST_MEANS: Text = {
  en: 'It may have been one that you had decided already, or one that still kept you from writing to somebody with a false key.',
  zh: '它可能是您已经作出决定的一条，也可能仍在阻止您向持有虚假密钥的人发送。',
};
const LOST_DO: Text = {
  en: 'Compare safety numbers with your friends by another way (in person, by phone). What a server shows is told anew when it is seen again. Then go on: `miyu alarms decide {id} trust`. Look after the disk.',
  zh: '请通过其他途径（见面、电话）与好友核对安全码。服务器暴露的迹象再次出现时会重新告知。然后继续：`miyu alarms decide {id} trust`。请检查磁盘。',
};
const SCANNED_MEANS: Text = {
  en: 'Somebody may stand between the two of you and read along: whoever gave one of you a false key of the other. Or the code was an old one, of before a new identity. What you write to this friend waits.',
  zh: '可能有人夹在你们中间窃听：有人把对方的虚假密钥给了你们中的一方。也可能这个码是旧的，属于换新身份之前。您写给这位好友的内容会等待。',
};
const KEY_DO: Text = {
  en: 'Ask your friend by another way (in person, by phone) and compare the safety number. It is the same: `miyu friends key {name} --same`. Your friend has a new identity: `miyu friends remove {name} --keep-history`, then `miyu friends add {name}`, and compare again. Until then: `miyu friends key {name} --stop`.',
  zh: '请通过其他途径（见面、电话）询问好友并核对安全码。一致：`miyu friends key {name} --same`。好友确实换了新身份：先 `miyu friends remove {name} --keep-history`，再 `miyu friends add {name}`，并重新核对。在此之前：`miyu friends key {name} --stop`。',
};

/** What a person is told of one alarm. */
export function wordsOf(
  { kind, severity, state, other, friend }: Alarm,
  language: Language,
): { readonly happened: string; readonly means: string; readonly todo: string; readonly state: string } {
  const isKey = kind === 'key-changed';
  const happened = (isKey && other !== null ? HOW[other.how] : HAPPENED[kind])[language];
  const told = isKey && state === 'trusted' ? KEY_TRUSTED : STATE[state];
  return {
    happened,
    means: (kind === 'lost'
      ? LOST_MEANS
      : isKey
        ? other?.how === 'scanned'
          ? SCANNED_MEANS
          : KEY_MEANS
        : MEANS[severity])[language],
    todo: (kind === 'lost' ? LOST_DO : isKey ? KEY_DO : DO[severity])[language].replaceAll(
      '{name}',
      friend === null ? '{name}' : safeLine(friend.name),
    ),
    state: told[language],
  };
}

const MEANS: Readonly<Record<Alarm['severity'], Text>> = {
  alarm: {
    en: 'Whoever runs the server, or broke in, may be showing false keys in order to read what is written. What you wrote before is sealed under the keys of before.',
    zh: '服务器的管理者或入侵者可能在展示虚假的密钥，以便读取消息。您之前写的内容仍由之前的密钥密封。',
  },
  notice: {
    en: 'That is normal after a backup was put back; a lying server could do the same. The keys of your friends are the same as before.',
    zh: '恢复备份之后这是正常的；说谎的服务器也可能这样做。您好友的密钥没有变化。',
  },
};

const DO: Readonly<Record<Alarm['severity'], Text>> = {
  alarm: {
    en: 'Compare safety numbers with your friends by another way (in person, by phone). Ask the operator, and show the evidence. Then decide: `miyu alarms decide {id} stop` or `… trust`.',
    zh: '请通过其他途径（见面、电话）与好友核对安全码。询问管理者并出示证据。然后决定：`miyu alarms decide {id} stop`（保持停止）或 `… trust`（继续信任）。',
  },
  notice: {
    en: 'Ask the operator whether a backup was put back. If not, compare safety numbers.',
    zh: '请询问管理者是否恢复过备份。如果没有，请与好友核对安全码。',
  },
};

const STATE: Readonly<Record<Alarm['state'], Text>> = {
  open: { en: 'waits for your decision', zh: '等待您的决定' },
  stopped: { en: 'kept stopped', zh: '保持停止' },
  trusted: { en: 'trusted again', zh: '已恢复信任' },
  ended: { en: 'the friendship ended', zh: '好友关系已结束' },
};
const KEY_TRUSTED: Text = { en: 'goes on with the key of before', zh: '继续使用原来的密钥' };

/** Of evidence: what it proves by itself. */
export const PROVES: Readonly<
  Record<'forked' | 'map-mismatch' | 'shrunk' | 'inconsistent' | 'set-back' | 'shown' | 'nothing-shown', Text>
> = {
  forked: {
    en: 'Proven: the server with this key has signed two different logs of {size} entries.',
    zh: '已证实：持有此密钥的服务器为两份各有 {size} 条记录的不同日志签了名。',
  },
  'map-mismatch': {
    en: 'Proven: the server with this key has signed two different maps for one log of {size} entries.',
    zh: '已证实：持有此密钥的服务器为一份有 {size} 条记录的日志签了两份不同的映射。',
  },
  shrunk: {
    en: 'Proven: the server with this key has signed a log of {later} entries after one of {size}.',
    zh: '已证实：持有此密钥的服务器先为有 {size} 条记录的日志签名，之后又为只有 {later} 条的日志签名。',
  },
  inconsistent: {
    en: 'Proven: the server with this key has signed a log of {size} entries that does not begin with one of {later} that it has signed too.',
    zh: '已证实：持有此密钥的服务器签名的 {size} 条记录的日志，并不以它也签过名的 {later} 条记录的日志开头。',
  },
  shown: {
    en: 'Proven: the server with this key has signed a log in which this entry stands. Whether the entry is false, only the owner of the account can say.',
    zh: '已证实：持有此密钥的服务器签名的日志中有这条记录。它是否虚假，只有账号的主人才能说明。',
  },
  'set-back': {
    en: 'Proven: the server with this key has signed that this entry stands in a log of {later} entries, and for {size} entries of the same log that it does not, or only an older one.',
    zh: '已证实：持有此密钥的服务器先签名表示有 {later} 条记录的日志中有这条记录，之后又为同一日志的 {size} 条记录签名，其中却没有它，或只有更早的一条。',
  },
  'nothing-shown': {
    en: 'Proven: the server with this key has signed a log of {size} entries in which nothing stands under the key that was asked for. Whether something had to, only the owner of the account can say.',
    zh: '已证实：持有此密钥的服务器签名的 {size} 条记录的日志中，所查询的键之下没有任何记录。是否本应有记录，只有账号的主人才能说明。',
  },
};
