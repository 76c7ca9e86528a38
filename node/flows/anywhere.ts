/**
 * Sign in anywhere: the home server keeps a sealed copy of what a key file holds, because the person chose so.
 *
 *   off ──choose──▶ pending ──the server has it──▶ kept ──friends change──▶ pending …
 *   pending, kept ──give up──▶ dropping ──the server has dropped it──▶ off
 *   pending, kept ──another machine has enrolled──▶ superseded ──choose──▶ pending
 *
 * What is to be sent is on disk before it is sent, so that a crash, an answer that was lost and a server that is away end the same way:
 * it is sent again at the next sign-in. Numbers of copies are enrolment << 32 | count: whoever is refused sees from the number that is kept
 * whether his own enrolment still stands.
 */
import type { Anywhere, KeyFileContent } from '../core/generated/vault.js';
import { makeVaultNote } from '../../shared/crypto/statements.ts';
import { sha256 } from '../../shared/crypto/hash.ts';
import { withOpaque } from '../../shared/crypto/opaque-client.ts';
import { sealUploadedVault, wrapVaultKey } from '../../shared/crypto/uploaded-vault.ts';
import { isMiyuError, MiyuError } from '../../shared/errors.ts';
import { equalBytes } from '../../shared/ids.ts';
import { Signed } from '../../shared/wire/generated/identity.js';
import { MAX_VAULT_BYTES } from '../../shared/wire/limits.ts';
import { pause } from './back-off.ts';
import type { FriendFlows } from './friend-flows.ts';
import { keyFileContent } from './key-file.ts';
import type { RendezvousClient, Waiting } from './ports.ts';
import { headsDigest, withoutPicture } from './personal.ts';
import { encodeUploaded } from './vault-content.ts';
import { untilDone } from './tend.ts';

/** Many changes at once (a list of friends that comes back) are one copy. */
const SETTLE_MS = 3_000;
/** A card, a setting, a chat that is silenced: at most one copy in this time is made for these alone, however often a person changes his mind. */
const OWN_EVERY_MS = 60_000;
/** Heads move with every entry of the log. They go along with each copy; for them alone one is made as often as this. */
const HEADS_EVERY_MS = 6 * 3_600_000;
/** A race of two devices is over after two of these. */
const MAX_ATTEMPTS = 4;
const ENROLMENT_BITS = 32n;
const NOTHING = new Uint8Array(0);
const HOUR_MS = 3_600_000;
/** Enrolments are counted from here where nothing else is known: 2^15 hours are four years, and numbers stay below 2^53. */
const FIRST_HOUR = Date.UTC(2026, 0, 1);

export type AnywhereState = 'off' | 'pending' | 'kept' | 'dropping' | 'superseded';

export interface AnywhereView {
  readonly state: AnywhereState;
  /** When the server last confirmed a copy, Unix milliseconds. */
  readonly keptAt: number | null;
}

export function anywhereView(anywhere: Anywhere | undefined): AnywhereView {
  if (anywhere === undefined) return { state: 'off', keptAt: null };
  const { dropping, superseded, version, record, keptAt } = anywhere;
  const waits = version === 0n || record.length > 0;
  const state = dropping ? 'dropping' : superseded ? 'superseded' : waits ? 'pending' : 'kept';
  return { state, keptAt: keptAt === 0n ? null : Number(keptAt) };
}

/**
 * OPAQUE's registration, and a fresh key for the copy under it. Nothing is changed yet, here or there.
 * @param password normalised
 * @throws MiyuError 'too-large' where this server keeps no vaults, and as the client
 */
export async function enrol(
  { account, context }: Pick<FriendFlows, 'account' | 'context'>,
  client: RendezvousClient,
  password: string,
  waiting: Waiting = {},
): Promise<Anywhere> {
  const identities = { account: context.own().account, server: client.server };
  const { message, exportKey } = await withOpaque(password, async (opaque) => {
    const { response } = await client.enrol({ request: await opaque.startRegistration() }, waiting);
    return opaque.finishRegistration(response, identities);
  });
  const key = context.random(32);
  return {
    ...{ key, wrapped: wrapVaultKey(exportKey, key, identities, context.random), record: message },
    ...{ version: 0n, digest: NOTHING, enrolment: nextEnrolment(account.content.anywhere, context.clock.wall()) },
    ...{ dropping: false, superseded: false, keptAt: 0n },
  };
}

/** Behind the one before it, and behind those of other devices that this one does not know of: they grow with the hours. */
const nextEnrolment = (before: Anywhere | undefined, now: number): bigint => {
  const hours = BigInt(Math.max(1, Math.floor((now - FIRST_HOUR) / HOUR_MS)));
  const next = (before?.enrolment ?? 0n) + 1n;
  return next > hours ? next : hours;
};

/** What a copy says, but for heads and its number. */
function digestOf({ personal, ...content }: KeyFileContent, server: Uint8Array): Uint8Array {
  const stable = personal === undefined ? content : { ...content, personal: { ...personal, heads: [] } };
  return sha256(encodeUploaded({ content: stable, server, number: 0n, treeHead: NOTHING }));
}

/**
 * Brings the server's copy to what the vault says. @returns whether there was anything to do
 * @throws MiyuError as the client
 */
export async function renew(flows: FriendFlows, client: RendezvousClient, waiting: Waiting = {}): Promise<boolean> {
  const { account, context } = flows;
  for (let attempt = 1; ; attempt += 1) {
    const { anywhere } = account.content;
    if (anywhere === undefined || anywhere.superseded) return false;
    if (anywhere.dropping) {
      await client.dropVault(waiting);
      await account.update(({ anywhere: now, ...content }) =>
        now?.dropping === false ? { ...content, anywhere: now } : content,
      );
      return true;
    }
    const own = context.own();
    const content = keyFileContent(account, flows.contacts, flows.personal);
    const [digest, heads] = [digestOf(content, client.server), headsDigest(content.personal)];
    const isSame = equalBytes(digest, anywhere.digest) && !areHeadsDue(anywhere, heads, context.clock.wall());
    if (anywhere.record.length === 0 && isSame) return false;
    const { version: replaces, enrolment } = anywhere;
    const goesOn = replaces >> ENROLMENT_BITS === enrolment;
    const version = goesOn ? replaces + 1n : (enrolment << ENROLMENT_BITS) + 1n;
    const put = async (what: KeyFileContent): Promise<void> => {
      const body = encodeUploaded({ content: what, server: client.server, number: version, treeHead: NOTHING });
      const sealed = sealUploadedVault(anywhere, body, own.account, version, context.random);
      if (sealed.length > MAX_VAULT_BYTES) throw new MiyuError('too-large', { detail: MAX_VAULT_BYTES });
      await client.putVault({ record: anywhere.record, sealed, version, replaces }, waiting);
    };
    let isBare: boolean;
    try {
      isBare = await putWhatFits(content, put);
    } catch (error) {
      if (!isMiyuError(error, 'vault-conflict') || attempt === MAX_ATTEMPTS) throw error;
      // Without a number: none is kept.
      await adopt(flows, anywhere, BigInt(error.detail ?? 0));
      continue;
    }
    const keptAt = BigInt(context.clock.wall());
    const { account: id, epoch, identity } = own;
    const note = Signed.encode(makeVaultNote(identity, { account: id, epoch, number: version }));
    await change(flows, anywhere, (now) => ({
      ...now,
      ...{ record: NOTHING, version, digest, keptAt, note, heads, withoutPicture: isBare },
    }));
    return true;
  }
}

/** Whether a copy is to be made for what the logs say, where nothing else is another. */
const areHeadsDue = (anywhere: Anywhere, heads: Uint8Array, now: number): boolean =>
  !equalBytes(heads, anywhere.heads ?? NOTHING) && now - Number(anywhere.keptAt) >= HEADS_EVERY_MS;

/** Identity and friends before the picture, which friends have. @returns whether it was left out @throws MiyuError as `put` */
async function putWhatFits(content: KeyFileContent, put: (what: KeyFileContent) => Promise<void>): Promise<boolean> {
  try {
    await put(content);
    return false;
  } catch (error) {
    const personal = isMiyuError(error, 'too-large') ? withoutPicture(content.personal) : undefined;
    if (personal === undefined) throw error;
    await put({ ...content, personal });
    return true;
  }
}

/** Another version is kept than we thought: our own whose answer was lost, or another machine's. */
async function adopt(flows: FriendFlows, anywhere: Anywhere, kept: bigint): Promise<void> {
  const there = kept >> ENROLMENT_BITS;
  if (anywhere.record.length > 0) {
    // A choice that was just made: it comes behind whatever is there.
    const enrolment = there >= anywhere.enrolment && kept !== anywhere.version ? there + 1n : anywhere.enrolment;
    await change(flows, anywhere, (now) => ({ ...now, version: kept, enrolment }));
  } else if (there === anywhere.enrolment) {
    await change(flows, anywhere, (now) => ({ ...now, version: kept }));
  } else {
    // Chosen anew or given up on another machine, or lost by the server: the person says what shall be, for that takes the password.
    await change(flows, anywhere, (now) => ({ ...now, superseded: true }));
  }
}

/** Where the choice is still the one that was looked at. */
const change = (
  { account }: Pick<FriendFlows, 'account'>,
  before: Anywhere,
  to: (now: Anywhere) => Anywhere,
): Promise<void> =>
  account.update((content) =>
    content.anywhere === undefined || !equalBytes(content.anywhere.key, before.key) || content.anywhere.dropping
      ? content
      : { ...content, anywhere: to(content.anywhere) },
  );

/** What may have changed: friends or the choice itself; what a person says, sets and arranges; a log's head. */
export type CopyChange = 'friends' | 'own' | 'head';

/** Follows the vault for as long as the account is unlocked: soon after each change, and again after failures. */
export class AnywhereCopy {
  readonly #flows: FriendFlows;
  readonly #told: () => void;
  readonly #kept: () => void;
  #client: { readonly client: RendezvousClient; readonly signal: AbortSignal } | undefined;
  /** Until a copy is made: ends the wait for it. */
  #waiting: (() => void) | undefined;

  /** @param told what `faults` says may have changed @param kept the server has confirmed another copy */
  constructor(flows: FriendFlows, told: () => void, kept: () => void) {
    this.#flows = flows;
    this.#told = told;
    this.#kept = kept;
  }

  signedIn(client: RendezvousClient, signal: AbortSignal): void {
    this.#client = { client, signal };
    this.changed();
  }

  changed(what: CopyChange = 'friends'): void {
    const { account, background, context } = this.#flows;
    const { anywhere } = account.content;
    if (anywhere === undefined || this.#client === undefined) return;
    const { client, signal } = this.#client;
    if (signal.aborted) return;
    const age = context.clock.wall() - Number(anywhere.keptAt);
    if (what === 'head' && age < HEADS_EVERY_MS) return;
    if (this.#waiting !== undefined) {
      if (what === 'friends') this.#waiting();
      return;
    }
    const rest = what === 'own' && age >= 0 ? Math.max(0, OWN_EVERY_MS - age) : 0;
    const hurry = Promise.withResolvers<void>();
    this.#waiting = hurry.resolve;
    background.run('anywhere', async () => {
      const either = AbortSignal.any([signal, background.signal]);
      await pause(rest, either, hurry.promise);
      await pause(SETTLE_MS, either);
      this.#waiting = undefined;
      // Friends are still to be restored: what is there knows more of them.
      if (signal.aborted || account.content.restore) return;
      await untilDone(context, 'anywhere', AbortSignal.any([signal, background.signal]), () =>
        renew(this.#flows, client, { signal })
          .then((isNew) => {
            if (isNew) this.#kept();
          })
          .finally(this.#told),
      );
    });
  }

  /** The next copy is made whatever the last one says. On disk when it resolves. */
  async anew(): Promise<void> {
    const { account } = this.#flows;
    await account.update(({ anywhere, ...content }) =>
      anywhere === undefined ? content : { ...content, anywhere: { ...anywhere, digest: NOTHING } },
    );
    this.changed();
  }

  /** What the status says. */
  faults(): readonly string[] {
    const { anywhere } = this.#flows.account.content;
    return [
      ...(anywhereView(anywhere).state === 'superseded' ? ['anywhere-superseded'] : []),
      ...(anywhere?.withoutPicture === true ? ['picture-left-out'] : []),
      ...(anywhere?.rolledBack === undefined ? [] : ['vault-rolled-back']),
    ];
  }
}
