/** What answers one request of one connection. */
import type { RendezvousRequest } from '../shared/wire/generated/rendezvous.js';
import type { Answer, RequestName } from './requests.ts';
import type { Session } from './session.ts';

export type Body<K extends RequestName> = NonNullable<RendezvousRequest[K]>;
/** An answer, or its bytes where they were made already. */
type Answered<K extends RequestName> = Answer<K> | Uint8Array;
export type Handler<K extends RequestName> = (session: Session, body: Body<K>) => Promise<Answered<K>> | Answered<K>;
export type Handlers = { readonly [K in RequestName]: Handler<K> };
