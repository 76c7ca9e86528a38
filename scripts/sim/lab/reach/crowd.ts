/** Many people on one host (crowd-process.ts). */
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { CrowdOrder, CrowdReply } from '../../crowd-orders.ts';
import type { Host } from '../host.ts';

const PROGRAM = join(import.meta.dirname, '..', '..', 'crowd-process.ts');

export class Crowd {
  readonly #child: ChildProcess;

  constructor(host: Host) {
    this.#child = host.spawn(process.execPath, [PROGRAM], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  }

  /** They register at the server and ask somebody to be their friend. One order at a time. */
  async come(order: Omit<CrowdOrder & { readonly do: 'come' }, 'do'>): Promise<void> {
    await this.#order({ do: 'come', ...order });
  }

  /** How many see their friend of that name online. */
  async seen(friend: string): Promise<number> {
    return await this.#order({ do: 'seen', friend });
  }

  #order(order: CrowdOrder): Promise<number> {
    return new Promise((resolve, reject) => {
      const over = (): void => reject(new Error('the crowd has ended'));
      this.#child.once('exit', over);
      this.#child.once('message', (reply: CrowdReply) => {
        this.#child.off('exit', over);
        if ('error' in reply) reject(new Error(reply.error));
        else resolve(reply.result);
      });
      this.#child.send(order);
    });
  }
}
