/** The methods of contract-identity.ts, answered by a running peer. */
import type { IdentityPeer } from '../flows/identity-peer.ts';
import type { IDENTITY_METHODS } from './contract-identity.ts';
import type { Handlers } from './handlers.ts';

export function identityHandlersOf(peer: IdentityPeer): Pick<Handlers, keyof typeof IDENTITY_METHODS> {
  return {
    'verification.show': ({ who }) => peer.verification(who),
    'verification.scan': (form) => peer.scanVerification(form),
    'profile.get': () => ({ profile: peer.profile() }),
    'profile.set': async ({ picture, ...rest }) => ({
      profile: await peer.setProfile({
        ...rest,
        ...(picture === undefined ? {} : { picture: picture === null ? null : bytesOf(picture) }),
      }),
    }),
    'profile.picture': ({ who }) => {
      const picture = peer.picture(who);
      return {
        picture: picture === null ? null : { type: picture.type, bytes: Buffer.from(picture.bytes).toString('base64') },
      };
    },
    'certificate.get': ({ who }) => peer.certificate(who),
    'certificate.verify': ({ file }) => peer.checkCertificate(file),
  };
}

const bytesOf = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, 'base64'));
