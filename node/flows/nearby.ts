/**
 * People on the same LAN, as strangers to each other: who announces himself is asked who he is, and his answer is believed as far as it is
 * signed. It says that this device is that account's and which name the account bears; whether that is the person meant, only a comparison
 * tells. Nobody is asked unless somebody looks.
 */
import { openCertificate } from '../../shared/crypto/statements.ts';
import { isHome } from '../../shared/crypto/home.ts';
import { MiyuError } from '../../shared/errors.ts';
import { equalBytes, toHex } from '../../shared/ids.ts';
import { isChainFault, openChain } from '../../shared/transparency/chain.ts';
import { NearbyAnswer } from '../../shared/wire/generated/nearby.js';
import { Signed } from '../../shared/wire/generated/identity.js';
import { MAX_ADDRESSES, MAX_STATEMENTS } from '../../shared/wire/limits.ts';
import {
  MAX_NEARBY_PEOPLE,
  MAX_NEARBY_QUESTIONS,
  NEARBY_INTEREST_MS,
  NEARBY_KNOWN_MS,
  NEARBY_RETRY_MS,
} from '../../shared/wire/lan-limits.ts';
import { WIRE_VERSION } from '../../shared/wire/protocols.ts';
import type { Background } from './background.ts';
import type { FlowContext, Own } from './context.ts';
import type { Found } from './lookup.ts';
import type { LanEntry, LanFinder, Nearby } from './ports.ts';

export interface NearbyPorts {
  readonly lan: LanFinder;
  readonly nearby: Nearby;
  readonly background: Background;
  /** Somebody has said who he is. */
  readonly changed: () => void;
}

/** Somebody who is near, and where. */
export interface Neighbour {
  readonly found: Found;
  readonly entry: LanEntry;
}

interface Asked {
  /** undefined: did not answer, or nothing that holds. */
  readonly found: Found | undefined;
  /** Monotonic milliseconds. */
  readonly at: number;
}

export class NearbyPeople {
  readonly #context: FlowContext;
  readonly #ports: NearbyPorts;
  /** By the device, in hex. Forgotten as soon as it is not on the LAN any more. */
  readonly #asked = new Map<string, Asked>();
  readonly #asking = new Set<string>();
  readonly #forget: (() => void)[];
  #lookedAt = -Infinity;

  constructor(context: FlowContext, ports: NearbyPorts) {
    this.#context = context;
    this.#ports = ports;
    const { lan } = ports;
    this.#forget = [
      lan.onFound((device) => {
        // Somebody else may have its address by now; who it is does not change with it.
        if (this.#asked.get(toHex(device))?.found === undefined) this.#asked.delete(toHex(device));
        this.#askOn();
      }),
      lan.onLost((device) => {
        this.#asked.delete(toHex(device));
      }),
    ];
  }

  /** Whether others hear of us, and get an answer when they ask. */
  setVisible(visible: boolean): void {
    const { lan, nearby } = this.#ports;
    nearby.answerWith(visible ? () => encodeOwn(this.#context.own()) : undefined);
    lan.setVisible(visible);
  }

  /** Somebody looks at the list: for a while from now on, whoever appears is asked. */
  look(): void {
    this.#lookedAt = this.#context.clock.monotonic();
    this.#ports.lan.look();
    this.#askOn();
  }

  /** Those who have said who they are; of several devices of one account the newest. */
  people(): readonly Neighbour[] {
    const people = new Map<string, Neighbour>();
    for (const entry of this.#ports.lan.people()) {
      const found = this.#asked.get(toHex(entry.device))?.found;
      if (found === undefined) continue;
      const key = toHex(found.account);
      const other = people.get(key);
      if (other === undefined || other.found.epoch < found.epoch) people.set(key, { found, entry });
    }
    return [...people.values()].slice(0, MAX_NEARBY_PEOPLE);
  }

  /** Devices that announce themselves and have not said who they are. */
  get silent(): number {
    return this.#ports.lan.people().filter(({ device }) => this.#asked.get(toHex(device))?.found === undefined).length;
  }

  find(account: Uint8Array): Neighbour | undefined {
    return this.people().find(({ found }) => equalBytes(found.account, account));
  }

  stop(): void {
    for (const forget of this.#forget) forget();
  }

  get #isLookedAt(): boolean {
    return this.#context.clock.monotonic() - this.#lookedAt < NEARBY_INTEREST_MS;
  }

  /** A few at a time; each that is done makes room for the next. */
  #askOn(): void {
    if (!this.#isLookedAt) return;
    for (const entry of this.#ports.lan.people()) {
      if (this.#asking.size >= MAX_NEARBY_QUESTIONS) return;
      const key = toHex(entry.device);
      if (this.#asking.has(key) || !this.#isDue(key)) continue;
      this.#asking.add(key);
      this.#ports.background.run('nearby', () => this.#ask(key, entry));
    }
  }

  #isDue(key: string): boolean {
    const asked = this.#asked.get(key);
    const since = this.#context.clock.monotonic() - (asked?.at ?? -Infinity);
    return since > (asked?.found === undefined ? NEARBY_RETRY_MS : NEARBY_KNOWN_MS);
  }

  async #ask(key: string, { device, addresses }: LanEntry): Promise<void> {
    const { nearby, background, lan, changed } = this.#ports;
    const before = this.#asked.get(key)?.found;
    let found: Found | undefined;
    try {
      found = readNearbyAnswer(await nearby.ask(device, addresses, { signal: background.signal }), device);
    } catch (error) {
      if (!(error instanceof MiyuError)) throw error;
      this.#context.log.debug('nearby-silent', { code: error.code });
    } finally {
      this.#asking.delete(key);
      if (!background.signal.aborted) {
        // Gone meanwhile: nothing to remember.
        if (lan.addressesOf(device).length > 0) {
          this.#asked.set(key, { found: found ?? before, at: this.#context.clock.monotonic() });
        }
        if (found !== undefined && found.name !== before?.name) changed();
        this.#askOn();
      }
    }
  }
}

const encodeOwn = ({ statement, later, certificate, home }: Own): Uint8Array =>
  NearbyAnswer.encode({ version: WIRE_VERSION, statements: [statement, ...later.slice(-1)], certificate, home });

/**
 * Who a device says it is.
 * @param device whose key Noise authenticated
 * @throws MiyuError 'malformed' | 'version-mismatch' | 'statement-invalid' | 'certificate-invalid' (also another device's)
 */
export function readNearbyAnswer(bytes: Uint8Array, device: Uint8Array): Found {
  let answer: NearbyAnswer;
  try {
    const limits = { statements: MAX_STATEMENTS, home: { addresses: MAX_ADDRESSES } };
    answer = NearbyAnswer.decode(bytes, { limits });
  } catch (cause) {
    throw new MiyuError('malformed', { cause });
  }
  const { version, statements, certificate, home } = answer;
  if (version !== WIRE_VERSION) throw new MiyuError('version-mismatch', { detail: WIRE_VERSION });
  if (home === undefined || !isHome(home)) throw new MiyuError('malformed');
  const person = openChain(statements);
  if (isChainFault(person) || person.kind === 'delete') throw new MiyuError('statement-invalid');
  if (certificate === undefined) throw new MiyuError('certificate-invalid');
  const { account, name, identityKey, exchangeKey } = person;
  const { epoch } = openCertificate(certificate, identityKey, { account, device });
  return {
    ...{ account, name, identityKey, exchangeKey, device, epoch, home },
    statements: statements.map((each) => Signed.encode(each)),
    certificate: Signed.encode(certificate),
  };
}
