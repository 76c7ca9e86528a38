/** profile …, certificate …: what one says of oneself, and what proves it. */
import { open, writeFile } from 'node:fs/promises';
import { MiyuError } from '../../shared/errors.ts';
import { CERTIFICATE_FILE_LIMIT_BYTES, PICTURE_LIMIT_BYTES } from '../api/contract-identity.ts';
import type { Define } from './define.ts';
import { formatCertificate, formatProfile } from './format-card.ts';
import { EXIT } from './exit-codes.ts';
import type { Run } from './run.ts';
import { safeLine } from './terminal-text.ts';

const SEXES = ['female', 'male', 'other'] as const;

export interface CardOptions {
  readonly displayName?: string;
  readonly sex?: string;
  readonly birthYear?: string;
  readonly status?: string;
  readonly picture?: string | false;
}

export function defineProfileCommands(define: Define): void {
  const { program, say: inBoth, action } = define;
  const profile = program
    .command('profile')
    .description(
      inBoth('your card: what friends see of you, and the server never', '您的名片：好友可见，服务器永远看不到'),
    );

  profile
    .command('show [name]', { isDefault: true })
    .description(inBoth('yours, or a friend’s', '您的名片，或某位好友的'))
    .option('--save-picture <file>', inBoth('write the picture to a file', '将头像保存到文件'))
    .addHelpText('after', '\n  $ miyu profile\n  $ miyu profile show bob --save-picture bob.jpg')
    .action(
      action(async (run, [who], options: { savePicture?: string }) => {
        return await run.withPeer(async (peer) => {
          const card =
            who === undefined
              ? (await peer.call('profile.get')).profile
              : (await peer.call('friends.show', { who })).profile;
          if (options.savePicture !== undefined) {
            const { picture } = await peer.call('profile.picture', who === undefined ? {} : { who });
            if (picture === null) throw run.usage('noPicture');
            await save(run, options.savePicture, Buffer.from(picture.bytes, 'base64'));
          }
          return { result: { profile: card }, words: formatProfile(card, run.language) };
        });
      }),
    );

  cardOptions(define, profile.command('set'))
    .description(inBoth('what is named; an empty text takes it back', '设置给出的各项；空文字表示清除'))
    .addHelpText(
      'after',
      '\n  $ miyu profile set --display-name "Alice K." --status "on the road"\n  $ miyu profile set --picture me.jpg\n  $ miyu profile set --birth-year "" --no-picture',
    )
    .action(
      action(async (run, _, options: CardOptions) => {
        const change = await cardChange(run, options);
        if (change === undefined) throw run.usage('nothingToSet');
        const { profile: card } = await run.withPeer((peer) => peer.call('profile.set', change));
        return { result: { profile: card }, words: [run.say('cardSet'), ...formatProfile(card, run.language)] };
      }),
    );

  const certificate = program
    .command('certificate')
    .description(inBoth('name, e-mail and keys, signed', '证书：名字、邮箱与公钥，带签名'));

  certificate
    .command('show [name]', { isDefault: true })
    .description(inBoth('yours, or a friend’s', '您的证书，或某位好友的'))
    .addHelpText('after', '\n  $ miyu certificate\n  $ miyu certificate show bob')
    .action(
      action(async (run, [who]) => {
        const found = await run.withPeer((peer) => peer.call('certificate.get', who === undefined ? {} : { who }));
        return { result: found, words: formatCertificate(found.certificate, run.language) };
      }),
    );

  certificate
    .command('export <file>')
    .description(inBoth('write it to a file that anybody can check', '导出为任何人都能验证的文件'))
    .option('--of <name>', inBoth('a friend’s', '某位好友的证书'))
    .addHelpText('after', '\n  $ miyu certificate export alice.cert\n  $ miyu certificate export bob.cert --of bob')
    .action(
      action(async (run, [path = ''], options: { of?: string }) => {
        const who = options.of === undefined ? {} : { who: options.of };
        const { file, certificate: found } = await run.withPeer((peer) => peer.call('certificate.get', who));
        await save(run, path, Buffer.from(file, 'utf8'));
        return { result: { file: path, certificate: found }, words: run.say('certificateSaved', { path }) };
      }),
    );

  certificate
    .command('verify <file>')
    .description(inBoth('check such a file; nobody is asked', '验证证书文件，无需联网'))
    .addHelpText('after', '\n  $ miyu certificate verify alice.cert')
    .action(
      action(async (run, [path = '']) => {
        const file = (await load(run, path, CERTIFICATE_FILE_LIMIT_BYTES)).toString('utf8');
        const checked = await run.withPeer((peer) => peer.call('certificate.verify', { file }));
        if (checked.known === 'other-keys') define.exit(EXIT.refused);
        const name = safeLine(checked.friend?.name ?? checked.certificate.name);
        return {
          result: checked,
          words: [
            ...formatCertificate(checked.certificate, run.language),
            run.say(`certificate-${checked.known}`, { name }),
          ],
        };
      }),
    );
}

/** The options that fill in a card, for `profile set` and `register`. */
export function cardOptions<C extends { option(flags: string, description: string): C }>(
  { say: inBoth }: Define,
  command: C,
): C {
  return command
    .option('--display-name <text>', inBoth('how friends see you named', '显示名'))
    .option('--sex <sex>', inBoth('female, male or other', '性别：female、male 或 other'))
    .option('--birth-year <year>', inBoth('four digits', '出生年份（四位数字）'))
    .option('--status <text>', inBoth('one line about you', '个性签名（一行）'))
    .option('--picture <file>', inBoth('JPEG, PNG or WebP, at most 44 KiB', '头像：JPEG、PNG 或 WebP，至多 44 KiB'))
    .option('--no-picture', inBoth('no picture any more', '移除头像'));
}

/** What the options say, checked as far as it can be here; undefined: nothing. @throws UsageError, and where the picture cannot be read */
export async function cardChange(run: Run, options: CardOptions) {
  const { displayName, sex, birthYear, status, picture } = options;
  const chosen = SEXES.find((each) => each === sex);
  if (sex !== undefined && sex !== '' && chosen === undefined) throw run.usage('badSex', {}, 'sex');
  if (birthYear !== undefined && !/^(\d{4})?$/.test(birthYear)) {
    throw new MiyuError('birth-year-invalid', { field: 'birthYear' });
  }
  const change = {
    ...(displayName === undefined ? {} : { displayName }),
    ...(sex === undefined ? {} : { sex: chosen ?? null }),
    ...(birthYear === undefined ? {} : { birthYear: birthYear === '' ? null : Number(birthYear) }),
    ...(status === undefined ? {} : { status }),
    ...(picture === false ? { picture: null } : {}),
    ...(typeof picture === 'string'
      ? { picture: (await load(run, picture, PICTURE_LIMIT_BYTES)).toString('base64') }
      : {}),
  };
  return Object.keys(change).length === 0 ? undefined : change;
}

/** One byte more than may be is enough to see that it is too large. */
async function load(run: Run, path: string, most: number): Promise<Buffer> {
  let file;
  try {
    file = await open(path, 'r');
    const bytes = Buffer.alloc(most + 1);
    const { bytesRead } = await file.read(bytes, 0, most + 1, 0);
    return bytes.subarray(0, bytesRead);
  } catch {
    throw run.usage('unreadableFile', { path });
  } finally {
    await file?.close();
  }
}

async function save(run: Run, path: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(path, bytes);
  } catch {
    throw run.usage('unwritableFile', { path });
  }
}
