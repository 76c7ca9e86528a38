/** Requests about the transparency log, and look-ups with their proof. */
import { sha256 } from '../shared/crypto/hash.ts';
import { isMiyuError, MiyuError } from '../shared/errors.ts';
import { concatBytes, equalBytes } from '../shared/ids.ts';
import { KEY_BYTES } from '../shared/transparency/map-hash.ts';
import { accountKey, decodeMapEntry, nameKey } from '../shared/transparency/map-entries.ts';
import { encodeHeadProof, encodeLookupProof } from '../shared/transparency/proof-bytes.ts';
import { isAskable } from '../shared/usernames.ts';
import type { LogKept, LookupRequest, LookupResponse } from '../shared/wire/generated/rendezvous.js';
import { MAX_TREE_SIZE } from '../shared/wire/limits.ts';
import { isNameHeld } from './accounts/held.ts';
import type { DispatchParts } from './dispatch.ts';
import { lookup } from './directory/lookup.ts';
import type { Handlers } from './handlers.ts';
import { logBusy } from './log/append.ts';
import type { Kept } from './log/directory-log.ts';
import type { Rates } from './rates.ts';
import type { Caller } from './session.ts';

/** A look-up whose person changes at the same moment is made again; the third change within a millisecond is not waited for. */
const MAX_ATTEMPTS = 3;

const NOTHING: Kept = { log: new Uint8Array(0), size: 0 };

const keptOf = (kept: LogKept | undefined): Kept => {
  if (kept === undefined) return NOTHING;
  return { log: kept.log, size: sizeOf(kept.size) };
};

function sizeOf(size: bigint): number {
  if (size > BigInt(MAX_TREE_SIZE)) throw new MiyuError('malformed', { field: 'size' });
  return Number(size);
}

export function logHandlers(
  parts: DispatchParts,
  perAccount: (name: keyof Rates['account'], caller: Caller) => void,
): Pick<Handlers, 'lookup' | 'logHead' | 'logProve' | 'logBetween'> {
  const { directoryLog } = parts;
  return {
    lookup: async (session, body) => {
      perAccount('lookup', session.caller());
      return provenLookup(parts, body);
    },

    logHead: async (session, { kept, head }) => {
      perAccount('logHead', session.caller());
      if (head !== undefined && !(await directoryLog.follows(head))) throw logBusy();
      return { proof: encodeHeadProof(await directoryLog.head(keptOf(kept))) };
    },

    logProve: async (session, { kept, key }) => {
      // Whoever guesses names can ask for them here as well as by a look-up.
      perAccount('lookup', session.caller());
      if (key.length !== KEY_BYTES) throw new MiyuError('malformed', { field: 'key' });
      return { proof: encodeLookupProof(await directoryLog.lookup(keptOf(kept), key)) };
    },

    logBetween: async (session, { log, smaller, greater }) => {
      perAccount('logHead', session.caller());
      return { hashes: concatBytes(...(await directoryLog.between(log, sizeOf(smaller), sizeOf(greater)))) };
    },
  };
}

/**
 * The account, and that the log says the same of it; or that there is nobody, and that the log says so.
 * @throws MiyuError 'malformed' | 'unknown-account', 'name-held' with their proof (without: by what no name is) | 'busy' | 'store-damaged'
 */
async function provenLookup(parts: DispatchParts, request: LookupRequest): Promise<LookupResponse> {
  const { directoryLog, server } = parts;
  const kept = keptOf(request.kept);
  for (let attempt = 1; ; attempt += 1) {
    const found = await accountOrNobody(parts, request);
    const key = request.account === undefined ? nameKey(server, request.name!) : accountKey(server, request.account);
    const proof = await directoryLog.lookup(kept, key);
    const entry = proof.value === undefined ? undefined : decodeMapEntry(proof.value);
    const isLast = attempt === MAX_ATTEMPTS;
    if (found instanceof MiyuError) {
      const { code, field } = found;
      const isNobody = entry === undefined || entry.released;
      if (!isNobody && !isLast) continue;
      throw new MiyuError(code, { ...(field === undefined ? {} : { field }), proof: encodeLookupProof(proof) });
    }
    const latest = sha256(found.statements.at(-1)!.payload);
    if ((entry !== undefined && equalBytes(entry.entry, latest)) || isLast) {
      return { ...found, proof: encodeLookupProof(proof) };
    }
  }
}

/** @returns the refusal, where there is nobody and the map can be asked about that */
async function accountOrNobody(parts: DispatchParts, request: LookupRequest) {
  const { store, clock, findAccount } = parts;
  try {
    return await lookup(store, findAccount, request, (key) => isNameHeld(store, key, clock.wall()));
  } catch (error) {
    const isNobody = isMiyuError(error, 'unknown-account') || isMiyuError(error, 'name-held');
    if (!isNobody || (request.account === undefined && !isAskable(request.name!))) throw error;
    return error;
  }
}
