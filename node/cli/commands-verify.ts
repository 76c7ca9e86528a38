/** verify: what two people compare. */
import { isMiyuError } from '../../shared/errors.ts';
import type { Define } from './define.ts';
import { EXIT } from './exit-codes.ts';
import type { Run } from './run.ts';
import { columnsOf, terminalQr } from './terminal-qr.ts';
import { safeLine } from './terminal-text.ts';

/** A code has fewer letters; whatever pours in must not be read without end. */
const MAX_INPUT_BYTES = 16 * 1024;

interface Options {
  readonly scan?: string;
  readonly picture?: string;
  readonly qr: boolean;
}

export function defineVerifyCommand({ program, say, action, exit }: Define): void {
  program
    .command('verify <name>')
    .description(say('safety number and QR code to compare with a friend', '显示用于与好友核对的安全码和二维码'))
    .option(
      '--scan <text>',
      say('what the friend’s code says; - reads standard input', '对方二维码的内容；- 从标准输入读取'),
    )
    .option(
      '--picture <file>',
      say('a PNG in which the friend’s code is seen, such as a screenshot', '能看到对方二维码的 PNG 图片，例如截图'),
    )
    .option('--no-qr', say('the number and the text alone', '只显示安全码和文字'))
    .addHelpText(
      'after',
      '\n  $ miyu verify bob\n  $ miyu verify bob --scan MIYU-VERIFY:…\n  $ miyu verify bob --picture screenshot.png\n  $ zbarimg -q --raw photo.jpg | miyu verify bob --scan -',
    )
    .action(
      action(async (run, [who = ''], options: Options) => {
        const payload = await readPayload(run, options);
        if (payload === undefined) return await show(run, who, options.qr);
        const { outcome, friend } = await run.withPeer((peer) => peer.call('verification.scan', { payload, who }));
        // A script must not take a warning for a yes.
        if (outcome !== 'match') exit(EXIT.refused);
        const name = safeLine(who);
        return { result: { outcome, friend }, words: run.say(`outcome-${outcome}`, { name }) };
      }),
    );
}

/** What the friend's code says; undefined: the own one is to be shown. @throws UsageError; MiyuError 'code-unreadable' */
async function readPayload(run: Run, { scan, picture }: Options): Promise<string | undefined> {
  if (scan !== undefined && picture !== undefined) throw run.usage('oneCode', {}, 'picture');
  if (scan !== undefined) return scan === '-' ? await readInput(run) : scan;
  if (picture === undefined) return undefined;
  // The reader of codes is large, and few ask for it.
  const { readCode } = await import('./read-code.ts');
  return await readCode(picture).catch((error: unknown) => {
    throw isMiyuError(error) ? error : run.usage('unreadableFile', { path: safeLine(picture) }, 'picture');
  });
}

async function show(run: Run, who: string, withQr: boolean) {
  const shown = await run.withPeer((peer) => peer.call('verification.show', { who }));
  const colour = run.io.stdout.isTTY === true && run.io.env['TERM'] !== 'dumb';
  return {
    result: shown,
    words: [
      run.say('compareCodes', { name: safeLine(shown.name) }),
      '',
      `  ${shown.safetyNumber}`,
      '',
      ...(withQr ? [...(terminalQr(shown.payload, columnsOf(run.io.stdout), colour) ?? []), ''] : []),
      run.say('codeAsText'),
      shown.payload,
    ],
  };
}

async function readInput(run: Run): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of run.io.stdin) {
    const bytes = Buffer.from(part as Uint8Array | string);
    length += bytes.length;
    if (length > MAX_INPUT_BYTES) break; // Refused for its length.
    parts.push(bytes);
  }
  return Buffer.concat(parts).toString('utf8').trim();
}
