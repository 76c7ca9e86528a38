/** Values of the API as lines for a person. Whatever came from somebody else goes through safeText or safeLine. */
import type { Friend, FriendDetails, FriendRequest, Message, Person, Status } from '../api/contract-views.ts';
import { errorText, isErrorCode } from '../../shared/error-texts.ts';
import type { Language } from '../../shared/language.ts';
import { preview, safeLine, safeText } from './terminal-text.ts';
import { say } from './words.ts';
import type { Word } from './words.ts';

/** Local time; with the day where it is not today. */
export function formatTime(ms: number, language: Language, now: number = Date.now()): string {
  const time = new Date(ms);
  const clock = time.toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  if (time.toDateString() === new Date(now).toDateString()) return clock;
  const pad = (part: number): string => String(part).padStart(2, '0');
  return `${time.getFullYear()}-${pad(time.getMonth() + 1)}-${pad(time.getDate())} ${clock}`;
}

/** Names and values below each other. */
function table(rows: readonly (readonly [name: string, value: string | null])[], language: Language): string[] {
  const colon = language === 'zh' ? '：' : ': ';
  return rows.flatMap(([name, value]) => (value === null ? [] : [`${name}${colon}${value}`]));
}

export function formatStatus(status: Status, language: Language): string[] {
  const word = (key: Word, blanks = {}): string => say(language, key, blanks);
  const { server } = status;
  const serverText =
    server === null
      ? null
      : `${(server.name ?? '') === '' ? '' : `${safeLine(server.name ?? '')} · `}${word(server.connected ? 'connected' : 'notConnected')} · ${server.fingerprint}`;
  const missing = status.missing.map((code) => (isErrorCode(code) ? errorText({ code }, language).say : code));
  return table(
    [
      [word('state'), word(`state-${status.state}`)],
      [word('name'), status.name],
      [word('account'), status.account],
      [word('fingerprint'), status.fingerprint],
      [word('device'), status.device],
      [word('serverLine'), serverText],
      [word('listening'), status.listening.length === 0 ? null : status.listening.join(' ')],
      [word('page'), status.page],
      [word('friendsLine'), word('friendsCount', status.friends)],
      [word('outbox'), status.outbox.waiting === 0 ? null : word('outboxCount', status.outbox)],
      [word('requestsLine'), status.requests === 0 ? null : String(status.requests)],
      [word('missing'), missing.length === 0 ? null : missing.join(' ')],
      [word('version'), status.version],
    ],
    language,
  );
}

/** `● bob · online (LAN) · 2 unread · 14:03 see you` */
export function formatFriend(friend: Friend, language: Language): string {
  const word = (key: Word, blanks = {}): string => say(language, key, blanks);
  const parts = [safeLine(friend.name)];
  if (friend.relation === 'friend') {
    const path = friend.path === null ? '' : ` (${word(`path-${friend.path}`)})`;
    parts.push(`${word(`presence-${friend.presence}`)}${path}`);
    if (friend.verified !== 'yes') parts.push(word(`verified-${friend.verified}`));
  } else {
    parts.push(word(`relation-${friend.relation}`));
  }
  if (friend.blocked) parts.push(word('blocked'));
  if (friend.unread > 0) parts.push(word('unread', { count: friend.unread }));
  const last = friend.lastMessage;
  if (last !== null) parts.push(`${formatTime(last.sentAt, language)} ${preview(last.text)}`);
  return `${friend.presence === 'online' ? '●' : '○'} ${parts.join(' · ')}`;
}

export function formatFriendDetails(friend: FriendDetails, language: Language): string[] {
  const word = (key: Word, blanks = {}): string => say(language, key, blanks);
  return table(
    [
      [word('name'), safeLine(friend.name)],
      [word('relation'), word(`relation-${friend.relation}`)],
      [word('verified'), word(`verified-${friend.verified}`)],
      [word('presence'), word(`presence-${friend.presence}`)],
      [word('address'), friend.address === null ? null : `${safeLine(friend.address)}${pathOf(friend, language)}`],
      [word('lastSeen'), friend.lastSeen === null ? null : formatTime(friend.lastSeen, language)],
      [word('account'), friend.account],
      [word('key'), friend.identityKey],
      [word('fingerprint'), friend.fingerprint],
      [word('safetyNumber'), friend.safetyNumber],
      [word('device'), friend.device],
      ...formatAgreement(friend.agreement, language),
      [word('home'), [friend.home.server, ...friend.home.addresses.map(safeLine)].join(' ')],
    ],
    language,
  );
}

/** What both have, and what does not fit. */
function formatAgreement(agreement: FriendDetails['agreement'], language: Language): [string, string | null][] {
  const { sent, received, state, differedAt, missing, withheld } = agreement;
  const word = (key: Word, blanks = {}): string => say(language, key, blanks);
  const count = (value: number): string => value.toLocaleString(language === 'zh' ? 'zh-CN' : 'en');
  const side = ({ agreed, total, upTo }: typeof sent): string =>
    upTo === null
      ? word('agreedNever', { total: count(total) })
      : word('agreedUpTo', { agreed: count(agreed), total: count(total), time: formatTime(upTo, language) });
  const lost = missing.reduce((all, { from, to }) => all + to - from + 1, 0);
  const last = withheld.at(-1);
  const difference =
    differedAt === null
      ? ''
      : ` · ${word(state === 'differs' ? 'differs' : 'differed', { time: formatTime(differedAt, language) })}`;
  return [
    [word('agreement'), `${word('agreedBoth', { sent: side(sent), received: side(received) })}${difference}`],
    [word('neverCame'), lost === 0 ? null : word('neverCameCount', { count: count(lost) })],
    [
      word('withheld'),
      last === undefined
        ? null
        : word('withheldCount', { count: count(withheld.length), time: formatTime(last.storedAt, language) }),
    ],
  ];
}

const pathOf = (friend: Friend, language: Language): string =>
  friend.path === null ? '' : ` (${say(language, `path-${friend.path}`)})`;

export function formatPerson(person: Person, language: Language): string[] {
  const word = (key: Word): string => say(language, key);
  const lines = table(
    [
      [word('name'), safeLine(person.name)],
      [word('relation'), word(`relation-${person.relation}`)],
      [word('verified'), word(`verified-${person.verified}`)],
      [word('account'), person.account],
      [word('key'), person.identityKey],
      [word('fingerprint'), person.fingerprint],
      [word('device'), person.device],
    ],
    language,
  );
  return person.verified === 'no' && person.relation !== 'yourself' ? [...lines, word('unverifiedHint')] : lines;
}

export function formatRequest(request: FriendRequest, language: Language): string {
  const postponed = request.postponed ? ` · ${say(language, 'postponed')}` : '';
  const greeting = request.greeting === '' ? '' : `\n${indent(safeText(request.greeting))}`;
  return `${safeLine(request.name)} · ${formatTime(request.receivedAt, language)}${postponed}${greeting}`;
}

/** `14:03 bob: text`, further lines marked at the margin, so that no line of a text can pass for another's or for ours. */
export function formatMessage(message: Message, friend: string, language: Language): string {
  const who = message.direction === 'out' ? say(language, 'you') : safeLine(friend);
  const text = message.kind === 'unknown' ? say(language, 'unknownKind') : safeText(message.text);
  const [first, ...rest] = text.split('\n');
  const state = message.direction === 'out' ? `  (${say(language, `message-${message.state}`)})` : '';
  const head = `${formatTime(message.sentAt, language)} ${who}: ${first ?? ''}`;
  return rest.length === 0 ? `${head}${state}` : `${head}\n${indent(rest.join('\n'))}${state}`;
}

const indent = (text: string): string => text.replaceAll(/^/gm, '      │ ');
