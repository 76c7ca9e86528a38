/**
 * What a node tells of its own addresses. libp2p keeps a public address to itself until others have dialled it back for it (AutoNAT,
 * which we do not run): a server on the internet would tell nobody but its loopback. What we listen on is ours: whether it can be
 * reached from somewhere shows whoever dials it.
 */
import { CODE_P2P, multiaddr } from '@multiformats/multiaddr';
import type { Multiaddr } from '@multiformats/multiaddr';

/** The part of libp2p's address manager that is needed. */
interface AddressBook {
  getAddressesWithMetadata(): readonly { readonly multiaddr: Multiaddr; readonly type: string }[];
}

interface Components {
  readonly addressManager: AddressBook;
  readonly peerId: { toString(): string };
}

/** What is before the circuit in it is another's address, and libp2p tells the whole of it by itself. */
const isOfRelay = (address: Multiaddr): boolean => address.getComponents().some(({ name }) => name === 'p2p-circuit');

export class OwnAddresses {
  readonly #outside: () => string | undefined;
  #components: Components | undefined;

  /** @param outside a multiaddr without /p2p/ that leads to us and is on none of our devices: a port at a home router */
  constructor(outside: () => string | undefined = () => undefined) {
    this.#outside = outside;
  }

  /** Takes a look at the node that the transport is made for. */
  seenBy<C, T>(transport: (components: C) => T): (components: C) => T {
    return (components) => {
      this.#components = components as unknown as Components;
      return transport(components);
    };
  }

  /** For `announceFilter`: the one outside, what libp2p tells, and every address that is listened on. Where others are announced, those alone. */
  readonly complete = (told: Multiaddr[]): Multiaddr[] => {
    const components = this.#components;
    if (components === undefined) return told;
    const known = new Set(told.map(String));
    const suffix = `/p2p/${components.peerId.toString()}`;
    const own = components.addressManager
      .getAddressesWithMetadata()
      .filter(({ type, multiaddr }) => type === 'transport' && !isOfRelay(multiaddr))
      .map(({ multiaddr }) => multiaddr.decapsulateCode(CODE_P2P).encapsulate(suffix));
    const outside = this.#outside();
    // First: whoever keeps a few of them alone keeps the one that leads here from everywhere.
    const first = outside === undefined ? [] : [multiaddr(outside + suffix)];
    return [...first, ...told, ...own.filter((address) => !known.has(address.toString()))];
  };
}
