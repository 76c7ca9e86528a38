/**
 * The client's side of OPAQUE. Argon2id takes some 200 ms and 64 MiB, so that each exchange has a thread of its own, which ends with
 * it: a peer's loop goes on meanwhile, and neither the password nor what was made of it stays in anybody's memory.
 */
import { Worker } from 'node:worker_threads';
import { MiyuError } from '../errors.ts';
import { checkMessage, type OpaqueIdentities } from './opaque.ts';

export type ToOpaqueWorker =
  | { readonly do: 'start-registration' | 'start-login' }
  | {
      readonly do: 'finish-registration' | 'finish-login';
      readonly response: Uint8Array;
      readonly identities: OpaqueIdentities;
    };
export type FromOpaqueWorker =
  | { readonly is: 'message'; readonly message: Uint8Array }
  | { readonly is: 'finished'; readonly message: Uint8Array; readonly exportKey: Uint8Array }
  | { readonly is: 'wrong' | 'failed' };

export interface Finished {
  /** RegistrationRecord or KE3. */
  readonly message: Uint8Array;
  /** 64 bytes that nobody has who has not the password. */
  readonly exportKey: Uint8Array;
}

/** One exchange: a start, then its finish. */
export interface OpaqueClient {
  startRegistration(): Promise<Uint8Array>;
  /** @throws MiyuError 'protocol-violation' */
  finishRegistration(response: Uint8Array, identities: OpaqueIdentities): Promise<Finished>;
  startLogin(): Promise<Uint8Array>;
  /** undefined: another password, or no record. @throws MiyuError 'protocol-violation' */
  finishLogin(response: Uint8Array, identities: OpaqueIdentities): Promise<Finished | undefined>;
}

/** Longest password, as in password.ts. */
const MAX_PASSWORD_BYTES = 4096;
/** One order takes some 200 ms on an idle machine; on one without 64 MiB to spare it may never end. */
const ORDER_TIMEOUT_MS = 60_000;

/**
 * Runs one exchange in a thread of its own. The password is brought to Unicode's composed form first.
 * @throws MiyuError 'too-large' | 'protocol-violation' | 'timeout' | 'internal', and what `work` throws
 */
export async function withOpaque<T>(password: string, work: (client: OpaqueClient) => Promise<T>): Promise<T> {
  const composed = password.normalize('NFC');
  if (Buffer.byteLength(composed) > MAX_PASSWORD_BYTES) {
    throw new MiyuError('too-large', { detail: MAX_PASSWORD_BYTES });
  }
  const worker = startWorker(composed);
  try {
    return await work(clientOf(worker));
  } finally {
    await worker.terminate();
  }
}

function startWorker(password: string): Worker {
  // Nothing of this process's surroundings is needed there.
  const options = { workerData: { password }, env: {}, execArgv: [] };
  return import.meta.url.endsWith('.ts')
    ? new Worker(new URL('./opaque-worker.ts', import.meta.url), options)
    : new Worker(new URL('./opaque-worker.js', import.meta.url), options);
}

function clientOf(worker: Worker): OpaqueClient {
  const ask = (order: ToOpaqueWorker): Promise<FromOpaqueWorker> =>
    new Promise((resolve, reject) => {
      const onMessage = (answer: FromOpaqueWorker): void => settle(() => resolve(answer));
      const onError = (cause: unknown): void => settle(() => reject(new MiyuError('internal', { cause })));
      const onExit = (): void => settle(() => reject(new MiyuError('internal')));
      const timer = setTimeout(() => settle(() => reject(new MiyuError('timeout'))), ORDER_TIMEOUT_MS);
      const settle = (end: () => void): void => {
        clearTimeout(timer);
        // One by one: the worker has listeners of its own.
        worker.off('message', onMessage).off('error', onError).off('exit', onExit);
        end();
      };
      worker.on('message', onMessage).on('error', onError).on('exit', onExit);
      worker.postMessage(order);
    });

  const start = async (order: 'start-registration' | 'start-login'): Promise<Uint8Array> => {
    const answer = await ask({ do: order });
    if (answer.is !== 'message') throw new MiyuError('internal');
    return answer.message;
  };
  const finish = async (order: ToOpaqueWorker): Promise<Finished | undefined> => {
    const answer = await ask(order);
    if (answer.is === 'wrong') return undefined;
    if (answer.is !== 'finished') throw new MiyuError('protocol-violation');
    return answer;
  };
  return {
    startRegistration: () => start('start-registration'),
    async finishRegistration(response, identities) {
      checkMessage('registrationResponse', response);
      const finished = await finish({ do: 'finish-registration', response, identities });
      if (finished === undefined) throw new MiyuError('internal');
      return finished;
    },
    startLogin: () => start('start-login'),
    async finishLogin(response, identities) {
      checkMessage('loginResponse', response);
      return finish({ do: 'finish-login', response, identities });
    },
  };
}
