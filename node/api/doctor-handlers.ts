/** The methods of contract-doctor.ts, answered by a running peer. */
import type { Peer } from '../flows/peer.ts';
import type { DOCTOR_METHODS } from './contract-doctor.ts';
import type { Handlers } from './handlers.ts';

export const doctorHandlersOf = (peer: Peer): Pick<Handlers, keyof typeof DOCTOR_METHODS> => ({
  'doctor.run': (form) => ({ run: peer.beginDoctor(form) }),
  'doctor.follow': (form) => peer.followDoctor(form),
  'server.without': () => peer.withoutServer(),
});
