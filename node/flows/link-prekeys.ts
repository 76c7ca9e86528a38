/**
 * Prekeys from friend to friend, over their link: what a new session needs where the friend's home is gone, or does not have them. They are
 * signed by the friend's identity as those of a server are, and checked in the same way; the device at the other end is the one that they are of.
 */
import type { ContactRow } from '../core/generated/rows.js';
import { verifyBundle, type VerifiedBundle } from '../core/prekeys.ts';
import { isMiyuError, MiyuError } from '../../shared/errors.ts';
import { equalBytes, shortId, toHex } from '../../shared/ids.ts';
import { RateLimiter } from '../../shared/rate-limiter.ts';
import { Home } from '../../shared/wire/generated/identity.js';
import type { FlowContext } from './context.ts';
import type { HomeConnections } from './homes.ts';
import type { ChatLinks, LinkPrekeys, Waiting } from './ports.ts';
import type { Prekeys } from './prekeys.ts';

/**
 * A friend needs one for each session that cannot go on: after a copy that was put back, a disk that has lost rows. Each costs a row until it
 * is a month old (RETIRED_MS): at most some 3,000 for a friend who asks without end.
 */
const ANSWERS = { burst: 8, perMinute: 4 / 60 } as const;
/** Friends of whom is remembered how often they asked. */
const MAX_ASKING = 1_024;

export interface LinkPrekeyPorts {
  readonly prekeys: Pick<Prekeys, 'forMeeting'>;
  readonly links: Pick<ChatLinks, 'linkTo'>;
  readonly homes: Pick<HomeConnections, 'seemsUp'>;
}

export class PrekeysByLink {
  readonly #context: Pick<FlowContext, 'clock' | 'log'>;
  readonly #ports: LinkPrekeyPorts;
  readonly #asked: RateLimiter;

  constructor(context: Pick<FlowContext, 'clock' | 'log'>, ports: LinkPrekeyPorts) {
    this.#context = context;
    this.#ports = ports;
    this.#asked = new RateLimiter(ANSWERS, context.clock, MAX_ASKING);
  }

  /**
   * From the friend's home, unless that is known to be away or fails; else from the friend.
   * @param home asks the friend's home @throws MiyuError what the home said, or why it was not reached
   */
  async or(
    contact: Readonly<ContactRow>,
    waiting: Waiting,
    home: () => Promise<VerifiedBundle>,
  ): Promise<VerifiedBundle> {
    const isAway = !this.#ports.homes.seemsUp(Home.decode(contact.home).server);
    const early = isAway ? await this.#ask(contact, waiting) : undefined;
    if (early !== undefined) return early;
    try {
      return await home();
    } catch (error) {
      // Of another key than the pinned one a person decides, and nobody asks around that.
      if (isMiyuError(error, 'friend-key-changed') || isMiyuError(error, 'aborted')) throw error;
      const late = await this.#ask(contact, waiting);
      if (late === undefined) throw error;
      return late;
    }
  }

  /** @throws MiyuError 'rate-limited' | 'busy' */
  async answer(contact: Readonly<ContactRow>): Promise<LinkPrekeys> {
    this.#asked.take(toHex(contact.account));
    try {
      return await this.#ports.prekeys.forMeeting();
    } catch (error) {
      // The disk takes nothing just now: told elsewhere.
      if (error instanceof MiyuError) throw new MiyuError('busy', { cause: error });
      throw error;
    }
  }

  /** Undefined: there is no link, or nothing came by it that holds. */
  async #ask(contact: Readonly<ContactRow>, waiting: Waiting): Promise<VerifiedBundle | undefined> {
    const link = this.#ports.links.linkTo(contact.device);
    if (link === undefined) return undefined;
    const { log } = this.#context;
    const account = shortId(contact.account);
    try {
      const bundle = verifyBundle(contact, await link.askPrekeys(waiting));
      if (!equalBytes(bundle.device, link.device)) throw new MiyuError('bundle-invalid');
      log.info('link-prekeys', { account });
      return bundle;
    } catch (error) {
      if (!(error instanceof MiyuError)) throw error;
      log.info('link-prekeys', { account, code: error.code });
      return undefined;
    }
  }
}
