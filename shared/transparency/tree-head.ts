/** Signed tree heads: what a server's log was at a time, tree and map together. */
import { isId, isPeerId, isTime, openSigned } from '../crypto/open-signed.ts';
import type { ServerSigner } from '../crypto/ed25519.ts';
import { ed25519KeyOfPeerId } from '../crypto/peer-ids.ts';
import { equalBytes, SHORT_ID_BYTES } from '../ids.ts';
import { CONTEXT } from '../wire/contexts.ts';
import type { Signed } from '../wire/generated/identity.js';
import { MAX_TREE_SIZE } from '../wire/limits.ts';
import { WIRE_VERSION } from '../wire/protocols.ts';
import { TreeHead } from './generated/transparency.js';

/** A head whose signature was verified, with the bytes that were signed. */
export interface OpenedHead {
  readonly signed: Signed;
  /** PeerId bytes. */
  readonly server: Uint8Array;
  /** 16 bytes: which of the server's logs. */
  readonly log: Uint8Array;
  /** 1 .. MAX_TREE_SIZE. */
  readonly size: number;
  readonly root: Uint8Array;
  readonly mapRoot: Uint8Array;
  /** Unix milliseconds. */
  readonly time: number;
}

/** @param head its time from `headTime` */
export const makeTreeHead = (signer: ServerSigner, head: Omit<OpenedHead, 'signed'>): Signed => {
  const { server, log, size, root, mapRoot, time } = head;
  return signer.sign(
    CONTEXT.treeHead,
    TreeHead.encode({ version: WIRE_VERSION, server, log, size: BigInt(size), root, mapRoot, time: BigInt(time) }),
  );
};

/**
 * A head's time never falls, whatever the clock does: of two heads the one with the later time has the greater tree or the same. So
 * a tree that shrank contradicts itself on paper, and a clock that was set back makes no such paper.
 * @param last the time of the head that was signed last; undefined: none was
 */
export const headTime = (last: number | undefined, now: number): number => Math.max(last ?? 0, now);

/**
 * @param server PeerId bytes, as pinned
 * @throws MiyuError 'tree-head-invalid' (also where it is by another server) | 'version-mismatch'
 */
export function openTreeHead(signed: Signed, server: Uint8Array): OpenedHead {
  const head = openSigned<TreeHead>(
    {
      context: CONTEXT.treeHead,
      code: 'tree-head-invalid',
      decode: (payload) => TreeHead.decode(payload),
      valid: (it) =>
        isPeerId(it.server) &&
        it.log.length === SHORT_ID_BYTES &&
        it.size >= 1n &&
        it.size <= BigInt(MAX_TREE_SIZE) &&
        isId(it.root) &&
        isId(it.mapRoot) &&
        isTime(it.time),
    },
    signed,
    ed25519KeyOfPeerId(server) ?? new Uint8Array(0),
    { server },
  );
  const { log, root, mapRoot } = head;
  return { signed, server: head.server, log, size: Number(head.size), root, mapRoot, time: Number(head.time) };
}

export const sameLog = (a: OpenedHead, b: OpenedHead): boolean =>
  equalBytes(a.server, b.server) && equalBytes(a.log, b.log);
