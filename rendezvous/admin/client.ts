/** The operator's side of the socket. */
import { connect } from 'node:net';
import { isErrorCode } from '../../shared/error-texts.ts';
import { MiyuError } from '../../shared/errors.ts';
import { MAX_ANSWER_BYTES, type AdminAnswers, type AdminRequest, type Progress } from './protocol.ts';

/** A live server says at least that it is still at work. */
const SILENCE_MS = 15_000;

/**
 * Asks the running server.
 * @returns undefined where none runs in this folder
 * @throws MiyuError what the server answers; 'timeout' | 'protocol-violation'
 */
export function askServer<K extends AdminRequest['command']>(
  path: string,
  request: Extract<AdminRequest, { readonly command: K }>,
  onProgress: (progress: Progress) => void = () => undefined,
): Promise<AdminAnswers[K] | undefined> {
  return new Promise((resolve, reject) => {
    const socket = connect(path);
    let text = '';
    let received = 0;
    const fail = (error: MiyuError): void => {
      socket.destroy();
      reject(error);
    };
    socket.setEncoding('utf8');
    socket.setTimeout(SILENCE_MS, () => fail(new MiyuError('timeout')));
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ECONNREFUSED') resolve(undefined);
      else if (error.code === 'EACCES') reject(new MiyuError('folder-unwritable', { cause: error }));
      else reject(new MiyuError('link-closed', { cause: error }));
    });
    socket.on('connect', () => socket.write(`${JSON.stringify(request)}\n`));
    socket.on('close', () => reject(new MiyuError('link-closed')));
    socket.on('data', (chunk: string) => {
      received += chunk.length;
      if (received > MAX_ANSWER_BYTES) {
        fail(new MiyuError('protocol-violation'));
        return;
      }
      const lines = (text + chunk).split('\n');
      text = lines.pop()!;
      for (const line of lines) {
        const answer = parse(line);
        if (answer === undefined) fail(new MiyuError('protocol-violation'));
        else if ('progress' in answer) onProgress(answer['progress'] as Progress);
        else if ('result' in answer) {
          resolve(answer['result'] as AdminAnswers[K]);
          socket.end();
        } else fail(errorOf(answer['error']));
      }
    });
  });
}

function parse(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function errorOf(value: unknown): MiyuError {
  const { code, detail, retryAfterMs } = (value ?? {}) as { code?: unknown; detail?: unknown; retryAfterMs?: unknown };
  if (typeof code !== 'string' || !isErrorCode(code)) return new MiyuError('protocol-violation');
  return new MiyuError(code, {
    ...(typeof detail === 'number' ? { detail } : {}),
    ...(typeof retryAfterMs === 'number' ? { retryAfterMs } : {}),
  });
}
