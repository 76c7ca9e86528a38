/** What an honest client does with a server's log over a raw connection: it keeps a head and believes nothing else. */
import type { ErrorCode } from '../../shared/errors.ts';
import type { LogProveResponse } from '../../shared/wire/generated/rendezvous.js';
import type { MapEntry } from '../../shared/transparency/map-entries.ts';
import { accountKey, nameKey } from '../../shared/transparency/map-entries.ts';
import { decodeHeadProof, decodeLookupProof } from '../../shared/transparency/proof-bytes.ts';
import type { OpenedHead } from '../../shared/transparency/tree-head.ts';
import {
  acceptHead,
  isHeadRefused,
  isLookupRefused,
  judgeAbsence,
  judgeLookup,
} from '../../shared/transparency/view.ts';
import { MAX_HEAD_AGE_MS } from '../../shared/wire/limits.ts';
import type { RawConnection, Target } from './raw-client.ts';
import { refusal } from './refusals.ts';

export class LogClient {
  readonly target: Target;
  kept: OpenedHead | undefined;
  now: () => number = Date.now;

  constructor(target: Target) {
    this.target = target;
  }

  get #kept(): { kept?: { log: Uint8Array; size: bigint } } {
    return this.kept === undefined ? {} : { kept: { log: this.kept.log, size: BigInt(this.kept.size) } };
  }

  /** The newest head, accepted. @throws Error with the fault */
  async head(connection: RawConnection, shown = this.kept): Promise<OpenedHead> {
    const body = { ...this.#kept, ...(shown === undefined ? {} : { head: shown.signed }) };
    const { proof } = await connection.ask('logHead', body);
    const accepted = acceptHead(this.#view(), decodeHeadProof(proof)!, this.#freshness());
    if (isHeadRefused(accepted)) throw new Error(accepted.fault);
    return (this.kept = accepted);
  }

  async byName(connection: RawConnection, name: string): Promise<MapEntry | undefined> {
    const { proof } = await connection.ask('lookup', { ...this.#kept, name });
    return this.#judge(nameKey(this.target.server, name), proof);
  }

  async byAccount(connection: RawConnection, account: Uint8Array): Promise<MapEntry | undefined> {
    const { proof } = await connection.ask('lookup', { ...this.#kept, account });
    return this.#judge(accountKey(this.target.server, account), proof);
  }

  /** What stands there of somebody whom the server says nobody to be, as it proves with its refusal. @throws Error with the fault */
  async nobody(
    connection: RawConnection,
    by: { readonly name: string } | { readonly account: Uint8Array },
    code: ErrorCode = 'unknown-account',
  ): Promise<MapEntry | undefined> {
    const { proof } = await refusal(connection.ask('lookup', { ...this.#kept, ...by }), code);
    const { server } = this.target;
    const key = 'account' in by ? accountKey(server, by.account) : nameKey(server, by.name);
    return this.#judge(key, proof ?? new Uint8Array(0), judgeAbsence);
  }

  async prove(connection: RawConnection, key: Uint8Array): Promise<MapEntry | undefined> {
    const { proof }: LogProveResponse = await connection.ask('logProve', { ...this.#kept, key });
    return this.#judge(key, proof);
  }

  #judge(key: Uint8Array, proof: Uint8Array, judge = judgeLookup): MapEntry | undefined {
    const decoded = decodeLookupProof(proof);
    if (decoded === undefined) throw new Error('no proof');
    const judged = judge(this.#view(), key, decoded, this.#freshness());
    if (isLookupRefused(judged)) throw new Error(judged.fault);
    this.kept = judged.head;
    return judged.entry;
  }

  #view() {
    return { server: this.target.server, kept: this.kept };
  }

  #freshness() {
    return { now: this.now(), most: MAX_HEAD_AGE_MS };
  }
}
