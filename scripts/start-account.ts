/** Name and password at `npm start`: asked in the terminal, again after a refusal; for scripts from variable, file or pipe. */
import { connectApi } from '../node/api/client.ts';
import type { ApiClient } from '../node/api/client.ts';
import type { Status } from '../node/api/contract-views.ts';
import { Secrets, askLine, isInteractive } from '../node/cli/ask.ts';
import type { SecretOptions } from '../node/cli/ask.ts';
import { EXIT, exitCodeOf } from '../node/cli/exit-codes.ts';
import { UsageError } from '../node/cli/run.ts';
import type { Run } from '../node/cli/run.ts';
import { isMiyuError } from '../shared/errors.ts';
import { startSay } from './start-words.ts';

export interface AccountOptions extends SecretOptions {
  readonly name?: string | undefined;
}

/**
 * Whether the person, or what was given in place of a person, can be asked at all. Told before anything is started.
 * @throws UsageError
 */
export function checkAnswers(face: Run, options: AccountOptions): void {
  const { env } = face.io;
  const given = options.passwordStdin === true || options.passwordFile !== undefined || isSet(env['MIYU_PASSWORD']);
  if (!isInteractive(face) && !given) throw new UsageError(startSay(face.language, 'noTerminal'), 'password');
}

const isSet = (text: string | undefined): boolean => text !== undefined && text !== '';

/** Registers. @throws MiyuError the refusal, where nobody can be asked again; UsageError where no name was given */
export async function register(face: Run, options: AccountOptions, server: string): Promise<Status> {
  const given = options.name ?? face.io.env['MIYU_NAME'];
  if (!isSet(given) && !isInteractive(face)) throw new UsageError(startSay(face.language, 'noTerminal'), 'name');
  face.hint(startSay(face.language, 'firstRun'));
  let name = given;
  return await again(face, async () => {
    if (name === undefined || name === '') name = await askLine(face, face.say('askName'));
    const password = await new Secrets(face, options).newPassword();
    try {
      return await withPeer(face, (peer) => peer.call('register', { name: name ?? '', password, server }));
    } catch (error) {
      if (isMiyuError(error) && (error.field === 'name' || error.code.startsWith('name-'))) name = undefined;
      throw error;
    }
  });
}

export async function signIn(face: Run, options: AccountOptions): Promise<Status> {
  face.hint(startSay(face.language, 'welcomeBack'));
  return await again(face, async () => {
    const password = await new Secrets(face, options).password();
    // Whoever starts miyu here and gives the password wants to be here.
    return await withPeer(face, (peer) => peer.call('login', { password, takeOver: true }));
  });
}

/** In a terminal a refusal is told, and the question comes again; anything else ends. */
async function again(face: Run, attempt: () => Promise<Status>): Promise<Status> {
  while (true) {
    try {
      return await attempt();
    } catch (error) {
      const code = isMiyuError(error) ? error.code : undefined;
      const askAgain =
        code !== undefined &&
        isInteractive(face) &&
        (exitCodeOf(code) === EXIT.refused || code === 'password-mismatch');
      if (!askAgain) throw error;
      face.fail(error);
    }
  }
}

export async function withPeer<T>(face: Run, use: (peer: ApiClient) => Promise<T>): Promise<T> {
  const peer = await connectApi(face.profile);
  try {
    return await use(peer);
  } finally {
    peer.close();
  }
}
