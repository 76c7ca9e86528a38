/**
 * Whose mailbox takes mail, as far as is known: each mailbox by the last deposit, and those at our own home also by whether it is there.
 * Where the server is gone for good, nobody is "reachable by mailbox" there, also whom nothing was written to since.
 */
import { equalBytes } from '../../shared/ids.ts';
import { Home } from '../../shared/wire/generated/identity.js';
import type { FlowContext } from './context.ts';
import type { HomeNews } from './homes.ts';
import type { Lane } from './lane.ts';

export interface MailboxPorts {
  readonly lanes: () => Iterable<Lane>;
  /** It works now, or does not any more. */
  readonly onChange: (lane: Lane) => void;
}

export class Mailboxes {
  readonly #context: Pick<FlowContext, 'own'>;
  readonly #ports: MailboxPorts;
  readonly #failed = new WeakSet<Lane>();
  #isHomeAway = false;

  constructor(context: Pick<FlowContext, 'own'>, ports: MailboxPorts) {
    this.#context = context;
    this.#ports = ports;
  }

  works(lane: Lane): boolean {
    return !this.#failed.has(lane) && !(this.#isHomeAway && this.#isAtHome(lane));
  }

  /** What a deposit has shown. */
  seen(lane: Lane, works: boolean): void {
    this.#changing([lane], () => {
      if (works) this.#failed.delete(lane);
      else this.#failed.add(lane);
    });
  }

  /** How it stands with our own home: what the next attempt comes to says more than that a connection has just ended. */
  home({ state, reason }: HomeNews): void {
    if (state === 'stopped' || reason === 'link-closed' || (state === 'connecting' && reason === undefined)) return;
    this.#changing([...this.#ports.lanes()], () => {
      this.#isHomeAway = state !== 'online';
    });
  }

  forget(lane: Lane): void {
    this.#failed.delete(lane);
  }

  #changing(lanes: readonly Lane[], change: () => void): void {
    const before = lanes.map((lane) => this.works(lane));
    change();
    lanes.forEach((lane, n) => {
      if (this.works(lane) !== before[n]) this.#ports.onChange(lane);
    });
  }

  #isAtHome({ contact }: Lane): boolean {
    return equalBytes(Home.decode(contact.home).server, this.#context.own().home.server);
  }
}
