/** Logs, alarms, gossip and the watch over the own name, put together for one unlocked account. */
import { createAlarms, type AlarmView } from './alarms.ts';
import type { Background } from './background.ts';
import type { Contacts, FlowContext, Homes } from './context.ts';
import { createKeyChanges } from './key-changes.ts';
import { createGossip, type GossipPorts } from './gossip.ts';
import type { SignedIn } from './homes.ts';
import { createLogs } from './logs.ts';
import { createOwnWatch } from './own-watch.ts';
import { equalBytes } from '../../shared/ids.ts';

export interface TransparencyPorts {
  readonly homes: Homes;
  readonly contacts: () => Contacts;
  readonly links: GossipPorts['links'];
  readonly background: Background;
  readonly writeEvidence: (id: number, bytes: Uint8Array) => Promise<void>;
  /** What waits for this contact may move again. */
  readonly retry: (account: Uint8Array) => void;
  /** Another head of some server's log was accepted. */
  readonly onHead: () => void;
  /** What the status says may have changed. */
  readonly changed: () => void;
}

export type Transparency = ReturnType<typeof createTransparency>;

export function createTransparency(context: FlowContext, ports: TransparencyPorts) {
  const { contacts, homes, links, background } = ports;
  const alarms = createAlarms(context, {
    nameOf: (account) => contacts().get(account)?.name,
    everybody: () =>
      contacts()
        .all()
        .map(({ account }) => account),
    writeEvidence: ports.writeEvidence,
    changed(friends) {
      for (const friend of friends) if (alarms.stops(friend) === undefined) ports.retry(friend);
      ports.changed();
    },
  });
  const logs = createLogs(context, { alarms, contacts, onHead });
  function onHead(): void {
    gossip.soon();
    ports.onHead();
  }

  const watch = createOwnWatch({ context, logs, alarms }, ports.changed);
  const gossip = createGossip(context, {
    ...{ logs, homes, contacts, links, background },
    onNews: (server) => {
      if (equalBytes(server, context.own().home.server)) watch.soon();
    },
  });
  const keys = createKeyChanges(context, { alarms, logs, homes, contacts, background });
  return {
    alarms,
    keys,
    logs,
    gossip,
    signedIn(session: SignedIn): void {
      background.run('watch-own', () => watch.run(session));
      gossip.again();
    },
    /** The newest head of our home's log that was accepted; undefined: none yet. */
    readHead: () => logs.readHead(context.own().home.server),
    async decide(id: number, decision: 'stop' | 'trust'): Promise<AlarmView> {
      const server = alarms.serverOf(id);
      const view = await alarms.decide(id, decision);
      // From here on what the server says is the beginning: nothing of before is asked of it.
      // Of a friend's key it is the pinned one that is trusted, and nothing that the server says.
      // Of a lost one nobody knows what it was about.
      const isOfServer = view.kind !== 'key-changed' && view.kind !== 'lost';
      if (decision === 'trust' && isOfServer) await logs.forget(server);
      return view;
    },
    faults: (): readonly string[] => [...alarms.open(), ...watch.faults()],
  };
}
