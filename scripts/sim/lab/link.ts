/** A cable from a machine to a switch. */
import { SwitchProcess } from '../net/switch-process.ts';
import { encodeWeather, type Weather } from '../net/weather.ts';
import type { Host } from './host.ts';
import type { Lab } from './lab.ts';
import type { Switch } from './switch.ts';

/** Of the packets’ fates; a test that needs others draws its weather. */
const SEED = 1;

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
  #cable: SwitchProcess | undefined;

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

  /** From the next packet on. @throws Error where it was laid without weather */
  async become(weather: Weather): Promise<void> {
    const cable = this.#cable;
    if (cable === undefined) throw new Error(`the cable of ${this.host.name} knows no weather`);
    const numbers = encodeWeather(weather);
    await Promise.all([cable.order('set', `0 1 ${numbers}`), cable.order('set', `1 0 ${numbers}`)]);
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
    await this.host.namespace.ip(`address flush dev ${this.device} scope global`, this.#addressOrder());
    await this.#lab.renew(this.host);
  }

  /** For the lab: the device exists on both sides. */
  async attach(): Promise<void> {
    await this.#switch.plug(this);
    await this.host.namespace.ip(`link set dev ${this.device} up`, this.#addressOrder());
  }

  /** For the lab: a cable with weather, in place of one that the kernel makes. */
  async lay(switchProgram: string, weather: Weather): Promise<void> {
    const ends = [`${this.host.namespace.name}/${this.device}`, `${this.#lab.fabric.name}/${this.port}`];
    this.#cable = SwitchProcess.start(switchProgram, [String(SEED), ...ends]);
    await this.#cable.ready;
    await this.become(weather);
  }

  /** For the lab: the end of a cable with weather. */
  cut(): void {
    this.#cable?.kill();
  }

  #addressOrder(): string {
    return `address add ${this.#switch.withLength(this.#address)} dev ${this.device}`;
  }
}

export interface LinkOptions {
  readonly host: Host;
  readonly to: Switch;
  readonly device: string;
  readonly port: string;
  readonly isUplink: boolean;
}
