/**
 * Prekeys that came with a friend request that needed no server: the answer is sealed with them. They go with the session that is opened, in
 * its batch (sealing.ts).
 */
import { verifyBundle, type VerifiedBundle } from '../core/prekeys.ts';
import { MetRow, type ContactRow, type RequestRow } from '../core/generated/rows.js';
import { MET_SEQ } from '../core/rows.ts';
import { MiyuError } from '../../shared/errors.ts';
import { equalBytes } from '../../shared/ids.ts';
import { Signed } from '../../shared/wire/generated/identity.js';
import type { FlowContext } from './context.ts';
import type { Op } from './ports.ts';
import { ROTATION_MS } from './prekeys.ts';
import { readable } from './readable-rows.ts';

/** Ops that keep for the contact what its request brought. */
export const keepMet = ({ account, bundle, oneTime }: RequestRow): Op[] =>
  bundle.length === 0
    ? []
    : [{ op: 'put', table: 'contacts', id: account, seq: MET_SEQ, value: MetRow.encode({ bundle, oneTime }) }];

/**
 * Prekeys for a session with this contact: those that came, while they are younger than what a server has; else what `fetch` gets; and where
 * that fails, those that came all the same.
 */
export async function prekeysOf(
  context: Pick<FlowContext, 'store' | 'clock'>,
  contact: Readonly<ContactRow>,
  fetch: () => Promise<VerifiedBundle>,
): Promise<VerifiedBundle> {
  const came = metOf(context, contact);
  if (came === undefined) return await fetch();
  if (context.clock.wall() - Number(came.createdAt) < ROTATION_MS) return came;
  try {
    return await fetch();
  } catch (error) {
    if (!(error instanceof MiyuError)) throw error;
    return came;
  }
}

/** Undefined: none came, or they are of a device that is not the contact's newest. */
function metOf({ store }: Pick<FlowContext, 'store'>, contact: Readonly<ContactRow>): VerifiedBundle | undefined {
  const value = readable(store, 'contacts', contact.account, MET_SEQ);
  if (value === undefined) return undefined;
  const { bundle, oneTime } = MetRow.decode(value);
  try {
    const verified = verifyBundle(contact, { bundle: Signed.decode(bundle), oneTime });
    return equalBytes(verified.device, contact.device) && verified.epoch === contact.epoch ? verified : undefined;
  } catch (error) {
    if (!(error instanceof MiyuError)) throw error;
    return undefined;
  }
}
