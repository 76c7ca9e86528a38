/** The far end of the raw limit of a drain, as a process of its own. */
import { startRawMailbox } from './raw-mailbox.ts';

export type Order =
  | { readonly do: 'start'; readonly folder: string; readonly bytes: number; readonly perPage: number }
  | { readonly do: 'fill'; readonly count: number }
  | { readonly do: 'stop' };

let mailbox: Awaited<ReturnType<typeof startRawMailbox>> | undefined;

async function obey(order: Order): Promise<unknown> {
  switch (order.do) {
    case 'start':
      mailbox = await startRawMailbox(order.folder, order.bytes, order.perPage);
      return mailbox.address;
    case 'fill':
      await mailbox?.fill(order.count);
      return null;
    case 'stop':
      await mailbox?.stop();
      return null;
  }
}

process.on('message', (order: Order) => {
  obey(order).then(
    (result) => process.send?.({ result }),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});
process.on('disconnect', () => process.exit());
