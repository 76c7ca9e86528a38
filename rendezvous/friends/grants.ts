/**
 * Mailbox grants: who may deposit for whom, signed by the mailbox's owner. Per owner, depositor and scope the statement with
 * the highest serial stands, a grant or a revocation. The server enforces what it cannot invent.
 */
import { openGrant, openRevocation } from '../../shared/crypto/statements.ts';
import { MiyuError } from '../../shared/errors.ts';
import { concatBytes, equalBytes, toHex } from '../../shared/ids.ts';
import type { GrantRevocation, MailboxGrant, Signed } from '../../shared/wire/generated/identity.js';
import { SCOPE } from '../../shared/wire/protocols.ts';
import { GrantRow } from '../store/generated/rows.js';
import type { Store, StoreReader } from '../store/store.ts';
import { MENTION, putMention } from './mentions.ts';

export type Access = 'granted' | 'revoked' | 'none';

export interface Owner {
  readonly account: Uint8Array;
  readonly identityKey: Uint8Array;
}

const SCOPES: readonly number[] = Object.values(SCOPE);

export class Grants {
  readonly #store: Store;
  readonly #maxCached: number;
  /** What is on disk, for the path that every deposit takes. In order of use. */
  readonly #cache = new Map<string, Access>();
  /** Grows with every change: whoever read before a change must not put what he read into the cache. */
  #changes = 0;

  constructor(store: Store, maxCached: number) {
    this.#store = store;
    this.#maxCached = maxCached;
  }

  /** Whether `depositor` may reach `owner`, in whatever scope. */
  access(owner: Uint8Array, depositor: Uint8Array): Access | Promise<Access> {
    const key = pairName(owner, depositor);
    const cached = this.#cache.get(key);
    if (cached === undefined) return this.#read(key, owner, depositor);
    this.#cache.delete(key);
    this.#cache.set(key, cached);
    return cached;
  }

  /** @throws MiyuError 'malformed' | 'grant-invalid' (also a serial that was passed; detail: the one that stands) | 'not-yourself' */
  async put(owner: Owner, signed: Signed | undefined): Promise<MailboxGrant> {
    if (signed === undefined) throw new MiyuError('malformed', { field: 'grant' });
    const grant = openGrant(signed, owner.identityKey, { owner: owner.account });
    if (!(await this.#write(grant, signed, false))) throw await this.#passed(grant);
    return grant;
  }

  /** Ends every grant with a serial up to its own. @throws MiyuError as `put` */
  async revoke(owner: Owner, signed: Signed | undefined): Promise<GrantRevocation> {
    if (signed === undefined) throw new MiyuError('malformed', { field: 'revocation' });
    const revocation = openRevocation(signed, owner.identityKey, { owner: owner.account });
    if (!(await this.#write(revocation, signed, true))) throw await this.#passed(revocation);
    return revocation;
  }

  /**
   * A grant that a depositor shows because we may not have it. Older than what stands: ignored.
   * @throws MiyuError 'grant-invalid' where it is not the owner's, or for another depositor
   */
  async show(owner: Owner, depositor: Uint8Array, signed: Signed): Promise<void> {
    await this.#write(openGrant(signed, owner.identityKey, { owner: owner.account, depositor }), signed, false);
  }

  /** Rows were deleted behind its back. */
  forgetAll(): void {
    this.#changes += 1;
    this.#cache.clear();
  }

  /** False: a statement with this serial or a higher one stands, and is another one. */
  async #write(statement: MailboxGrant | GrantRevocation, signed: Signed, revoked: boolean): Promise<boolean> {
    const key = grantKey(statement.owner, statement.depositor, statement.scope);
    const written = await this.#store.transact([`grant:${toHex(key)}`], async (tx) => {
      const row = await findGrant(tx, key);
      if (row !== undefined && row.serial >= statement.serial) {
        return row.revoked === revoked && equalBytes(row.signed!.payload, signed.payload);
      }
      tx.put('grants', key, GrantRow.encode({ serial: statement.serial, revoked, signed }));
      putMention(tx, statement.depositor, MENTION.grant, statement.owner);
      return true;
    });
    this.#changes += 1;
    this.#cache.delete(pairName(statement.owner, statement.depositor));
    return written;
  }

  async #passed(statement: MailboxGrant | GrantRevocation): Promise<MiyuError> {
    const row = await findGrant(this.#store, grantKey(statement.owner, statement.depositor, statement.scope));
    return new MiyuError('grant-invalid', { field: 'serial', detail: Number(row?.serial ?? 0n) });
  }

  async #read(name: string, owner: Uint8Array, depositor: Uint8Array): Promise<Access> {
    const changes = this.#changes;
    let access: Access = 'none';
    for (const scope of SCOPES) {
      const row = await findGrant(this.#store, grantKey(owner, depositor, scope));
      if (row?.revoked === false) access = 'granted';
      else if (row !== undefined && access === 'none') access = 'revoked';
    }
    // Nothing is remembered of strangers: anybody could fill the cache with them.
    if (changes === this.#changes && access !== 'none') {
      this.#cache.set(name, access);
      if (this.#cache.size > this.#maxCached) this.#cache.delete(this.#cache.keys().next().value!);
    }
    return access;
  }
}

/** One character a byte: on the path of every deposit. */
const pairName = (owner: Uint8Array, depositor: Uint8Array): string => mapName(owner) + mapName(depositor);
const mapName = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');

export const grantKey = (owner: Uint8Array, depositor: Uint8Array, scope: number): Uint8Array =>
  concatBytes(owner, depositor, Uint8Array.of(scope));

export async function findGrant(reader: StoreReader, key: Uint8Array): Promise<GrantRow | undefined> {
  const bytes = await reader.get('grants', key);
  return bytes === undefined ? undefined : GrantRow.decode(bytes);
}
