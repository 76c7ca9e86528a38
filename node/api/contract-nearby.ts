/** Who and what is near on the LAN, on the line (node/flows/nearby-views.ts). */
import { z } from 'zod';
import { PersonView, Verified } from './contract-views.ts';

const Texts = z.array(z.string()).readonly();

const NearbyPersonBody = z.object({
  account: PersonView.shape.account,
  /** By the person's own signed word: nobody has compared anything. */
  name: z.string(),
  fingerprint: z.string(),
  relation: PersonView.shape.relation,
  verified: Verified,
  /** PeerId of the device, and multiaddrs where it says that it can be dialled. */
  device: z.string(),
  addresses: Texts,
  /** Names of our interfaces on which it was heard. */
  interfaces: Texts,
  /** The server that the person's mail goes to. */
  home: z.object({ peerId: z.string(), fingerprint: z.string(), isOurs: z.boolean() }),
});

const NearbyServerBody = z.object({
  peerId: z.string(),
  fingerprint: z.string(),
  /** Multiaddrs with /p2p/: each is good as `server` of a registration. */
  addresses: Texts,
  interfaces: Texts,
  /** From its signed statement; null: it gives none, or has not answered. */
  name: z.string().nullable(),
  /** Who may register; null: it has not answered. */
  registration: z.enum(['open', 'token', 'closed']).nullable(),
  isOurs: z.boolean(),
});

export const NearbyBody = z.object({
  /** Whether this peer takes part in its LAN at all. */
  on: z.boolean(),
  /** Whether others see this device (settings: lan.visible); false also while no account is open. */
  visible: z.boolean(),
  people: z.array(NearbyPersonBody).readonly(),
  /** Devices of people that have not said who they are (yet). */
  silent: z.number().int().nonnegative(),
  servers: z.array(NearbyServerBody).readonly(),
});
export type NearbyList = z.infer<typeof NearbyBody>;
export type NearbyPerson = z.infer<typeof NearbyPersonBody>;
export type NearbyServer = z.infer<typeof NearbyServerBody>;
