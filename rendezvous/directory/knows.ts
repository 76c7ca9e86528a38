/** What is stored of an account's prekeys and addresses. */
import { PrekeyBundle } from '../../shared/wire/generated/identity.js';
import type { KnowsResponse } from '../../shared/wire/generated/rendezvous.js';
import { AddressRow } from '../store/generated/rows.js';
import type { StoreReader } from '../store/store.ts';
import { findBundle } from './prekeys.ts';

export async function knownInDirectory(
  reader: StoreReader,
  account: Uint8Array,
): Promise<Pick<KnowsResponse, 'prekeys' | 'address'>> {
  const bundle = await findBundle(reader, account);
  const bytes = await reader.get('addresses', account);
  const address = bytes === undefined ? undefined : AddressRow.decode(bytes);
  return {
    ...(bundle === undefined
      ? {}
      : {
          prekeys: {
            ...{ device: bundle.device, epoch: bundle.epoch, left: bundle.left },
            createdAt: PrekeyBundle.decode(bundle.bundle!.payload).createdAt,
          },
        }),
    ...(address === undefined ? {} : { address: { record: address.record!, expiresAt: address.expiresAt } }),
  };
}
