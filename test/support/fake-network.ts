/** Direct links between two people in one process, which the test cuts as it likes. */
import type { Own } from '../../node/flows/context.ts';
import type { ChatLink, ChatLinkHandlers, ChatLinks } from '../../node/net/ports.ts';
import { MiyuError } from '../../shared/errors.ts';
import { toHex } from '../../shared/ids.ts';
import { Signed } from '../../shared/wire/generated/identity.js';

/** Both ends of links between two people. */
export class FakeNetwork {
  /** False: dials fail, and no link is up. */
  connected = false;
  readonly ends = new Map<string, FakeLinks>();
  /** Dials get no answer, and no error either. */
  silent = false;
  /** Links are up and carry nothing. */
  carriesNothing = false;
  /** Envelopes that were handed to a link. */
  sent = 0;
  #open: { readonly break: () => void } | undefined;

  /** What is under way is lost. */
  cut(): void {
    this.connected = false;
    this.#open?.break();
    this.#open = undefined;
  }

  dial(from: FakeLinks, device: Uint8Array): ChatLink {
    const to = this.ends.get(toHex(device));
    if (!this.connected || to?.handlers === undefined || from.handlers === undefined) {
      throw new MiyuError('friend-unreachable');
    }
    const onSent = (): boolean => {
      this.sent += 1;
      return !this.carriesNothing;
    };
    const a = makeEnd(from, to, true, onSent);
    const b = makeEnd(to, from, false, onSent);
    a.other = b;
    b.other = a;
    const pair = {
      break: () => {
        a.end();
        b.end();
      },
    };
    this.#open?.break();
    this.#open = pair;
    to.handlers.onLink(b.link);
    from.handlers.onLink(a.link);
    return a.link;
  }
}

interface End {
  readonly link: ChatLink;
  other: End | undefined;
  end(reason?: number): void;
  take(envelope: Uint8Array): Promise<'committed' | 'unopened'>;
}

function makeEnd(own: FakeLinks, far: FakeLinks, dialled: boolean, onSent: () => boolean): End {
  let over = false;
  const closed = Promise.withResolvers<number | undefined>();
  const pending = new Set<(error: MiyuError) => void>();
  const end: End = {
    other: undefined,
    end(reason) {
      if (over) return;
      over = true;
      for (const reject of pending) reject(new MiyuError('link-closed'));
      pending.clear();
      closed.resolve(reason);
    },
    async take(envelope) {
      const unopened = await own.handlers?.onDeliver(link, [envelope.slice()]);
      return unopened?.length === 0 ? 'committed' : 'unopened';
    },
    get link() {
      return link;
    },
  };
  const link: ChatLink = {
    account: far.account,
    device: far.device,
    certificate: Signed.encode(far.certificate),
    address: '/ip4/127.0.0.1/tcp/2',
    path: 'direct',
    dialled,
    closed: closed.promise,
    get hasRoom() {
      return !over;
    },
    room: () => (over ? Promise.reject(new MiyuError('link-closed')) : Promise.resolve()),
    deliver: (envelope) =>
      new Promise((resolve, reject) => {
        if (over) {
          reject(new MiyuError('link-closed'));
          return;
        }
        pending.add(reject);
        if (!onSent()) return;
        // A turn of its own, so that a cut finds envelopes and acknowledgements under way.
        setImmediate(() => {
          if (over || end.other === undefined) return;
          end.other.take(envelope).then(
            (outcome) => {
              setImmediate(() => {
                if (over) return;
                pending.delete(reject);
                resolve(outcome);
              });
            },
            () => {
              end.end();
            },
          );
        });
      }),
    close: (reason) => {
      end.other?.end(reason);
      end.end(reason);
      return Promise.resolve();
    },
    tellHeads: () => undefined,
    askPrekeys: () => Promise.reject(new MiyuError('unknown-request')),
  };
  return end;
}

export class FakeLinks implements ChatLinks {
  handlers: ChatLinkHandlers | undefined;
  readonly #network: FakeNetwork;
  readonly account: Uint8Array;
  readonly device: Uint8Array;
  readonly certificate: Signed;
  constructor(network: FakeNetwork, own: Own) {
    this.#network = network;
    this.account = own.account;
    this.device = own.device;
    this.certificate = own.certificate;
    network.ends.set(toHex(own.device), this);
  }
  start(handlers: ChatLinkHandlers): void {
    this.handlers = handlers;
  }
  dial(device: Uint8Array): Promise<ChatLink> {
    if (this.#network.silent) return Promise.withResolvers<never>().promise;
    return new Promise((resolve) => {
      resolve(this.#network.dial(this, device));
    });
  }
  linkTo(): undefined {
    return undefined;
  }
}
