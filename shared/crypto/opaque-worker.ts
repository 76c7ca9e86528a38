/**
 * The thread of one exchange of the client's side: the password comes with it and ends with it, and so do the 64 MiB that argon2id
 * fills. Messages are those of opaque-client.ts.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { client, ready } from '@serenity-kit/opaque';
import { fromText, identifiersOf, KEY_STRETCHING, toText } from './opaque.ts';
import type { FromOpaqueWorker, ToOpaqueWorker } from './opaque-client.ts';

const { password } = workerData as { readonly password: string };
const keyStretching = KEY_STRETCHING;
/** Of the start, for the finish. */
let state = '';

function work(order: ToOpaqueWorker): FromOpaqueWorker {
  switch (order.do) {
    case 'start-registration': {
      const started = client.startRegistration({ password });
      state = started.clientRegistrationState;
      return { is: 'message', message: fromText('registrationRequest', started.registrationRequest) };
    }
    case 'finish-registration': {
      const finished = client.finishRegistration({
        password,
        clientRegistrationState: state,
        registrationResponse: toText(order.response),
        identifiers: identifiersOf(order.identities),
        keyStretching,
      });
      return {
        is: 'finished',
        message: fromText('record', finished.registrationRecord),
        exportKey: fromText('exportKey', finished.exportKey),
      };
    }
    case 'start-login': {
      const started = client.startLogin({ password });
      state = started.clientLoginState;
      return { is: 'message', message: fromText('loginRequest', started.startLoginRequest) };
    }
    case 'finish-login': {
      const finished = client.finishLogin({
        password,
        clientLoginState: state,
        loginResponse: toText(order.response),
        identifiers: identifiersOf(order.identities),
        keyStretching,
      });
      if (finished === undefined) return { is: 'wrong' };
      return {
        is: 'finished',
        message: fromText('loginFinish', finished.finishLoginRequest),
        exportKey: fromText('exportKey', finished.exportKey),
      };
    }
  }
}

parentPort?.on('message', (order: ToOpaqueWorker) => {
  void ready.then(() => {
    let answer: FromOpaqueWorker;
    try {
      answer = work(order);
    } catch {
      // What the server sent is no message of OPAQUE, for our own are.
      answer = { is: 'failed' };
    }
    parentPort?.postMessage(answer);
  });
});
