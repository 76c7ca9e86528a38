/** Peer hosts on 127.0.0.1, with friends told by one-byte certificates: who is friends with whom is the test's. */
import { randomBytes } from 'node:crypto';
import { onTestFinished } from 'vitest';
import { createPeerHost } from '../../../node/net/host.ts';
import type { PeerHostOptions } from '../../../node/net/host.ts';
import type { ChatLink, ChatLinkHandlers, PeerHost } from '../../../node/net/ports.ts';
import { MiyuError } from '../../../shared/errors.ts';
import { PEER_LIMITS } from '../../../shared/net/libp2p.ts';

export const LOOPBACK = '/ip4/127.0.0.1/tcp/0';
export const NOBODY_LISTENS = '/ip4/127.0.0.1/tcp/1';

export async function startHost(options: Partial<PeerHostOptions> = {}): Promise<PeerHost> {
  const host = await createPeerHost({
    deviceSeed: randomBytes(32),
    listen: [LOOPBACK],
    dht: false,
    limits: { ...PEER_LIMITS, acceptPerAddressPerSecond: 1_000, acceptPerSecond: 1_000 },
    ...options,
  });
  onTestFinished(() => host.stop());
  return host;
}

export interface Friend {
  readonly host: PeerHost;
  readonly links: ChatLink[];
  readonly received: string[];
  readonly faults: unknown[];
}

/** A host whose handlers accept everybody, write down what comes, and may be replaced one by one. */
export async function startFriend(
  name: number,
  handlers: Partial<ChatLinkHandlers> = {},
  options: Partial<PeerHostOptions> = {},
): Promise<Friend> {
  const faults: unknown[] = [];
  const host = await startHost({ onFault: (error) => faults.push(error), ...options });
  const friend: Friend = { host, links: [], received: [], faults };
  host.links.start({
    certificate: () => Uint8Array.of(name),
    authorize: (certificate) => ({ account: certificate }),
    onLink: (link) => friend.links.push(link),
    onDeliver: async (_, envelopes) => {
      friend.received.push(...envelopes.map((envelope) => Buffer.from(envelope).toString()));
      return [];
    },
    onHeads: () => undefined,
    onPrekeysWanted: () => Promise.reject(new MiyuError('unknown-request')),
    ...handlers,
  });
  return friend;
}

export const envelope = (text: string): Uint8Array => new TextEncoder().encode(text);

export const codeOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'resolved',
    (error: unknown) => (error as { code?: unknown }).code,
  );
