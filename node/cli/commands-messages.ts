/** send, history. */
import { MiyuError } from '../../shared/errors.ts';
import { isErrorCode } from '../../shared/error-texts.ts';
import type { ApiClient } from '../api/client.ts';
import { HISTORY_PAGE, METHODS, type Params } from '../api/contract.ts';
import type { Message, MessageState } from '../api/contract-views.ts';
import { confirm } from './ask.ts';
import type { Define } from './define.ts';
import { formatMessage, reasonOf } from './format.ts';
import { checkText, integerOf, readText } from './message-input.ts';
import type { Run } from './run.ts';
import { safeLine } from './terminal-text.ts';

/** How far a message has come; 'failed' is told as an error. */
const STEPS: readonly MessageState[] = ['queued', 'stored', 'delivered', 'read'];
const WAITABLE: readonly MessageState[] = ['stored', 'delivered', 'read'];
const DEFAULT_WAIT_S = 30;

interface HistoryOptions {
  limit: string;
  before?: string;
  after?: string;
  delete?: boolean;
  yes?: boolean;
}

interface SendOptions {
  readonly wait?: string | true;
  readonly timeout: string;
  readonly reply?: string;
  readonly size?: string;
  readonly color?: string;
  readonly face?: string;
}

export function defineMessageCommands({ program, say, action }: Define): void {
  program
    .command('send <name> [text...]')
    .description(
      say(
        'send a message; without text, from standard input (at most 64 KiB)',
        '发送消息；不给文字时从标准输入读取（最多 64 KiB）',
      ),
    )
    .option('--wait [state]', say('wait until stored (or delivered, read)', '等到 stored（或 delivered、read）'))
    .option(
      '--reply <position>',
      say('answer this message (its number in `miyu history`)', '回复此消息（`miyu history` 中的编号）'),
    )
    .option('--size <size>', say('small, large or huge', '字号：small、large 或 huge'))
    .option(
      '--color <color>',
      say(
        'red, orange, green, teal, blue, purple, pink or grey',
        '颜色：red、orange、green、teal、blue、purple、pink 或 grey',
      ),
    )
    .option('--face <face>', say('serif, mono or hand', '字体：serif、mono 或 hand'))
    .option('--timeout <seconds>', say('how long to wait', '最多等待的秒数'), String(DEFAULT_WAIT_S))
    .addHelpText(
      'after',
      '\n  $ miyu send bob Hello\n  $ miyu send bob --reply 12 Yes\n  $ miyu send bob --color teal --size large Hooray\n  $ miyu send bob --wait delivered -- "-- a text that begins with dashes"\n  $ miyu send bob < letter.txt',
    )
    .action(
      action(async (run, [to = '', ...words], options: SendOptions) => {
        const wait = options.wait === undefined ? undefined : stateOf(run, options.wait);
        const timeoutMs = secondsOf(run, options.timeout) * 1000;
        const text = words.length === 0 ? await readText(run) : words.join(' ');
        checkText(text);
        const form = { to, text, ...formOf(run, options) };
        const message = await run.withPeer(async (peer) => {
          if (wait === undefined) return await peer.call('send', form);
          return await sendAndWait(peer, form, wait, timeoutMs);
        });
        const sent = run.say('sent', { state: run.say(`message-${message.state}`) });
        const why = message.state === 'queued' ? reasonOf(message.reason, run.language) : '';
        return { result: message, words: why === '' ? sent : [sent, why] };
      }),
    );

  program
    .command('history <name>')
    .description(say('what was written', '聊天记录'))
    .option('--limit <count>', say('how many (at most 200)', '条数（最多 200）'), '50')
    .option('--before <position>', say('older than this one', '早于此条'))
    .option('--after <position>', say('newer than this one, the oldest first', '晚于此条，从最早的开始'))
    .option('--delete', say('delete this chat’s history', '删除此聊天记录'))
    .option('-y, --yes', say('do not ask before it is deleted', '删除前不再询问'))
    .addHelpText(
      'after',
      '\n  $ miyu history bob --limit 20\n  $ miyu history bob --after 120 --json\n  $ miyu history bob --delete',
    )
    .action(
      action(async (run, [who = ''], options: HistoryOptions) => {
        if (options.delete === true) {
          await run.withPeer((peer) => peer.call('friends.show', { who }));
          if (options.yes !== true && !(await confirm(run, run.say('askForget', { name: safeLine(who) })))) {
            return { result: { deleted: null }, words: run.say('nothingDone') };
          }
          await run.withPeer((peer) => peer.call('history.delete', { who }));
          return { result: { deleted: who }, words: run.say('historyForgotten') };
        }
        const limit = Math.min(integerOf(run, options.limit), HISTORY_PAGE);
        if (options.before !== undefined && options.after !== undefined) throw run.usage('beforeAndAfter', {}, 'after');
        const before = options.before === undefined ? {} : { before: integerOf(run, options.before) };
        const after = options.after === undefined ? {} : { after: integerOf(run, options.after, 0) };
        const [page, friend] = await run.withPeer((peer) =>
          Promise.all([
            peer.call('history', { with: who, limit, ...before, ...after }),
            peer.call('friends.show', { who }).catch(() => undefined),
          ]),
        );
        const name = friend?.name ?? who;
        const lines = page.messages.map((message) => formatMessage(message, name, run.language));
        const first = page.messages[0];
        if (page.more && first !== undefined) lines.push(run.say('moreHistory', { position: first.position }));
        const last = page.messages.at(-1);
        if (page.newer && last !== undefined) lines.push(run.say('newerHistory', { position: last.position }));
        return { result: page, words: lines.length === 0 ? run.say('noMessages') : lines };
      }),
    );
}

async function sendAndWait(
  peer: ApiClient,
  form: Params<'send'>,
  wanted: MessageState,
  timeoutMs: number,
): Promise<Message> {
  const { account: friend } = await peer.call('friends.show', { who: form.to });
  const { cursor } = await peer.call('cursor');
  const message = await peer.call('send', form);
  let state: Pick<Message, 'state' | 'path'> = message;
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    peer.close();
  }, timeoutMs);
  try {
    if (reached(state.state, wanted)) return message;
    for await (const { event } of peer.events(cursor)) {
      if (event.type !== 'message-state' || event.friend !== friend) continue;
      if (message.position < event.from || message.position > event.to) continue;
      state = { state: event.state, path: event.path };
      if (state.state === 'failed') throw await failureOf(peer, form.to, message);
      if (reached(state.state, wanted)) break;
    }
    return { ...message, ...state };
  } catch (error) {
    throw timedOut ? new MiyuError('timeout', { cause: error }) : error;
  } finally {
    clearTimeout(timer);
  }
}

const reached = (state: MessageState, wanted: MessageState): boolean => STEPS.indexOf(state) >= STEPS.indexOf(wanted);

async function failureOf(peer: ApiClient, to: string, message: Message): Promise<MiyuError> {
  const { messages } = await peer.call('history', { with: to, before: message.position + 1, limit: 1 });
  const reason = messages[0]?.reason ?? '';
  return new MiyuError(isErrorCode(reason) ? reason : 'refused');
}

function stateOf(run: Run, text: string | true): MessageState {
  if (text === true) return 'stored';
  const state = WAITABLE.find((known) => known === text);
  if (state === undefined) throw run.usage('badState', {}, 'wait');
  return state;
}

function secondsOf(run: Run, text: string): number {
  const seconds = Number(text);
  // The longest that a timer can wait is 24 days; nobody waits that long for a command.
  if (!(seconds > 0) || seconds > 1_000_000) throw run.usage('badNumber', { text }, 'timeout');
  return seconds;
}

/** What it answers, and how it looks. */
function formOf(
  run: Run,
  { reply, size = 'normal', color, face = 'sans' }: SendOptions,
): Pick<Params<'send'>, 'replyTo' | 'style'> {
  const replyTo = reply === undefined ? {} : { replyTo: integerOf(run, reply) };
  if (size === 'normal' && color === undefined && face === 'sans') return replyTo;
  const style = METHODS.send.params.shape.style.safeParse({ size, color: color ?? null, face });
  if (!style.success || style.data === undefined) throw run.usage('badStyle', {}, 'style');
  return { ...replyTo, style: style.data };
}
