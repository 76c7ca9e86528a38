/** A machine that lets a site speak to the world under its own address. */
import { Host } from './host.ts';
import type { Lab } from './lab.ts';
import type { Namespace } from './namespaces.ts';
import { natRules, type Forwarded, type NatKind } from './rules.ts';

export class Nat extends Host {
  readonly #inside: string;
  readonly #outside: string;
  #kind: NatKind;
  #forwarded: readonly Forwarded[] = [];

  /** Made by the lab alone. */
  constructor(lab: Lab, name: string, namespace: Namespace, { inside, outside, kind }: NatOptions) {
    super(lab, name, namespace);
    this.#inside = inside;
    this.#outside = outside;
    this.#kind = kind;
  }

  /** The address under which the site is seen. */
  get outsideAddress(): string {
    return this.addressOn(this.#outside);
  }

  /** From the next connection on. */
  async become(kind: NatKind): Promise<void> {
    this.#kind = kind;
    await this.apply();
  }

  /** This port outside is that port of a host inside, as set by hand or by UPnP. */
  async forward(port: number, to: Host): Promise<void> {
    const others = this.#forwarded.filter((each) => each.port !== port);
    this.#forwarded = [...others, { port, to: to.addressOn(this.#inside) }];
    await this.apply();
  }

  /** For the lab. */
  async apply(): Promise<void> {
    const [insideDevice, outsideDevice] = [this.#inside, this.#outside].map((name) => this.linkOn(name).device);
    if (insideDevice === undefined || outsideDevice === undefined) return;
    await this.namespace.nft(natRules({ kind: this.#kind, insideDevice, outsideDevice, forwarded: this.#forwarded }));
  }
}

export interface NatOptions {
  readonly inside: string;
  readonly outside: string;
  readonly kind: NatKind;
}
