/** A cable from a machine to a switch. */
import type { Host } from './host.ts';
import type { Lab } from './lab.ts';
import type { Switch } from './switch.ts';

export class Link {
  readonly host: Host;
  /** On the host: `eth0`. */
  readonly device: string;
  /** On the switch: `alice.0`. */
  readonly port: string;
  /** Its host leads elsewhere: an isolating switch lets everybody reach it. */
  readonly isUplink: boolean;
  readonly #lab: Lab;
  #switch: Switch;
  #address: string;

  constructor(lab: Lab, options: LinkOptions) {
    this.#lab = lab;
    this.host = options.host;
    this.device = options.device;
    this.port = options.port;
    this.isUplink = options.isUplink;
    this.#switch = options.to;
    this.#address = options.to.nextAddress();
  }

  get switchName(): string {
    return this.#switch.name;
  }

  /** `10.1.0.2` */
  get address(): string {
    return this.#address;
  }

  /** Pulled: the host sees that the carrier is gone. It keeps its addresses. */
  async down(): Promise<void> {
    await this.#lab.fabric.ip(`link set dev ${this.port} down`);
  }

  async up(): Promise<void> {
    await this.#lab.fabric.ip(`link set dev ${this.port} up`);
  }

  /** To another switch, with an address there. */
  async move(switchName: string): Promise<void> {
    await this.down();
    this.#switch.unplug(this);
    this.#switch = this.#lab.switchNamed(switchName);
    this.#address = this.#switch.nextAddress();
    await this.host.namespace.ip(`address flush dev ${this.device} scope global`);
    await this.attach();
    await this.#lab.renew(this.host);
  }

  /** Another address in place of the present one. */
  async readdress(): Promise<void> {
    this.#address = this.#switch.nextAddress();
    await this.host.namespace.ip(`address flush dev ${this.device} scope global`);
    await this.#addAddress();
    await this.#lab.renew(this.host);
  }

  /** For the lab: the device exists on both sides. */
  async attach(): Promise<void> {
    await this.#switch.plug(this);
    await this.host.namespace.ip(`link set dev ${this.device} up`);
    await this.#addAddress();
  }

  async #addAddress(): Promise<void> {
    await this.host.namespace.ip(`address add ${this.#switch.withLength(this.#address)} dev ${this.device}`);
  }
}

export interface LinkOptions {
  readonly host: Host;
  readonly to: Switch;
  readonly device: string;
  readonly port: string;
  readonly isUplink: boolean;
}
