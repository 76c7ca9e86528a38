/**
 * A home router that maps ports (UPnP Internet Gateway Device), asked on the networks of this machine. Anybody on them may answer, so what is
 * asked of an answer is little: its LOCATION leads to the address that it came from, which is of that network and not ours; no redirect
 * is followed, no answer is read beyond its bound or its time.
 */
import { createSocket } from 'node:dgram';
import { request } from 'node:http';
import { BlockList } from 'node:net';
import {
  actionBody,
  IGD_ACTIONS,
  IGD_DEVICES,
  MAX_IGD_BYTES,
  readAnswer,
  readDescription,
  readSearchAnswer,
  searchMessage,
  SSDP_GROUP,
  SSDP_PORT,
  SSDP_WAIT_S,
  type ActionAnswer,
  type Argument,
  type IgdConnection,
  type Mapped,
} from './igd-messages.ts';
import { textOf } from './xml-elements.ts';

/** An IPv4 network that this machine is in. */
export interface HomeNetwork {
  /** Ours there. */
  readonly address: string;
  readonly prefix: number;
}

/** A router on one of them. */
export interface Router {
  readonly address: string;
  /** Ours, as the router knows us. */
  readonly local: string;
  readonly location: URL;
}

export interface Gateway extends Router {
  readonly connections: readonly IgdConnection[];
}

export interface SearchOptions {
  readonly signal: AbortSignal;
  /** Where a test has no multicast. */
  readonly at?: { readonly address: string; readonly port: number };
}

/** A machine in more networks than these has its router in one of the first. */
const MAX_NETWORKS = 4;
/** A home has one router, seldom two. */
export const MAX_ROUTERS = 4;
/** Answers that are read in one search: both questions twice, from everybody who may answer. */
const MAX_ANSWERS = 32;
/** A search is lost now and then on the air. */
const AGAIN_MS = 400;
/** The router's own delay, and the way back. */
const SEARCH_MS = SSDP_WAIT_S * 1_000 + 500;
/** Once one has answered, others get this long. */
const GATHER_MS = 600;
/** As UPnP says: a search may pass one more switch that counts. */
const MULTICAST_TTL = 2;
/** A router with a weak processor takes half a second, one with much to do some more. */
const REQUEST_MS = 5_000;
const MAX_HEADER_BYTES = 8 * 1024;

/** Four datagrams in each network. @returns who answered first, first; never rejects */
export async function searchRouters(networks: readonly HomeNetwork[], options: SearchOptions): Promise<Router[]> {
  const found: Router[] = [];
  if (options.signal.aborted) return found;
  const over = Promise.withResolvers<void>();
  const end = setTimeout(over.resolve, SEARCH_MS);
  let answers = 0;
  const searches = networks.slice(0, MAX_NETWORKS).map((network) =>
    searchIn(network, options.at, (bytes, from) => {
      if ((answers += 1) > MAX_ANSWERS || found.length >= MAX_ROUTERS) return;
      const location = isNeighbour(network, from) ? readSearchAnswer(bytes, from) : undefined;
      if (location === undefined || found.some(({ address }) => address === from)) return;
      found.push({ address: from, local: network.address, location });
      if (found.length === 1) setTimeout(over.resolve, GATHER_MS).unref();
    }),
  );
  options.signal.addEventListener('abort', () => over.resolve(), { once: true });
  await over.promise;
  clearTimeout(end);
  for (const close of searches) close();
  return found;
}

/** Whether an address is of that network, and another machine's. */
export function isNeighbour({ address, prefix }: HomeNetwork, other: string): boolean {
  const net = new BlockList();
  net.addSubnet(address, prefix);
  return other !== address && net.check(other);
}

/** @returns ends it */
function searchIn(
  { address }: HomeNetwork,
  at: SearchOptions['at'],
  onAnswer: (bytes: Uint8Array, from: string) => void,
): () => void {
  const socket = createSocket('udp4');
  let again: NodeJS.Timeout | undefined;
  let isClosed = false;
  const close = (): void => {
    clearTimeout(again);
    if (!isClosed) socket.close();
    isClosed = true;
  };
  const send = (): void => {
    const to = at ?? { address: SSDP_GROUP, port: SSDP_PORT };
    for (const device of IGD_DEVICES) socket.send(searchMessage(device), to.port, to.address, () => undefined);
  };
  // The interface is gone, or the system forbids it: nobody answers.
  socket.on('error', close);
  socket.on('message', (bytes, { address: from }) => onAnswer(bytes, from));
  socket.bind({ address, port: 0, exclusive: true }, () => {
    try {
      socket.setMulticastInterface(address);
      socket.setMulticastTTL(MULTICAST_TTL);
    } catch {
      close();
      return;
    }
    send();
    again = setTimeout(send, AGAIN_MS);
  });
  return close;
}

/** Asks for its description. @returns undefined where it has none that can map ports; never rejects */
export async function describeRouter(router: Router, signal: AbortSignal): Promise<Gateway | undefined> {
  const answer = await ask(router.location, { local: router.local, method: 'GET', signal });
  if (answer === undefined) return undefined;
  const connections = readDescription(answer, router.location);
  return connections.length === 0 ? undefined : { ...router, connections };
}

/** Its address on the far side, as it says; '' where it has none; undefined where it does not answer. Never rejects. */
export async function externalAddress(
  gateway: Gateway,
  connection: IgdConnection,
  signal: AbortSignal,
): Promise<string | undefined> {
  const { name } = IGD_ACTIONS.externalAddress;
  const answer = await act(gateway, connection, { name, values: [], signal });
  if (answer === undefined) return undefined;
  return answer.outcome === 'done' ? (textOf(answer.body, 'NewExternalIPAddress') ?? '') : '';
}

/** @returns undefined where it did not answer in time; never rejects */
export async function addMapping(
  gateway: Gateway,
  connection: IgdConnection,
  mapped: Mapped,
): Promise<ActionAnswer | undefined> {
  const { name, arguments: values } = IGD_ACTIONS.add;
  // No signal: what has been asked for is known only when it was answered.
  return await act(gateway, connection, { name, values: values(mapped) });
}

/** Never rejects. @returns whether the router says that it is gone */
export async function removeMapping(
  gateway: Gateway,
  connection: IgdConnection,
  mapped: Pick<Mapped, 'externalPort'>,
): Promise<boolean> {
  const { name, arguments: values } = IGD_ACTIONS.remove;
  return (await act(gateway, connection, { name, values: values(mapped) }))?.outcome === 'done';
}

interface Action {
  readonly name: string;
  readonly values: readonly Argument[];
  readonly signal?: AbortSignal;
}

async function act(
  { local }: Gateway,
  { type, control }: IgdConnection,
  { name, values, signal }: Action,
): Promise<ActionAnswer | undefined> {
  const body = actionBody(type, name, values);
  const headers = { 'Content-Type': 'text/xml; charset="utf-8"', SOAPAction: `"${type}#${name}"` };
  const asking = { local, method: 'POST', headers, body } as const;
  const answer = await ask(control, signal === undefined ? asking : { ...asking, signal });
  return answer === undefined ? undefined : readAnswer(name, answer);
}

interface Asking {
  readonly local: string;
  readonly method: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal?: AbortSignal;
}

/** One request on a connection of its own. @returns the body, of a fault as well (500); undefined: none came in time and size */
function ask(url: URL, { local, method, headers, body = '', signal }: Asking): Promise<string | undefined> {
  const timeout = AbortSignal.timeout(REQUEST_MS);
  return new Promise((resolve) => {
    const nothing = (): void => resolve(undefined);
    const asking = request({
      ...{ host: url.hostname, port: url.port || 80, path: url.pathname + url.search, method, localAddress: local },
      ...{ agent: false, family: 4, maxHeaderSize: MAX_HEADER_BYTES },
      headers: { Connection: 'close', 'Content-Length': Buffer.byteLength(body), ...headers },
      signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
    });
    asking.on('error', nothing);
    asking.on('close', nothing);
    asking.on('response', (response) => {
      const pieces: Buffer[] = [];
      let size = 0;
      response.on('error', nothing);
      response.on('data', (piece: Buffer) => {
        size += piece.length;
        if (size > MAX_IGD_BYTES) asking.destroy();
        else pieces.push(piece);
      });
      response.on('end', () => {
        const isAnswer = response.statusCode === 200 || response.statusCode === 500;
        resolve(isAnswer && size <= MAX_IGD_BYTES ? Buffer.concat(pieces).toString('utf8') : undefined);
      });
    });
    asking.end(body);
  });
}
