/**
 * The hellos of a chat stream. The dialler asks with its certificate, the listener answers with its own or refuses; pushes
 * that come together with the answer wait until their link is there.
 */
import type { Connection, Stream } from '@libp2p/interface';
import { createChannel } from '../../shared/net/channel.ts';
import type { Channel } from '../../shared/net/channel.ts';
import { bytesOfPeerId } from '../../shared/net/peers.ts';
import { MiyuError } from '../../shared/errors.ts';
import { ChatMessage } from '../../shared/wire/generated/chat.js';
import type { ChatHello } from '../../shared/wire/generated/chat.js';
import { MAX_STATEMENT_BYTES } from '../../shared/wire/limits.ts';
import { GOODBYE, WIRE_VERSION } from '../../shared/wire/protocols.ts';
import { decodeChatMessage } from './chat-link.ts';
import type { LinkFacts } from './chat-link.ts';
import { plainAddress } from './paths.ts';
import type { ChatLinkHandlers } from './ports.ts';

type Handlers = Pick<ChatLinkHandlers, 'certificate' | 'authorize'>;
type OnPush = (body: Uint8Array) => void;
type OnRequest = (body: Uint8Array) => Promise<Uint8Array>;

export interface Greeted {
  readonly channel: Channel;
  readonly connection: Connection;
  readonly facts: Omit<LinkFacts, 'path'>;
  /** From now on pushes and requests go there, those that waited first. */
  readonly open: (onPush: OnPush, onRequest: OnRequest) => void;
}

/**
 * Says hello on a stream that we opened.
 * @throws MiyuError 'not-friends' (either side), 'certificate-invalid', 'version-mismatch', 'timeout', 'aborted', 'link-closed'
 */
export async function greet(
  stream: Stream,
  connection: Connection,
  handlers: Handlers,
  options: { readonly signal: AbortSignal; readonly onFault: (error: unknown) => void },
): Promise<Greeted> {
  const pushes = waitingPushes();
  const remotePeer = bytesOfPeerId(connection.remotePeer);
  const channel = createChannel(stream, {
    role: 'dialler',
    remotePeer,
    onRequest: pushes.onRequest,
    onPush: pushes.onPush,
    onFault: options.onFault,
  });
  try {
    const answer = await channel.request(encodeHello(handlers.certificate()), { signal: options.signal });
    const { certificate } = checkedHello(answer);
    const peer = handlers.authorize(certificate, remotePeer);
    if (peer === undefined) {
      channel.push(ChatMessage.encode({ goodbye: { reason: GOODBYE.notFriends } }));
      throw new MiyuError('not-friends');
    }
    const facts = factsOf(connection, peer.account, certificate, true);
    return { channel, connection, facts, open: pushes.open };
  } catch (error) {
    pushes.drop();
    void channel.close();
    throw error;
  }
}

/**
 * Waits for the hello on a stream that came in. `onGreeted` is called once it was answered, before any push is handed on.
 * Whatever goes wrong ends this stream alone.
 */
export function awaitGreeting(
  stream: Stream,
  connection: Connection,
  handlers: Handlers,
  options: { readonly onGreeted: (greeted: Greeted) => void; readonly onFault: (error: unknown) => void },
): void {
  const pushes = waitingPushes();
  const remotePeer = bytesOfPeerId(connection.remotePeer);
  let greeted = false;
  const channel = createChannel(stream, {
    role: 'listener',
    remotePeer,
    onRequest: async (body) => {
      if (greeted) return await pushes.onRequest(body);
      const { certificate } = checkedHello(body);
      const peer = handlers.authorize(certificate, remotePeer);
      if (peer === undefined) {
        // Closed by us, whatever the other side does: a stranger holds no stream here.
        setImmediate(() => void channel.close());
        throw new MiyuError('not-friends');
      }
      greeted = true;
      const facts = factsOf(connection, peer.account, certificate, false);
      // Behind the answer: what the link sends must not overtake it.
      setImmediate(() => options.onGreeted({ channel, connection, facts, open: pushes.open }));
      return encodeHello(handlers.certificate());
    },
    onPush: (body) => {
      if (!greeted) throw new MiyuError('protocol-violation');
      return pushes.onPush(body);
    },
    onClose: () => pushes.drop(),
    onFault: options.onFault,
  });
}

/** Holds pushes and requests back (the channel bounds them) until somebody takes them. */
function waitingPushes(): {
  readonly onPush: (body: Uint8Array) => void | Promise<void>;
  readonly onRequest: OnRequest;
  readonly open: (onPush: OnPush, onRequest: OnRequest) => void;
  readonly drop: () => void;
} {
  const ready = Promise.withResolvers<readonly [OnPush, OnRequest]>();
  ready.promise.catch(() => undefined);
  let taker: OnPush | undefined;
  return {
    onPush: (body) => (taker === undefined ? ready.promise.then(([take]) => take(body)) : taker(body)),
    onRequest: async (body) => (await ready.promise)[1](body),
    open: (onPush, onRequest) => {
      taker = onPush;
      ready.resolve([onPush, onRequest]);
    },
    drop: () => ready.reject(new MiyuError('link-closed')),
  };
}

const encodeHello = (certificate: Uint8Array): Uint8Array =>
  ChatMessage.encode({ hello: { version: WIRE_VERSION, certificate } });

function checkedHello(body: Uint8Array): ChatHello {
  const { hello } = decodeChatMessage(body);
  if (hello === undefined) throw new MiyuError('hello-first');
  if (hello.version !== WIRE_VERSION) throw new MiyuError('version-mismatch', { detail: WIRE_VERSION });
  if (hello.certificate.length === 0 || hello.certificate.length > MAX_STATEMENT_BYTES) {
    throw new MiyuError('certificate-invalid');
  }
  return hello;
}

const factsOf = (
  connection: Connection,
  account: Uint8Array,
  certificate: Uint8Array,
  dialled: boolean,
): Greeted['facts'] => ({
  account,
  device: bytesOfPeerId(connection.remotePeer),
  certificate,
  address: plainAddress(connection.remoteAddr),
  dialled,
});
