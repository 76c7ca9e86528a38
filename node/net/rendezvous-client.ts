/** One signed-on stream to one rendezvous server: a typed method for each request of rendezvous.proto. */
import type { Stream } from '@libp2p/interface';
import { openServerStatement } from '../../shared/crypto/statements.ts';
import type { Clock } from '../../shared/clock.ts';
import { MiyuError } from '../../shared/errors.ts';
import { createChannel } from '../../shared/net/channel.ts';
import type { Channel } from '../../shared/net/channel.ts';
import type { ServerStatement, Signed } from '../../shared/wire/generated/identity.js';
import { RendezvousRequest } from '../../shared/wire/generated/rendezvous.js';
import type * as wire from '../../shared/wire/generated/rendezvous.js';
import { WIRE_VERSION } from '../../shared/wire/protocols.ts';
import { HeartbeatTimer } from './heartbeat.ts';
import type { HeartbeatTimes } from './heartbeat.ts';
import type { RendezvousClient, Waiting } from './ports.ts';
import { decodeAnswer, decodePush } from './rendezvous-answers.ts';
import type { Answer, AnswerName } from './rendezvous-answers.ts';

/** Pushes that wait for a listener: it is set right after the hello. A server that sends more is no server of ours. */
const MAX_EARLY_PUSHES = 64;

const NOTHING = new Uint8Array(0);

export interface ClientParts {
  readonly onFault: (error: unknown) => void;
  readonly clock: Clock;
  readonly heartbeat: HeartbeatTimes;
}

/**
 * Hello on a fresh stream to the pinned server.
 * @throws MiyuError 'server-statement-invalid' | 'version-mismatch' | 'malformed' | 'timeout' | 'aborted' | 'link-closed'
 */
export async function openClient(
  stream: Stream,
  server: Uint8Array,
  signal: AbortSignal,
  parts: ClientParts,
): Promise<StreamClient> {
  const client = new StreamClient(stream, server, parts);
  try {
    await client.hello(signal);
    return client;
  } catch (error) {
    await client.close();
    throw error;
  }
}

/** @throws MiyuError 'server-statement-invalid' */
export function checkedStatement(signed: Signed | undefined, server: Uint8Array): ServerStatement {
  try {
    if (signed === undefined) throw new MiyuError('malformed');
    return openServerStatement(signed, server);
  } catch (cause) {
    throw new MiyuError('server-statement-invalid', { cause });
  }
}

class StreamClient implements RendezvousClient {
  readonly server: Uint8Array;
  readonly closed: Promise<MiyuError | undefined>;
  readonly #channel: Channel;
  readonly #heartbeat: HeartbeatTimer;
  #statement: ServerStatement | undefined;
  #openings: readonly wire.StoreOpening[] = [];
  #listener: ((push: wire.RendezvousPush) => void) | undefined;
  #early: wire.RendezvousPush[] = [];

  constructor(stream: Stream, server: Uint8Array, { onFault, clock, heartbeat }: ClientParts) {
    this.server = server;
    const channel = createChannel(stream, {
      role: 'dialler',
      remotePeer: server,
      onPush: (body) => this.#onPush(decodePush(body)),
      onFault,
    });
    this.#channel = channel;
    // A server that is away without a word (a cut link, a router that forgot us) would be noticed when TCP gives up: minutes later,
    // in which no mail comes and none goes.
    this.#heartbeat = new HeartbeatTimer(
      clock,
      heartbeat,
      () => this.#beat(),
      () => channel.abort(new MiyuError('timeout')),
      () => channel.receivedBytes,
    );
    this.closed = channel.closed.then((reason) => {
      this.#heartbeat.stop();
      return reason;
    });
  }

  get statement(): ServerStatement {
    if (this.#statement === undefined) throw new MiyuError('internal');
    return this.#statement;
  }

  get openings(): readonly wire.StoreOpening[] {
    return this.#openings;
  }

  async hello(signal: AbortSignal): Promise<void> {
    const { statement, openings } = await this.#ask('hello', { version: WIRE_VERSION }, { signal });
    this.#statement = checkedStatement(statement, this.server);
    this.#openings = openings;
  }

  challenge(options?: Waiting): Promise<wire.ChallengeResponse> {
    return this.#ask('challenge', {}, options);
  }
  register(request: wire.RegisterRequest, options?: Waiting): Promise<wire.RegisterResponse> {
    return this.#ask('register', request, options);
  }
  login(request: wire.LoginRequest, options?: Waiting): Promise<wire.LoginResponse> {
    return this.#ask('login', request, options);
  }
  introduce(request: wire.IntroduceRequest, options?: Waiting): Promise<wire.IntroduceResponse> {
    return this.#ask('introduce', request, options);
  }
  logout(options?: Waiting): Promise<wire.LogoutResponse> {
    return this.#ask('logout', {}, options);
  }
  lookup(request: wire.LookupRequest, options?: Waiting): Promise<wire.LookupResponse> {
    return this.#ask('lookup', request, options);
  }
  publishPrekeys(request: wire.PublishPrekeysRequest, options?: Waiting): Promise<wire.PublishPrekeysResponse> {
    return this.#ask('publishPrekeys', request, options);
  }
  fetchPrekeys(request: wire.FetchPrekeysRequest, options?: Waiting): Promise<wire.FetchPrekeysResponse> {
    return this.#ask('fetchPrekeys', request, options);
  }
  publishAddress(request: wire.PublishAddressRequest, options?: Waiting): Promise<wire.PublishAddressResponse> {
    return this.#ask('publishAddress', request, options);
  }
  fetchAddress(request: wire.FetchAddressRequest, options?: Waiting): Promise<wire.FetchAddressResponse> {
    return this.#ask('fetchAddress', request, options);
  }
  sendFriendRequest(
    request: wire.SendFriendRequestRequest,
    options?: Waiting,
  ): Promise<wire.SendFriendRequestResponse> {
    return this.#ask('sendFriendRequest', request, options);
  }
  listFriendRequests(options?: Waiting): Promise<wire.ListFriendRequestsResponse> {
    return this.#ask('listFriendRequests', {}, options);
  }
  answerFriendRequest(
    request: wire.AnswerFriendRequestRequest,
    options?: Waiting,
  ): Promise<wire.AnswerFriendRequestResponse> {
    return this.#ask('answerFriendRequest', request, options);
  }
  putGrant(request: wire.PutGrantRequest, options?: Waiting): Promise<wire.PutGrantResponse> {
    return this.#ask('putGrant', request, options);
  }
  revokeGrant(request: wire.RevokeGrantRequest, options?: Waiting): Promise<wire.RevokeGrantResponse> {
    return this.#ask('revokeGrant', request, options);
  }
  deposit(request: wire.DepositRequest, options?: Waiting): Promise<wire.DepositResponse> {
    return this.#ask('deposit', request, options);
  }
  drain(request: wire.DrainRequest, options?: Waiting): Promise<wire.DrainResponse> {
    return this.#ask('drain', request, options);
  }
  acknowledge(request: wire.AcknowledgeRequest, options?: Waiting): Promise<wire.AcknowledgeResponse> {
    return this.#ask('acknowledge', request, options);
  }
  setBlock(request: wire.SetBlockRequest, options?: Waiting): Promise<wire.SetBlockResponse> {
    return this.#ask('setBlock', request, options);
  }
  createToken(options?: Waiting): Promise<wire.CreateTokenResponse> {
    return this.#ask('createToken', {}, options);
  }
  listTokens(options?: Waiting): Promise<wire.ListTokensResponse> {
    return this.#ask('listTokens', {}, options);
  }
  revokeToken(request: wire.RevokeTokenRequest, options?: Waiting): Promise<wire.RevokeTokenResponse> {
    return this.#ask('revokeToken', request, options);
  }
  rename(request: wire.RenameRequest, options?: Waiting): Promise<wire.RenameResponse> {
    return this.#ask('rename', request, options);
  }
  knows(options?: Waiting): Promise<wire.KnowsResponse> {
    return this.#ask('knows', {}, options);
  }
  enrol(request: wire.EnrolRequest, options?: Waiting): Promise<wire.EnrolResponse> {
    return this.#ask('enrol', request, options);
  }
  putVault(request: wire.PutVaultRequest, options?: Waiting): Promise<wire.PutVaultResponse> {
    return this.#ask('putVault', request, options);
  }
  dropVault(options?: Waiting): Promise<wire.DropVaultResponse> {
    return this.#ask('dropVault', {}, options);
  }
  startVaultLogin(request: wire.StartVaultLoginRequest, options?: Waiting): Promise<wire.StartVaultLoginResponse> {
    return this.#ask('startVaultLogin', request, options);
  }
  finishVaultLogin(request: wire.FinishVaultLoginRequest, options?: Waiting): Promise<wire.FinishVaultLoginResponse> {
    return this.#ask('finishVaultLogin', request, options);
  }
  presentDevice(options?: Waiting): Promise<wire.PresentDeviceResponse> {
    return this.#ask('presentDevice', {}, options);
  }
  deleteAccount(request: wire.DeleteAccountRequest, options?: Waiting): Promise<wire.DeleteAccountResponse> {
    return this.#ask('deleteAccount', request, options);
  }
  logHead(request: wire.LogHeadRequest, options?: Waiting): Promise<wire.LogHeadResponse> {
    return this.#ask('logHead', request, options);
  }
  logProve(request: wire.LogProveRequest, options?: Waiting): Promise<wire.LogProveResponse> {
    return this.#ask('logProve', request, options);
  }
  logBetween(request: wire.LogBetweenRequest, options?: Waiting): Promise<wire.LogBetweenResponse> {
    return this.#ask('logBetween', request, options);
  }
  ping(request: wire.PingRequest, options?: Waiting): Promise<wire.PingResponse> {
    return this.#ask('ping', request, options);
  }

  onPush(listener: (push: wire.RendezvousPush) => void): void {
    this.#listener = listener;
    for (const push of this.#early.splice(0)) listener(push);
  }

  close(): Promise<void> {
    return this.#channel.close();
  }

  async #ask<K extends AnswerName>(name: K, request: wire.RendezvousRequest[K], options?: Waiting): Promise<Answer<K>> {
    const body = await this.#channel.request(RendezvousRequest.encode({ [name]: request }), options);
    this.#heartbeat.heard();
    return decodeAnswer(name, body);
  }

  /** Whatever the answer is, it is one; its absence is noticed by the silence. */
  #beat(): void {
    this.ping({ payload: NOTHING }).catch(() => undefined);
  }

  #onPush(push: wire.RendezvousPush): void {
    this.#heartbeat.heard();
    if (this.#listener !== undefined) this.#listener(push);
    else if (this.#early.length < MAX_EARLY_PUSHES) this.#early.push(push);
    else throw new MiyuError('protocol-violation');
  }
}
