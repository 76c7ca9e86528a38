/**
 * The real server with its answers altered on the way out, as somebody would who has the machine and the server's key: lies about mail,
 * prekeys and friend requests. Those about the log are evil-server.ts.
 */
import type { Answering, ServerOptions } from '../../rendezvous/server.ts';
import type { ServerSettings } from '../../rendezvous/config.ts';
import type { RequestName } from '../../rendezvous/requests.ts';
import {
  RendezvousRequest,
  RendezvousResponse,
  type Mail,
  type WaitingFriendRequest,
} from '../../shared/wire/generated/rendezvous.js';
import { aServer, type TestServer } from './people.ts';

export interface Lies {
  /** Mail that is never given out, though its receipt was. */
  withhold?: ((mail: Mail) => boolean) | undefined;
  /** Each page of mail is given out twice, the second time under numbers of its own. */
  replay?: boolean;
  /** Mail on its way out, in another's name or with other bytes. */
  mail?: ((mail: Mail) => Mail) | undefined;
  /** Friend requests that the server would like to be there. */
  requests?: ((honest: readonly WaitingFriendRequest[]) => WaitingFriendRequest[]) | undefined;
  /** Whose prekeys are given out for whom. */
  prekeysOf?: ((account: Uint8Array) => Uint8Array) | undefined;
  /** Bytes of a prekey bundle's signed payload. */
  bundle?: ((payload: Uint8Array) => Uint8Array) | undefined;
}

export interface AlteringServer {
  readonly server: TestServer;
  readonly lies: Lies;
  /** How often this was asked, and answered. */
  heard(name: RequestName): number;
}

/** Honest until one of its lies is switched on. */
export async function anAlteringServer(
  settings: Partial<ServerSettings> = {},
  options: ServerOptions = {},
): Promise<AlteringServer> {
  const lies: Lies = {};
  const heard = new Map<RequestName, number>();
  const server = await aServer(settings, { ...options, answerBy: liar(lies, heard) });
  return { server, lies, heard: (name) => heard.get(name) ?? 0 };
}

const liar =
  (lies: Lies, heard: Map<RequestName, number>) =>
  (honest: Answering): Answering => {
    /** Mail numbers that we made up, by the connection's mailbox: the honest server must not hear of them. */
    let highestTrue = 0n;
    return async (session, body) => {
      const asked = RendezvousRequest.decode(body);
      if (asked.fetchPrekeys !== undefined && lies.prekeysOf !== undefined) {
        asked.fetchPrekeys = { account: lies.prekeysOf(asked.fetchPrekeys.account) };
      }
      if (asked.acknowledge !== undefined && asked.acknowledge.upTo > highestTrue && lies.replay === true) {
        asked.acknowledge = { upTo: highestTrue };
      }
      for (const name in asked)
        if (asked[name as RequestName] !== undefined)
          heard.set(name as RequestName, 1 + (heard.get(name as RequestName) ?? 0));
      const answer = RendezvousResponse.decode(await honest(session, RendezvousRequest.encode(asked)));
      if (answer.drain !== undefined) {
        const { mail, more } = answer.drain;
        const last = mail.at(-1)?.sequence ?? 0n;
        if (last > highestTrue) highestTrue = last;
        const given = mail.filter((each) => lies.withhold?.(each) !== true).map((each) => lies.mail?.(each) ?? each);
        const again = lies.replay === true && !more ? given : [];
        answer.drain = {
          more,
          mail: [...given, ...again.map((each, i) => ({ ...each, sequence: last + BigInt(i + 1) }))],
        };
      }
      if (answer.listFriendRequests !== undefined && lies.requests !== undefined) {
        answer.listFriendRequests = { requests: lies.requests(answer.listFriendRequests.requests) };
      }
      const bundle = answer.fetchPrekeys?.bundle;
      if (answer.fetchPrekeys !== undefined && bundle !== undefined && lies.bundle !== undefined) {
        answer.fetchPrekeys.bundle = { ...bundle, payload: lies.bundle(bundle.payload) };
      }
      return RendezvousResponse.encode(answer);
    };
  };
