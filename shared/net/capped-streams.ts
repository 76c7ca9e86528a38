/**
 * A bound on what a service of libp2p reads. Its streams hold up to 4 MiB each for a reader that is slow or waits for the rest of a
 * long message, which for one peer's 32 streams is more than a peer may cost.
 */
import type { Stream, StreamHandler } from '@libp2p/interface';
import { MiyuError } from '../errors.ts';

interface WithRegistrar {
  readonly registrar: { handle(protocol: string, handler: StreamHandler, ...rest: never[]): Promise<void> };
}

/** The components for that service: each stream that others open to it is reset once it has brought more than `maxBytes`. */
export function withCappedStreams<T extends WithRegistrar & object>(components: T, maxBytes: number): T {
  const { registrar } = components;
  const handle = (protocol: string, handler: StreamHandler, ...rest: never[]): Promise<void> =>
    registrar.handle(
      protocol,
      (stream, connection) => {
        cap(stream, maxBytes);
        return handler(stream, connection);
      },
      ...rest,
    );
  return override(components, 'registrar', override(registrar, 'handle', handle));
}

/** The same object but for one property; its methods still find themselves in it. */
export function override<T extends object, K extends keyof T>(inner: T, name: K, value: unknown): T {
  return new Proxy(inner, {
    get: (target, asked) => {
      if (asked === name) return value;
      const found: unknown = Reflect.get(target, asked);
      return typeof found === 'function' ? (found.bind(target) as unknown) : found;
    },
  });
}

export function cap(stream: Stream, maxBytes: number): void {
  let received = 0;
  stream.addEventListener('message', (event) => {
    received += event.data.byteLength;
    if (received > maxBytes) stream.abort(new MiyuError('protocol-violation', { detail: received }));
  });
}
