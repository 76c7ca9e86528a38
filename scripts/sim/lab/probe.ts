/** What a host of a lab can reach, tried by a process on it. */
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { Namespace } from './namespaces.ts';

/** `silent`: no answer in time. `unreachable`: the network said that there is no way. */
export type Dialled =
  /** From where we are seen, where another probe has answered. */
  | { readonly result: 'open'; readonly seenFrom: { readonly address: string; readonly port: number } | null }
  | { readonly result: 'refused' | 'silent' | 'unreachable' };

export type ProbeOrder =
  | { readonly do: 'listen'; readonly port: number }
  | {
      readonly do: 'dial';
      readonly host: string;
      readonly port: number;
      readonly timeoutMs: number;
      readonly localPort?: number;
    }
  | { readonly do: 'hear'; readonly group: string; readonly port: number }
  | { readonly do: 'say'; readonly group: string; readonly port: number; readonly text: string }
  | { readonly do: 'heard' };

export type ProbeReply = { readonly id: number } & ({ readonly result: unknown } | { readonly error: string });

/** A link without delay answers within a millisecond, a machine with much to do within some hundreds. */
const DIAL_MS = 1_000;

export class Probe {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  #orders = 0;

  constructor(namespace: Namespace) {
    this.#child = namespace.spawn(process.execPath, [join(import.meta.dirname, 'probe-process.ts')], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    this.#child.on('message', (reply: ProbeReply) => {
      const caller = this.#waiting.get(reply.id);
      this.#waiting.delete(reply.id);
      if ('error' in reply) caller?.reject(new Error(reply.error));
      else caller?.resolve(reply.result);
    });
    const over = (): void => {
      for (const { reject } of this.#waiting.values()) reject(new Error('the probe has ended'));
      this.#waiting.clear();
    };
    this.#child.once('error', over).once('exit', over);
  }

  /** @returns the port, where 0 was asked for */
  async listen(port = 0): Promise<number> {
    return (await this.#order({ do: 'listen', port })) as number;
  }

  /** @param localPort from this port of the own ones, to see what a NAT makes of it */
  async dial(host: string, port: number, { timeoutMs = DIAL_MS, localPort }: DialOptions = {}): Promise<Dialled> {
    const from = localPort === undefined ? {} : { localPort };
    return (await this.#order({ do: 'dial', host, port, timeoutMs, ...from })) as Dialled;
  }

  /** Resolves once it hears. */
  async hear(group: string, port: number): Promise<void> {
    await this.#order({ do: 'hear', group, port });
  }

  async say(group: string, port: number, text: string): Promise<void> {
    await this.#order({ do: 'say', group, port, text });
  }

  async heard(): Promise<readonly string[]> {
    return (await this.#order({ do: 'heard' })) as readonly string[];
  }

  #order(order: ProbeOrder): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (!this.#child.connected) {
        reject(new Error('the probe has ended'));
        return;
      }
      const id = (this.#orders += 1);
      this.#waiting.set(id, { resolve, reject });
      this.#child.send({ id, order });
    });
  }
}

export interface DialOptions {
  readonly timeoutMs?: number;
  readonly localPort?: number;
}
