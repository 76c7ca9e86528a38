/** Homes (shared/wire/identity.proto Home): the server where an account's mail is deposited. */
import { MiyuError } from '../errors.ts';
import { Home } from '../wire/generated/identity.js';
import { MAX_ADDRESSES } from '../wire/limits.ts';
import { areAddresses } from './open-signed.ts';
import { ed25519KeyOfPeerId } from './peer-ids.ts';

/** Whether the server is a PeerId with a usable key and the addresses are within their bounds. At least one address. */
export const isHome = (home: Home): boolean =>
  ed25519KeyOfPeerId(home.server) !== undefined && home.addresses.length >= 1 && areAddresses(home.addresses);

/** @throws MiyuError 'malformed' */
export function decodeHome(bytes: Uint8Array): Home {
  let home: Home;
  try {
    home = Home.decode(bytes, { limits: { addresses: MAX_ADDRESSES } });
  } catch (cause) {
    throw new MiyuError('malformed', { cause });
  }
  if (!isHome(home)) throw new MiyuError('malformed');
  return home;
}
