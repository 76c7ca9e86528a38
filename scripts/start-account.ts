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
  /** Where to register: an invite link, or a multiaddr with /p2p/; left out: the server that the peer was started with. */
  readonly server?: string | undefined;
}

const isSet = (text: string | undefined): boolean => text !== undefined && text !== '';

/** Whether the password was given in place of a person. */
export const hasPassword = (face: Run, { passwordStdin, passwordFile }: AccountOptions): boolean =>
  passwordStdin === true || passwordFile !== undefined || isSet(face.io.env['MIYU_PASSWORD']);

/**
 * Whether the person, or what was given in place of a person, can be asked at all. Told before anything is started.
 * @throws UsageError
 */
export function checkAnswers(face: Run, options: AccountOptions): void {
  if (isInteractive(face) || hasPassword(face, options)) return;
  throw new UsageError(startSay(face.language, 'noTerminal'), 'password');
}

/**
 * Registers.
 * @param signal takes the questions back
 * @throws MiyuError the refusal, where nobody can be asked again; UsageError where no name was given
 */
export async function register(face: Run, options: AccountOptions, signal?: AbortSignal): Promise<Status> {
  const given = options.name ?? face.io.env['MIYU_NAME'];
  if (!isSet(given) && !isInteractive(face)) throw new UsageError(startSay(face.language, 'noTerminal'), 'name');
  const at = options.server === undefined ? {} : { server: options.server };
  let name = given;
  return await again(face, signal, async () => {
    if (name === undefined || name === '') name = await askLine(face, face.say('askName'), signal);
    const password = await new Secrets(face, options, signal).newPassword();
    try {
      return await withPeer(face, (peer) => peer.call('register', { name: name ?? '', password, ...at }));
    } catch (error) {
      if (isMiyuError(error) && (error.field === 'name' || error.code.startsWith('name-'))) name = undefined;
      throw error;
    }
  });
}

/** @param signal takes the question back */
export async function signIn(face: Run, options: AccountOptions, signal?: AbortSignal): Promise<Status> {
  return await again(face, signal, async () => {
    const password = await new Secrets(face, options, signal).password();
    // Whoever starts miyu here and gives the password wants to be here.
    return await withPeer(face, (peer) => peer.call('login', { password, takeOver: true }));
  });
}

/** In a terminal a refusal is told, and the question comes again; anything else ends. */
async function again(face: Run, signal: AbortSignal | undefined, attempt: () => Promise<Status>): Promise<Status> {
  while (true) {
    try {
      return await attempt();
    } catch (error) {
      const code = isMiyuError(error) ? error.code : undefined;
      const askAgain =
        code !== undefined &&
        isInteractive(face) &&
        (exitCodeOf(code) === EXIT.refused || code === 'password-mismatch');
      if (!askAgain || signal?.aborted === true) throw error;
      // A page that was open already has been quicker: there is nothing left to ask.
      if (code === 'already-registered' || code === 'already-unlocked') {
        return await withPeer(face, (peer) => peer.call('status'));
      }
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
