/**
 * Friends as witnesses of the sealed vault: each Stand carries the sender's signed note of the copy that its server has confirmed last, and
 * the newest of the recipient's that the sender has seen. So a device that came from an older copy than the last hears of it from any friend
 * who was told, and no friend can make one up. That the server was set back with good reason, nobody can tell from it.
 */
import { openVaultNote } from '../../shared/crypto/statements.ts';
import { isMiyuError } from '../../shared/errors.ts';
import { equalBytes, shortId } from '../../shared/ids.ts';
import type { Log } from '../../shared/log.ts';
import type { StandContent } from '../../shared/wire/generated/content.js';
import { Signed, VaultNote } from '../../shared/wire/generated/identity.js';
import type { Account } from './account.ts';
import type { Draft, Lane } from './lane.ts';

export interface VaultNotes {
  /** Our own newest note, Signed and encoded; undefined: none. */
  own(): Uint8Array | undefined;
  /** A friend shows one of ours. */
  seen(note: Uint8Array): void;
}

/** What a Stand says of notes; part of the step that opened it. */
export function takeNotes(lane: Lane, draft: Draft, stand: StandContent, notes: VaultNotes | undefined): void {
  const { vaultNote, seenNote } = stand;
  if (vaultNote !== undefined && vaultNote.length > 0 && isNewer(lane, vaultNote)) {
    lane.contact = { ...lane.contact, vaultNote };
    draft.contact = true;
  }
  if (seenNote !== undefined && seenNote.length > 0) draft.after.push(() => notes?.seen(seenNote));
}

/** Whether it is a friend's own note, with a greater number than the one that is kept. */
function isNewer({ contact }: Lane, bytes: Uint8Array): boolean {
  const kept = contact.vaultNote;
  if (kept !== undefined && equalBytes(kept, bytes)) return false;
  try {
    const { number } = openVaultNote(Signed.decode(bytes), contact.identityKey, { account: contact.account });
    return kept === undefined || number > VaultNote.decode(Signed.decode(kept).payload).number;
  } catch {
    return false;
  }
}

/** @param changed what the status says may have changed */
export function ownNotes(account: Account, log: Log, changed: () => void): VaultNotes {
  /** The one that was looked at last: friends show the same again and again. */
  let last: Uint8Array | undefined;
  return {
    own: () => account.content.anywhere?.note,
    seen(bytes) {
      const { fetched, fetchedEpoch, note, rolledBack } = account.content.anywhere ?? {};
      if (fetched === undefined || fetchedEpoch === undefined || rolledBack !== undefined) return;
      if ((note !== undefined && equalBytes(note, bytes)) || (last !== undefined && equalBytes(last, bytes))) return;
      last = bytes;
      const { identity, account: id } = account.own();
      let number: bigint;
      try {
        const opened = openVaultNote(Signed.decode(bytes), identity.signing.publicKey, { account: id });
        // Of this device itself, or a later one: no word about where this one came from.
        if (opened.epoch >= fetchedEpoch) return;
        number = opened.number;
      } catch {
        return;
      }
      if (number <= fetched) return;
      log.warn('vault-rolled-back', { account: shortId(id) });
      account
        .update((content) =>
          content.anywhere?.fetched === fetched
            ? { ...content, anywhere: { ...content.anywhere, rolledBack: number } }
            : content,
        )
        .then(changed, (error: unknown) => {
          last = undefined;
          if (!isMiyuError(error)) log.fault(error);
        });
    },
  };
}
