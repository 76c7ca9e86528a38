/** Signing in anywhere, by a client that speaks the wire and nothing else. */
import { withOpaque } from '../../shared/crypto/opaque-client.ts';
import type { FinishVaultLoginResponse } from '../../shared/wire/generated/rendezvous.js';
import type { RawConnection, RawPerson } from './raw-client.ts';

export interface Enrolment {
  readonly record: Uint8Array;
  readonly exportKey: Uint8Array;
}

/** OPAQUE's registration on an owner's connection; what comes of it is still to be put. */
export const enrolOn = (connection: RawConnection, { account }: RawPerson, password: string): Promise<Enrolment> =>
  withOpaque(password, async (client) => {
    const { response } = await connection.ask('enrol', { request: await client.startRegistration() });
    const identities = { account, server: connection.target.server };
    const { message, exportKey } = await client.finishRegistration(response, identities);
    return { record: message, exportKey };
  });

/** A first vault under this password. */
export async function putNewVault(
  connection: RawConnection,
  person: RawPerson,
  password: string,
  sealed: Uint8Array,
): Promise<Enrolment> {
  const enrolment = await enrolOn(connection, person, password);
  await connection.ask('putVault', { record: enrolment.record, sealed, version: 1n, replaces: 0n });
  return enrolment;
}

export interface Fetched extends FinishVaultLoginResponse {
  readonly exportKey: Uint8Array;
}

/** Sign-in by name and password alone. undefined: OPAQUE says that the password is wrong. */
export const fetchVault = (connection: RawConnection, name: string, password: string): Promise<Fetched | undefined> =>
  withOpaque(password, async (client) => {
    const started = await connection.ask('startVaultLogin', { name, request: await client.startLogin() });
    const identities = { account: started.account, server: connection.target.server };
    const finished = await client.finishLogin(started.response, identities);
    if (finished === undefined) return undefined;
    const { handle } = started;
    const answer = await connection.ask('finishVaultLogin', { handle, message: finished.message });
    return { ...answer, exportKey: finished.exportKey };
  });

/** The first message of a login, as somebody sends it who never finishes. */
export const loginRequest = (password = 'a guess'): Promise<Uint8Array> =>
  withOpaque(password, (client) => client.startLogin());
