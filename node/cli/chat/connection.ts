/** The chat's connection to the peer, over its restarts. */
import type { ApiClient } from '../../api/client.ts';
import { followApi } from '../../api/client-follow.ts';
import type { CursorEvent } from '../../api/contract-views.ts';
import { MiyuError, isMiyuError } from '../../../shared/errors.ts';
import type { Scene } from './scene.ts';

/** How long a pipe waits for a peer that went down to come back. */
const PIPE_WAIT_MS = 30_000;

export interface ConnectionParts {
  readonly profile: string;
  readonly scene: Scene;
  /** Waits for a peer that is still starting. */
  readonly waitForPeer: boolean;
  /** Somebody sees what is waited for. */
  readonly isPatient: boolean;
  /** Connected; `again`: after it was away. Requests wait until it resolves. */
  readonly up: (again: boolean) => Promise<void>;
  readonly down: () => void;
  /** The feed does not reach back to what was seen last. */
  readonly gap: () => Promise<void>;
  readonly event: (event: CursorEvent) => Promise<void>;
}

export class Connection {
  readonly #parts: ConnectionParts;
  #connected = newConnection();

  constructor(parts: ConnectionParts) {
    this.#parts = parts;
  }

  /** The client, as soon as there is one. A pipe does not wait for ever: nobody sees what it waits for. */
  async client(): Promise<ApiClient> {
    const { scene, isPatient } = this.#parts;
    if (scene.client !== undefined) return scene.client;
    if (isPatient) return await this.#connected.promise;
    const waiting = setTimeout(() => {
      this.#connected.reject(new MiyuError('daemon-not-running'));
    }, PIPE_WAIT_MS);
    try {
      return await this.#connected.promise;
    } finally {
      clearTimeout(waiting);
    }
  }

  /** Ends with the signal. @throws MiyuError what trying again does not cure */
  async follow(signal: AbortSignal): Promise<void> {
    const { profile, scene, waitForPeer, up, down, gap, event } = this.#parts;
    let again = false;
    for await (const news of followApi(profile, { signal, waitForPeer })) {
      switch (news.type) {
        case 'up':
          scene.client = news.client;
          await passing(async () => {
            await up(again);
            this.#connected.resolve(news.client);
          });
          again = true;
          break;
        case 'down':
          scene.client = undefined;
          this.#connected = newConnection();
          down();
          break;
        case 'snapshot-required':
          await passing(gap);
          break;
        case 'event':
          await passing(() => event(news.event));
          break;
      }
    }
  }
}

/** What fails because the connection went down meanwhile is made good at the next one. */
async function passing(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!isMiyuError(error)) throw error;
  }
}

function newConnection(): PromiseWithResolvers<ApiClient> {
  const made = Promise.withResolvers<ApiClient>();
  made.promise.catch(() => undefined); // Nobody may be waiting for it.
  return made;
}
