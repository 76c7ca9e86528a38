/** One port of ours at one router: asked for, renewed. The router says what it is on the far side; what is private there is asked for nothing. */
import { randomInt } from 'node:crypto';
import { isIPv4 } from 'node:net';
import {
  IGD_CONFLICT,
  IGD_PERMANENT_ONLY,
  isPublicIp4,
  type ActionAnswer,
  type IgdConnection,
} from './igd-messages.ts';
import { addMapping, externalAddress, type Gateway } from './igd.ts';

export interface Held {
  readonly gateway: Gateway;
  readonly connection: IgdConnection;
  readonly internalPort: number;
  readonly externalPort: number;
  /** 0: the router keeps it until it is told otherwise, for it knows no leases. */
  readonly leaseSeconds: number;
  /** Public IPv4 address of the router. */
  readonly address: string;
}

/** Why there is none; the one that says the most. none: the router says nothing, or has no connection. */
export type NotHeld = 'refused' | 'not-public' | 'none';

export interface Wanted {
  readonly internalPort: number;
  readonly leaseMs: number;
  readonly signal: AbortSignal;
}

/** Other ports outside, where ours is somebody else's there: the chance that four are taken is small in every home. */
const OTHER_PORTS = 3;
const OTHER_PORTS_FROM = 20_000;
const OTHER_PORTS_TO = 60_000;
/** A connection that is not plugged in. */
const NO_ADDRESS = '0.0.0.0';

/** Takes a few questions' time at most; never rejects. */
export async function mapAt(gateway: Gateway, wanted: Wanted): Promise<Held | NotHeld> {
  let worst: NotHeld = 'none';
  for (const connection of gateway.connections) {
    const address = await externalAddress(gateway, connection, wanted.signal);
    if (address === undefined || !isIPv4(address) || address === NO_ADDRESS) continue;
    if (!isPublicIp4(address)) {
      if (worst === 'none') worst = 'not-public';
      continue;
    }
    const held = await mapOver({ gateway, connection, internalPort: wanted.internalPort, address }, wanted);
    if (held !== undefined) return held;
    worst = 'refused';
  }
  return worst;
}

async function mapOver(
  base: Omit<Held, 'externalPort' | 'leaseSeconds'>,
  { leaseMs, signal }: Wanted,
): Promise<Held | undefined> {
  const others = Array.from({ length: OTHER_PORTS }, () => randomInt(OTHER_PORTS_FROM, OTHER_PORTS_TO));
  let leaseSeconds = Math.ceil(leaseMs / 1_000);
  for (const externalPort of [base.internalPort, ...others]) {
    if (signal.aborted) return undefined;
    let answer = await add({ ...base, externalPort, leaseSeconds });
    if (answer?.outcome === 'refused' && answer.code === IGD_PERMANENT_ONLY) {
      leaseSeconds = 0;
      answer = await add({ ...base, externalPort, leaseSeconds });
    }
    if (answer?.outcome === 'done') return { ...base, externalPort, leaseSeconds };
    if (answer === undefined || !IGD_CONFLICT.includes(answer.code)) return undefined;
  }
  return undefined;
}

/** @returns with the address that the router has now; undefined where it does not hold any more, or does not answer. Never rejects */
export async function renew(held: Held, signal: AbortSignal): Promise<Held | undefined> {
  const address = await externalAddress(held.gateway, held.connection, signal);
  if (address === undefined || !isPublicIp4(address)) return undefined;
  return (await add(held))?.outcome === 'done' ? { ...held, address } : undefined;
}

function add(held: Omit<Held, 'address'>): Promise<ActionAnswer | undefined> {
  return addMapping(held.gateway, held.connection, { ...held, internalClient: held.gateway.local });
}
