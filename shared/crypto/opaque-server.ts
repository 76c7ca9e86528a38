/** The server's side of OPAQUE: about a millisecond a message, in its own thread. */
import { ready, server as library } from '@serenity-kit/opaque';
import { MiyuError } from '../errors.ts';
import { checkMessage, fromText, identifiersOf, toText } from './opaque.ts';

export interface OpaqueServer {
  /** RegistrationResponse. @throws MiyuError 'malformed' */
  register(account: Uint8Array, request: Uint8Array): Uint8Array;
  /**
   * KE2, and what its finish needs: a secret of this one login.
   * @param record undefined: one is made up, and no finish will hold
   * @throws MiyuError 'malformed'
   */
  startLogin(
    account: Uint8Array,
    request: Uint8Array,
    record: Uint8Array | undefined,
  ): { readonly response: Uint8Array; readonly state: string };
  /** Whether KE3 holds: whoever sent it knows the password. @throws MiyuError 'malformed' */
  finishLogin(account: Uint8Array, state: string, message: Uint8Array): boolean;
}

/** A new secret of a server; 128 bytes. */
export async function createOpaqueSetup(): Promise<Uint8Array> {
  await ready;
  return fromText('setup', library.createSetup());
}

/** @param setup the server's secret @param server PeerId bytes @throws MiyuError (rejects) 'malformed' */
export async function opaqueServer(setup: Uint8Array, server: Uint8Array): Promise<OpaqueServer> {
  const serverSetup = toText(checkMessage('setup', setup));
  await ready;
  return {
    register(account, request) {
      const registrationRequest = toText(checkMessage('registrationRequest', request));
      const { registrationResponse } = decoding(() =>
        library.createRegistrationResponse({ serverSetup, userIdentifier: toText(account), registrationRequest }),
      );
      return fromText('registrationResponse', registrationResponse);
    },

    startLogin(account, request, record) {
      const startLoginRequest = toText(checkMessage('loginRequest', request));
      const start = (registrationRecord: string | null) =>
        library.startLogin({
          ...{ serverSetup, userIdentifier: toText(account), registrationRecord, startLoginRequest },
          identifiers: identifiersOf({ account, server }),
        });
      const text = record === undefined ? null : toText(checkMessage('record', record));
      const { loginResponse, serverLoginState } = decoding(() => {
        try {
          return start(text);
        } catch (error) {
          // A record that is none, which its owner has put there: answered as if it were not, or the message is none either.
          if (text === null) throw error;
          return start(null);
        }
      });
      return { response: fromText('loginResponse', loginResponse), state: serverLoginState };
    },

    finishLogin(account, state, message) {
      const finishLoginRequest = toText(checkMessage('loginFinish', message));
      const identifiers = identifiersOf({ account, server });
      try {
        library.finishLogin({ serverLoginState: state, finishLoginRequest, identifiers });
        return true;
      } catch {
        return false;
      }
    },
  };
}

/** Bytes of the right length may still be no point of the group. */
function decoding<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw new MiyuError('malformed', { cause });
  }
}
