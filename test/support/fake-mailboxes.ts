/** A mailbox server as the message side knows one: in memory, and as unreliable as the test wants it. */
import type { VerifiedBundle } from '../../node/core/prekeys.ts';
import type { RendezvousClient } from '../../node/net/ports.ts';
import { serverSigner } from '../../shared/crypto/ed25519.ts';
import { sha256 } from '../../shared/crypto/hash.ts';
import { peerIdBytesOfEd25519 } from '../../shared/crypto/peer-ids.ts';
import { systemRandom } from '../../shared/crypto/random.ts';
import { makeReceipt } from '../../shared/crypto/statements.ts';
import { MiyuError } from '../../shared/errors.ts';
import { toHex } from '../../shared/ids.ts';
import type { Home } from '../../shared/wire/generated/identity.js';
import type { Mail } from '../../shared/wire/generated/rendezvous.js';

/** The mailbox server of both, as far as the message side knows one. */
export class FakeMailboxes {
  readonly signer = serverSigner(systemRandom(32));
  readonly peerId = peerIdBytesOfEd25519(this.signer.publicKey);
  readonly home: Home = { server: this.peerId, addresses: ['/ip4/127.0.0.1/tcp/1'] };
  /** Away: every request fails as if nobody answered. */
  away = false;
  /** Deposits get no answer, and no error either. */
  silent = false;
  unanswered = 0;
  /** Deposits that are acknowledged and thrown away: a lying server. */
  dropNext = 0;
  /** Deposits that are refused for good. */
  refuseNext = 0;
  deposits = 0;
  /** Nobody is told of new mail. */
  quiet = false;
  /** Drains that fail although the connection stays. */
  failDrains = 0;
  readonly #held = new Set<string>();
  readonly bundles = new Map<string, () => VerifiedBundle>();
  /** How often prekeys were asked for, also in vain. */
  bundlesAsked = 0;
  readonly #mail = new Map<string, Mail[]>();
  readonly #sequences = new Map<string, bigint>();

  waiting(owner: Uint8Array): number {
    return this.#mail.get(toHex(owner))?.length ?? 0;
  }

  /** The mailbox looks empty until `release`. */
  hold(owner: Uint8Array): void {
    this.#held.add(toHex(owner));
  }

  release(owner: Uint8Array): void {
    this.#held.delete(toHex(owner));
  }

  clientFor(account: Uint8Array, onDeposit: (owner: Uint8Array) => void): RendezvousClient {
    const check = (): void => {
      if (this.away) throw new MiyuError('server-unreachable');
    };
    const client: Partial<RendezvousClient> = {
      server: this.peerId,
      deposit: ({ owner, envelope }) => {
        check();
        if (this.silent) {
          this.unanswered += 1;
          return Promise.withResolvers<never>().promise;
        }
        if (this.refuseNext > 0) {
          this.refuseNext -= 1;
          return Promise.reject(new MiyuError('grant-revoked'));
        }
        this.deposits += 1;
        const key = toHex(owner);
        const sequence = (this.#sequences.get(key) ?? 0n) + 1n;
        this.#sequences.set(key, sequence);
        const storedAt = BigInt(Date.now());
        if (this.dropNext > 0) this.dropNext -= 1;
        else {
          const mail = this.#mail.get(key) ?? [];
          this.#mail.set(key, [...mail, { sequence, depositor: account, envelope: envelope.slice(), storedAt }]);
        }
        const receipt = makeReceipt(this.signer, {
          server: this.peerId,
          owner,
          depositor: account,
          envelopeId: sha256(envelope),
          sequence,
          storedAt,
          expiresAt: storedAt + 86_400_000n,
        });
        if (!this.quiet) onDeposit(owner);
        return Promise.resolve({ receipt });
      },
      drain: ({ after, limit }) => {
        check();
        if (this.failDrains > 0) {
          this.failDrains -= 1;
          return Promise.reject(new MiyuError('busy'));
        }
        if (this.#held.has(toHex(account))) return Promise.resolve({ mail: [], more: false });
        const mail = (this.#mail.get(toHex(account)) ?? []).filter(({ sequence }) => sequence > after);
        return Promise.resolve({ mail: mail.slice(0, limit), more: mail.length > limit });
      },
      acknowledge: ({ upTo }) => {
        check();
        const mail = this.#mail.get(toHex(account)) ?? [];
        this.#mail.set(
          toHex(account),
          mail.filter(({ sequence }) => sequence > upTo),
        );
        return Promise.resolve({});
      },
    };
    return client as RendezvousClient;
  }
}
