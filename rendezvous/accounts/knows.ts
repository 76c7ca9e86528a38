/** What is stored of an account itself: its row, the names it takes, its tokens, and when it was a guest. */
import { MiyuError } from '../../shared/errors.ts';
import { sha256, utf8 } from '../../shared/crypto/hash.ts';
import { concatBytes, ID_BYTES } from '../../shared/ids.ts';
import { openIdentityChain } from '../../shared/crypto/statements.ts';
import { isNameFault, normaliseName } from '../../shared/usernames.ts';
import { MAX_NAME_CODE_POINTS } from '../../shared/wire/limits.ts';
import type { KnownToken, KnowsResponse } from '../../shared/wire/generated/rendezvous.js';
import { TokenRow } from '../store/generated/rows.js';
import type { StoreReader } from '../store/store.ts';
import { emailKey } from './policy.ts';
import { findAccount, findGuest } from './rows.ts';

type Known = Pick<
  KnowsResponse,
  | 'statements'
  | 'certificate'
  | 'email'
  | 'registeredAt'
  | 'nameKey'
  | 'lookAlike'
  | 'emailKey'
  | 'tokens'
  | 'guest'
  | 'signedInAt'
  | 'origin'
  | 'label'
  | 'formerNames'
>;

/** @param maxTokens that one account may have open @throws MiyuError 'unknown-account' */
export async function knownAccount(reader: StoreReader, account: Uint8Array, maxTokens: number): Promise<Known> {
  const row = await findAccount(reader, account);
  if (row === undefined) throw new MiyuError('unknown-account');
  const { statements, certificate, email, registeredAt, signedInAt, origin, label, formerNames } = row;
  const name = normaliseName(openIdentityChain(statements).name, MAX_NAME_CODE_POINTS);
  const guest = await findGuest(reader, account);
  return {
    ...{ statements, email, registeredAt, signedInAt, origin, label, formerNames },
    ...(certificate === undefined ? {} : { certificate }),
    nameKey: isNameFault(name) ? '' : name.key,
    lookAlike: isNameFault(name) ? new Uint8Array(0) : sha256(utf8(name.skeleton)),
    emailKey: email === '' ? '' : emailKey(email),
    tokens: await tokensOf(reader, account, maxTokens),
    ...(guest === undefined ? {} : { guest }),
  };
}

async function tokensOf(reader: StoreReader, maker: Uint8Array, most: number): Promise<KnownToken[]> {
  const end = concatBytes(maker, new Uint8Array(ID_BYTES).fill(0xff));
  const tokens: KnownToken[] = [];
  for (const { key } of await reader.scan('tokens', { gt: maker, lte: end, limit: 2 * most })) {
    const bytes = key.length === 2 * ID_BYTES ? await reader.get('tokens', key.subarray(ID_BYTES)) : undefined;
    if (bytes === undefined) continue;
    const { madeAt, expiresAt } = TokenRow.decode(bytes);
    tokens.push({ madeAt, expiresAt });
  }
  return tokens;
}
