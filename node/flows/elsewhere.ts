/**
 * Another device of this account has signed in: which one, when, and from where. Only a certificate of our own identity is believed, so
 * that no server locks a device out by saying so; the time is the server's, and so is the address, which it sealed for us.
 */
import { openBox } from '../../shared/crypto/box.ts';
import { openDeviceLabel, sealDeviceLabel } from '../../shared/crypto/device-label.ts';
import { openCertificate } from '../../shared/crypto/statements.ts';
import type { Random } from '../../shared/crypto/random.ts';
import { MiyuError } from '../../shared/errors.ts';
import { equalBytes } from '../../shared/ids.ts';
import { DERIVE } from '../../shared/wire/contexts.ts';
import type { NewestDevice } from '../../shared/wire/generated/rendezvous.js';
import type { Signed } from '../../shared/wire/generated/identity.js';
import type { Own } from './context.ts';
import type { RendezvousClient, Waiting } from './ports.ts';
import { peerIdText } from './read-friends.ts';

export interface SignedInFrom {
  /** Unix milliseconds by the server's clock; null: with the registration. */
  readonly at: number | null;
  /** What the device calls itself; null: it does not say. */
  readonly label: string | null;
  /** The address that the server saw; null: not known. */
  readonly address: string | null;
}

export interface Elsewhere extends SignedInFrom {
  /** PeerId as text. */
  readonly device: string;
}

/** Longest text that is shown of an address: IPv6 with a zone. */
const MAX_ADDRESS_LENGTH = 64;

/** What the server keeps of our newest device, read. */
export function signedInFrom(
  { identity }: Pick<Own, 'identity'>,
  { signedInAt, origin, label }: Pick<NewestDevice, 'signedInAt' | 'origin' | 'label'>,
  certificate: Signed,
): SignedInFrom {
  const secret = identity.exchange.secretKey;
  const address = origin.length === 0 ? undefined : openBox(origin, secret, DERIVE.originBox);
  const text = address === undefined ? '' : new TextDecoder().decode(address).slice(0, MAX_ADDRESS_LENGTH);
  return {
    at: signedInAt === 0n ? null : Number(signedInAt),
    label: openDeviceLabel(label, secret, certificate.payload) || null,
    // Only what an address may have: it is the server's text.
    address: /^[0-9a-f.:]+$/i.test(text) ? text : null,
  };
}

/** @throws MiyuError 'certificate-invalid': nobody who holds our key has signed in instead of us */
export function openElsewhere(own: Own, newest: NewestDevice | undefined): Elsewhere {
  if (newest?.certificate === undefined) throw new MiyuError('certificate-invalid');
  const { certificate } = newest;
  const { device, epoch } = openCertificate(certificate, own.identity.signing.publicKey, { account: own.account });
  const isAnother = epoch > own.epoch || (epoch === own.epoch && !equalBytes(device, own.device));
  if (!isAnother) throw new MiyuError('certificate-invalid');
  return { device: peerIdText(device), ...signedInFrom(own, newest, certificate) };
}

/** @throws MiyuError 'certificate-invalid', and as the client */
export async function askElsewhere(own: Own, client: RendezvousClient, waiting: Waiting): Promise<Elsewhere> {
  return openElsewhere(own, (await client.presentDevice(waiting)).newest);
}

/** A label as a login carries it. @param name what the device calls itself; '': nothing */
export const loginLabel = (
  own: Pick<Own, 'identity'>,
  certificate: Signed,
  name: string,
  random: Random,
): Uint8Array =>
  name === '' ? new Uint8Array(0) : sealDeviceLabel(name, own.identity.exchange.secretKey, certificate.payload, random);
