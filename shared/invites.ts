/**
 * Invite links: `miyu://invite/` ‖ base64url( Invite ‖ first 4 bytes of SHA-256(Invite) ), without padding. The checksum
 * catches a link that was cut or mistyped; nothing in it is secret but the token. The inviter's keys are not in it: they come from a server or
 * from the inviter's device, and must hash to the account id, so that the link stays short enough for a QR code in a terminal.
 */
import { CODE_P2P, multiaddr } from '@multiformats/multiaddr';
import { fromBase64Url, toBase64Url } from './crypto/base64url.ts';
import { sha256 } from './crypto/hash.ts';
import { isHome } from './crypto/home.ts';
import { areAddresses, textFits } from './crypto/open-signed.ts';
import { ed25519KeyOfPeerId } from './crypto/peer-ids.ts';
import { MiyuError } from './errors.ts';
import { concatBytes, equalBytes, ID_BYTES } from './ids.ts';
import { Invite, type Home } from './wire/generated/identity.js';
import { MAX_ADDRESSES, MAX_INVITE_ADDRESS_BYTES, MAX_INVITE_ADDRESSES, MAX_NAME_CODE_POINTS } from './wire/limits.ts';
import { WIRE_VERSION } from './wire/protocols.ts';

export const INVITE_SCHEME = 'miyu://invite/';
const CHECKSUM_BYTES = 4;
const MAX_TOKEN_BYTES = 64;
const NOTHING = new Uint8Array(0);
/** 16 addresses of 256 bytes, everything else (some 700 bytes), and a third more for base64. */
const MAX_LINK_LENGTH = 7 * 1024;

/** What a link says. */
export interface OpenedInvite {
  readonly home: Home;
  /** The inviter's account, or undefined: an invitation to the server alone. */
  readonly account: Uint8Array | undefined;
  /** What the inviter calls himself: a hint, shown as such. Empty without an account. */
  readonly name: string;
  /** Single-use registration token, or undefined. */
  readonly token: Uint8Array | undefined;
  /** The inviter's device and where it was when the link was made, so that no server is needed to ask him; undefined: one is. */
  readonly direct?: DevicePlace | undefined;
}

export interface DevicePlace {
  /** PeerId bytes. */
  readonly device: Uint8Array;
  /** Multiaddrs as text, without /p2p/: 1 to MAX_INVITE_ADDRESSES. */
  readonly addresses: readonly string[];
}

/** @throws MiyuError 'invite-malformed' where a field is outside of what a link may carry */
export function encodeInvite(invite: OpenedInvite): string {
  const { direct } = invite;
  const message: Invite = {
    version: WIRE_VERSION,
    home: invite.home,
    account: invite.account ?? NOTHING,
    name: invite.name,
    token: invite.token ?? NOTHING,
    device: direct?.device ?? NOTHING,
    addresses: direct?.addresses.map(bytesOf) ?? [],
  };
  check(message);
  const bytes = Invite.encode(message);
  return INVITE_SCHEME + toBase64Url(concatBytes(bytes, sha256(bytes).subarray(0, CHECKSUM_BYTES)));
}

/** Whether a person's input is meant as a link. */
export const isInviteLink = (text: string): boolean => text.trim().toLowerCase().startsWith(INVITE_SCHEME);

/** @throws MiyuError 'invite-malformed' | 'version-mismatch' (a newer program's link) */
export function decodeInvite(link: string): OpenedInvite {
  const text = link.trim();
  if (!isInviteLink(text) || text.length > MAX_LINK_LENGTH) throw new MiyuError('invite-malformed');
  const encoded = text.slice(INVITE_SCHEME.length);
  if (!/^[A-Za-z0-9_-]+$/.test(encoded)) throw new MiyuError('invite-malformed');
  const whole = fromBase64Url(encoded);
  const bytes = whole.subarray(0, -CHECKSUM_BYTES);
  if (
    whole.length <= CHECKSUM_BYTES ||
    !equalBytes(sha256(bytes).subarray(0, CHECKSUM_BYTES), whole.subarray(-CHECKSUM_BYTES))
  ) {
    throw new MiyuError('invite-malformed');
  }
  let invite: Invite;
  try {
    invite = Invite.decode(bytes, { limits: { home: { addresses: MAX_ADDRESSES }, addresses: MAX_INVITE_ADDRESSES } });
  } catch (cause) {
    throw new MiyuError('invite-malformed', { cause });
  }
  if (invite.version !== WIRE_VERSION) throw new MiyuError('version-mismatch', { detail: invite.version });
  const home = check(invite);
  const { account, name, token, device } = invite;
  // Those of a transport that this version does not know are left out.
  const addresses = invite.addresses.flatMap(addressOf);
  return {
    home,
    account: account.length === 0 ? undefined : account,
    name,
    token: token.length === 0 ? undefined : token,
    ...(addresses.length === 0 ? {} : { direct: { device, addresses } }),
  };
}

function bytesOf(address: string): Uint8Array {
  try {
    return multiaddr(address).decapsulateCode(CODE_P2P).bytes;
  } catch (cause) {
    throw new MiyuError('invite-malformed', { field: 'addresses', cause });
  }
}

/** One address, or none. */
function addressOf(bytes: Uint8Array): string[] {
  try {
    const address = multiaddr(bytes).decapsulateCode(CODE_P2P).toString();
    return areAddresses([address]) ? [address] : [];
  } catch {
    return [];
  }
}

function check({ home, account, name, token, device, addresses }: Invite): Home {
  const isDirect = ed25519KeyOfPeerId(device) !== undefined && account.length > 0 && addresses.length > 0;
  const valid =
    (account.length === 0 ? name === '' : account.length === ID_BYTES) &&
    textFits(name, 4 * MAX_NAME_CODE_POINTS) &&
    token.length <= MAX_TOKEN_BYTES &&
    (isDirect || (device.length === 0 && addresses.length === 0)) &&
    addresses.length <= MAX_INVITE_ADDRESSES &&
    addresses.every(({ length }) => length > 0 && length <= MAX_INVITE_ADDRESS_BYTES);
  if (!valid || home === undefined || !isHome(home)) throw new MiyuError('invite-malformed');
  return home;
}
