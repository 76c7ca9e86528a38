/** Values of the API as lines for a person. Whatever came from somebody else goes through safeText or safeLine. */
import type { Friend, FriendDetails, FriendRequest, Message, Person, Status } from '../api/contract-views.ts';
import { errorText, isErrorCode } from '../../shared/error-texts.ts';
import type { Language } from '../../shared/language.ts';
import { cardRows } from './format-card.ts';
import { formatFriendCounts, formatSearch, formatWay } from './format-paths.ts';
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
export function table(rows: readonly (readonly [name: string, value: string | null])[], language: Language): string[] {
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
      [word('lockedWhy'), status.lockedBy === null ? null : formatLockedBy(status.lockedBy, language)],
      [word('name'), status.name],
      [word('account'), status.account],
      [word('fingerprint'), status.fingerprint],
      [word('device'), status.device],
      [word('serverLine'), serverText],
      [word('listening'), status.listening.length === 0 ? null : status.listening.join(' ')],
      [word('portMapping'), status.portMapping === null ? null : formatPortMapping(status.portMapping, language)],
      [word('page'), status.page],
      [word('friendsLine'), formatFriendCounts(status.friends, language)],
      [word('outbox'), status.outbox.waiting === 0 ? null : word('outboxCount', status.outbox)],
      [word('requestsLine'), status.requests === 0 ? null : String(status.requests)],
      [word('missing'), missing.length === 0 ? null : missing.join(' ')],
      [word('damage'), status.damage === null ? null : formatDamage(status.damage, language)],
      [word('version'), status.version],
    ],
    language,
  );
}

/** `opens the port to the internet: 20.7.1.3:4077` */
function formatPortMapping(mapping: NonNullable<Status['portMapping']>, language: Language): string {
  const { state } = mapping;
  return say(
    language,
    `portMapping-${state}`,
    state === 'mapped' ? { address: mapping.address, port: mapping.port } : {},
  );
}

/** `signed in elsewhere at 14:03: laptop · Linux (…Xk3v9pQz), from 192.0.2.7` */
export function formatLockedBy(lockedBy: NonNullable<Status['lockedBy']>, language: Language): string {
  if (lockedBy.by === 'idle') return say(language, 'lockedIdle', { time: formatTime(lockedBy.since, language) });
  const { at, label, device, address } = lockedBy;
  const short = `…${device.slice(-8)}`;
  const who = label === null ? short : `${safeLine(label)} (${short})`;
  const what = address === null ? who : say(language, 'lockedElsewhereFrom', { what: who, address: safeLine(address) });
  return say(language, 'lockedElsewhere', { time: at === null ? '–' : formatTime(at, language), what });
}

/** `repaired 2026-… · rows unreadable or missing: 3 (history) · writes gone: 2` */
function formatDamage(damage: NonNullable<Status['damage']>, language: Language): string {
  const { repairedAt, lostContents, lostBatches, rows } = damage;
  const word = (key: Word, blanks = {}): string => say(language, key, blanks);
  const tables = Object.entries(rows).map(([name, count]) => `${count} (${safeLine(name)})`);
  return [
    word('damageRepaired', { time: formatTime(repairedAt, language) }),
    ...(tables.length === 0 ? [] : [word('damageRows', { rows: tables.join(', ') })]),
    ...(lostBatches === 0 ? [] : [word('damageWrites', { writes: lostBatches })]),
    ...(lostContents === 0 ? [] : [word('damageMessages', { messages: lostContents })]),
  ].join(' · ');
}

/** `● bob · online (LAN) · 2 unread · 14:03 see you` */
export function formatFriend(friend: Friend, language: Language): string {
  const word = (key: Word, blanks = {}): string => say(language, key, blanks);
  // What somebody calls himself stands beside the account's name, never in its place.
  const called = friend.card?.displayName ?? '';
  const parts = [called === '' ? safeLine(friend.name) : `${safeLine(friend.name)} (${safeLine(called)})`];
  if (friend.relation === 'friend') {
    const path = friend.path === null ? '' : ` (${word(`path-${friend.path}`)})`;
    parts.push(`${word(`presence-${friend.presence}`)}${path}`);
    if (friend.keyChange !== null) parts.push(word('keyIsOther'));
    if (friend.verified !== 'yes') parts.push(word(`verified-${friend.verified}`));
  } else {
    parts.push(word(`relation-${friend.relation}`));
  }
  if (friend.blocked) parts.push(word('blocked'));
  if (friend.archived) parts.push(word('isArchived'));
  if (friend.muted) parts.push(word('isMuted'));
  if (friend.unread > 0) parts.push(word('unread', { count: friend.unread }));
  if (friend.draft !== '') parts.push(word('draft', { text: preview(friend.draft, 30) }));
  const last = friend.lastMessage;
  if (last !== null) parts.push(`${formatTime(last.sentAt, language)} ${preview(textOf(last, language))}`);
  return `${friend.presence === 'online' ? '●' : '○'} ${parts.join(' · ')}`;
}

export function formatFriendDetails(friend: FriendDetails, language: Language): string[] {
  const word = (key: Word, blanks = {}): string => say(language, key, blanks);
  const search = friend.search === null ? [] : formatSearch(friend.search, language);
  const isFriend = friend.relation === 'friend' && !friend.blocked;
  const rows = table(
    [
      [word('name'), safeLine(friend.name)],
      ...cardRows(friend.profile, language),
      [word('email'), friend.certificate === null ? null : safeLine(friend.certificate.email ?? '') || null],
      [word('relation'), word(`relation-${friend.relation}`)],
      [word('verified'), word(`verified-${friend.verified}`)],
      [word('presence'), word(`presence-${friend.presence}`)],
      [word('wayRow'), isFriend ? formatWay(friend, language) : null],
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
  return [...rows, ...search];
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

/**
 * `#12 14:03 bob: text  (read · edited)`, and below it what it answers and the reactions; further lines marked at the margin, so that no
 * line of a text can pass for another's or for ours.
 */
export function formatMessage(message: Message, friend: string, language: Language): string {
  const who = (direction: Message['direction']): string =>
    direction === 'out' ? say(language, 'you') : safeLine(friend);
  const [first = '', ...rest] = textOf(message, language).split('\n');
  const reason = reasonOf(message.reason, language);
  const remarks = [
    ...(message.direction === 'out' ? [say(language, `message-${message.state}`)] : []),
    ...(reason === '' ? [] : [reason]),
    ...(message.editedAt === null ? [] : [say(language, 'wasEdited')]),
    ...(message.unsent === null ? [] : [unsentText(message.unsent, language)]),
  ];
  const remark = remarks.length === 0 ? '' : `  (${remarks.join(' · ')})`;
  const { replyTo, reactions } = message;
  const answers =
    replyTo === null
      ? []
      : [
          indent(
            `↳ ${replyTo.position === null ? '' : `#${replyTo.position} ${who(replyTo.direction)}: `}${quoteOf(replyTo, language)}`,
          ),
        ];
  const reacted = reactions.map(({ emoji, by }) => `${safeLine(emoji)} ${who(by === 'me' ? 'out' : 'in')}`);
  const lines = [
    `#${message.position} ${formatTime(message.sentAt, language)} ${who(message.direction)}: ${first}`,
    ...(rest.length === 0 ? [] : [indent(rest.join('\n'))]),
  ];
  return [
    `${lines.join('\n')}${remark}`,
    ...answers,
    ...(reacted.length === 0 ? [] : [indent(reacted.join('  '))]),
  ].join('\n');
}

/** Why something failed, or waits, in words; '' where none are known. */
export const reasonOf = (reason: string | null, language: Language): string =>
  reason !== null && isErrorCode(reason) ? errorText({ code: reason }, language).say : '';

function unsentText({ act, reason }: NonNullable<Message['unsent']>, language: Language): string {
  const why = reasonOf(reason, language);
  const what = say(language, `unsent-${act}`);
  return why === '' ? what : `${what}${language === 'zh' ? '：' : ': '}${why}`;
}

function textOf({ kind, deleted, text, notice }: Message, language: Language): string {
  if (notice !== undefined) {
    const { formerName, name } = notice;
    return say(language, 'nameNotice', { former: safeLine(formerName), name: safeLine(name) });
  }
  if (deleted) return say(language, 'wasTakenBack');
  return kind === 'unknown' ? say(language, 'unknownKind') : safeText(text);
}

function quoteOf({ position, deleted, text }: NonNullable<Message['replyTo']>, language: Language): string {
  if (deleted) return say(language, 'wasTakenBack');
  return position === null ? say(language, 'answersGone') : preview(text);
}

const indent = (text: string): string => text.replaceAll(/^/gm, '      │ ');
