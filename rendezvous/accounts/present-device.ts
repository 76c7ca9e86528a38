/**
 * Which device of an account is the newest, since when, and from where: for the account's other devices alone, which hear of it as they are
 * signed out. The address is sealed for them as it is written, and what the device calls itself came sealed: whoever gets hold of the
 * store reads neither.
 */
import { sealBox } from '../../shared/crypto/box.ts';
import { utf8 } from '../../shared/crypto/hash.ts';
import { openIdentityChain } from '../../shared/crypto/statements.ts';
import type { Random } from '../../shared/crypto/random.ts';
import { MiyuError } from '../../shared/errors.ts';
import { DERIVE } from '../../shared/wire/contexts.ts';
import type { NewestDevice } from '../../shared/wire/generated/rendezvous.js';
import type { AccountRow } from '../store/generated/rows.js';
import type { StoreReader } from '../store/store.ts';
import { findAccount } from './rows.ts';

export interface From {
  /** '' where there is none. */
  readonly address: string;
  readonly random: Random;
  /** Unix milliseconds. */
  readonly now: number;
}

/** What the row says of a device that takes the next epoch now. */
export function signedInNow(
  row: AccountRow,
  label: Uint8Array,
  { address, random, now }: From,
): Pick<AccountRow, 'signedInAt' | 'origin' | 'label'> {
  const { exchangeKey } = openIdentityChain(row.statements);
  const origin = address === '' ? new Uint8Array(0) : sealBox(utf8(address), exchangeKey, random, DERIVE.originBox);
  return { signedInAt: BigInt(now), origin, label };
}

/** @throws MiyuError 'unknown-account' */
export async function presentDevice(reader: StoreReader, account: Uint8Array): Promise<NewestDevice> {
  const row = await findAccount(reader, account);
  if (row === undefined) throw new MiyuError('unknown-account');
  const { certificate, signedInAt, origin, label } = row;
  return { certificate: certificate!, signedInAt, origin, label };
}
