/** A server's log over rows in memory, and people whose chains it holds: the honest one, and the same with lies in it. */
import { serverSigner, type ServerSigner } from '../../shared/crypto/ed25519.ts';
import { createIdentity, type Identity } from '../../shared/crypto/identity.ts';
import { peerIdBytesOfEd25519 } from '../../shared/crypto/peer-ids.ts';
import type { Random } from '../../shared/crypto/random.ts';
import { makeIdentityStatement } from '../../shared/crypto/statements.ts';
import { toHex } from '../../shared/ids.ts';
import { makeNextStatement, type ChainChange } from '../../shared/transparency/chain-statements.ts';
import { extendChain, isChainFault, type ChainState } from '../../shared/transparency/chain.ts';
import {
  appendBatch,
  beginLog,
  proveHead,
  proveLookup,
  type Appended,
  type LogState,
  type LogStep,
} from '../../shared/transparency/log.ts';
import type { HeadWithProof, LookupWithProof } from '../../shared/transparency/proof-bytes.ts';
import { readNow, type LogRow, type Reading, type RowKey } from '../../shared/transparency/reading.ts';
import { headTime, makeTreeHead } from '../../shared/transparency/tree-head.ts';
import type { Signed } from '../../shared/wire/generated/identity.js';

/** Rows by table and key. */
export class Rows {
  readonly stored = new Map<string, Uint8Array>();

  static name = ({ table, key }: RowKey): string => `${table} ${toHex(key)}`;

  put(rows: readonly LogRow[]): void {
    for (const row of rows) this.stored.set(Rows.name(row), row.value);
  }

  drop(rows: readonly RowKey[]): void {
    for (const row of rows) this.stored.delete(Rows.name(row));
  }

  read = <T>(reading: Reading<T>): T => readNow(reading, (row) => this.stored.get(Rows.name(row)));
}

export interface Owner {
  identity: Identity;
  state: ChainState;
  readonly statements: Signed[];
}

export function newOwner(name: string, random: Random): Owner {
  const identity = createIdentity(random);
  const first = makeIdentityStatement(identity, name, random(16));
  return { identity, state: taken(extendChain(undefined, first)), statements: [first] };
}

export function changeOwner(owner: Owner, change: ChainChange, random: Random): Appended {
  const before = owner.state;
  const signed = makeNextStatement(before, owner.identity, change, random(16));
  owner.state = taken(extendChain(before, signed));
  owner.statements.push(signed);
  if (change.kind === 'keys') owner.identity = change.next;
  return { before, after: owner.state };
}

function taken(result: ReturnType<typeof extendChain>): ChainState {
  if (isChainFault(result)) throw new Error(result);
  return result;
}

export class TestLog {
  readonly signer: ServerSigner;
  readonly server: Uint8Array;
  readonly id: Uint8Array;
  readonly rows = new Rows();
  state: LogState;
  last: number | undefined;
  /** Pages that are not needed for the newest map. */
  readonly superseded: RowKey[] = [];

  constructor(random: Random) {
    this.signer = serverSigner(random(32));
    this.server = peerIdBytesOfEd25519(this.signer.publicKey);
    this.id = random(16);
    this.state = take(this, beginLog());
  }

  /** The same server at the same point, whose future is its own. */
  fork(): TestLog {
    const other = Object.create(TestLog.prototype) as TestLog;
    const rows = new Rows();
    for (const [name, value] of this.rows.stored) rows.stored.set(name, value);
    return Object.assign(other, this, { rows, superseded: [...this.superseded] });
  }

  append(batch: readonly Appended[]): void {
    this.state = take(this, this.rows.read(appendBatch(this.server, this.state, batch)));
  }

  /** Signs what is there, or a lie. */
  sign(now: number, lie: Partial<Parameters<typeof makeTreeHead>[1]> = {}): Signed {
    this.last = headTime(this.last, now);
    const { tip, root, mapRoot } = this.state;
    const head = { server: this.server, log: this.id, size: tip.size, root, mapRoot, time: this.last };
    return makeTreeHead(this.signer, { ...head, ...lie });
  }

  head(from: number, now: number): HeadWithProof {
    return { head: this.sign(now), from, hashes: this.hashes(from) };
  }

  hashes(from: number, size = this.state.tip.size): Uint8Array[] {
    return this.rows.read(proveHead(size, from));
  }

  lookup(key: Uint8Array, from: number, now: number): LookupWithProof {
    return { head: this.sign(now), ...this.rows.read(proveLookup(this.state.tip.size, from, key)) };
  }
}

function take(log: TestLog, step: LogStep): LogState {
  log.rows.put(step.rows);
  log.superseded.push(...step.superseded);
  return step.log;
}
