/** `npm run sim -- lab`: a network of machines with people in it, to play with by hand. */
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { EXIT } from '../command.ts';
import { onGround } from './ground.ts';
import { Lab } from './lab.ts';
import { missingFor } from './needs.ts';
import { ORDERS, hostsText, miyuWords, obey } from './orders.ts';
import { PASSWORD } from './programs.ts';
import { TOPOLOGIES, topologyNamed, type TopologyName } from './topologies.ts';
import { populate, populateWithFriends, type World } from './world.ts';

const HELP = `usage: npm run sim -- lab [options]

Builds a network out of network namespaces, starts a rendezvous server and the peers of alice and bob on hosts of their own,
makes the two friends, says how to get at everything, and takes orders, a line each, until Ctrl-C. Nothing of it reaches the
machine's own network; everything is removed at the end.

It needs Linux, root, iproute2 and procps, and for NATs and firewalls nft (package nftables); where something is missing it
says so and ends with 0.

  --topology NAME   one of these (lan)
${TOPOLOGIES.map(({ name, what }) => `                      ${name.padEnd(14)} ${what}`).join('\n')}
  --relay           the server relays links of those who cannot dial each other
  --strangers       alice and bob have accounts, and do not know each other
  --check           only says whether this machine can do it

Orders, from the terminal or a pipe:

${ORDERS}

  npm run sim -- lab
  npm run sim -- lab --topology nat-both --relay
  printf 'alice friends\\nserver gone\\nalice send bob hello\\n' | npm run sim -- lab --topology isolated

ends with  0 · 1 the network was made and the programs did not come up, or an order of a pipe failed · 2 wrong usage`;

interface Options {
  readonly topology: TopologyName;
  readonly relay: boolean;
  readonly strangers: boolean;
  readonly check: boolean;
}

export async function runLab(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (options === 'help') {
    console.log(HELP);
    return EXIT.kept;
  }
  if (typeof options === 'string') {
    console.error(`${options}\n\n${HELP}`);
    return EXIT.usage;
  }
  const topology = topologyNamed(options.topology);
  const missing = missingFor(...topology.needs);
  if (missing !== undefined || options.check) {
    console.log(missing === undefined ? 'this machine can do it' : `skipped: ${missing}`);
    return EXIT.kept;
  }
  return onGround('lab', EXIT.kept, async (folder) => {
    try {
      console.error(`${topology.name}: ${topology.what}; starting server and peers`);
      const lab = await Lab.create();
      const world = await (options.strangers ? populate : populateWithFriends)(
        lab,
        topology,
        folder,
        ...(options.relay ? ['--relay'] : []),
      );
      console.log(introduction(world));
      return await takeOrders(world);
    } catch (error) {
      console.error(error instanceof Error ? error.message : String(error));
      return EXIT.broken;
    }
  });
}

function introduction(world: World): string {
  const { lab, server, alice, bob } = world;
  return [
    `Hosts\n${hostsText(world)}`,
    'A shell on a host',
    ...lab.hosts.map(({ namespace }) => `  ip netns exec ${namespace.name} bash`),
    '\nProfiles and commands (from any shell of this machine)',
    ...[alice, bob].map(({ profile }) => `  ${miyuWords(profile, ['status']).join(' ')}`),
    `\nPassword   ${PASSWORD}`,
    `Invite     ${server.invite}`,
    `Logs       ${server.folder}.log, ${join(alice.profile, 'log')}, ${join(bob.profile, 'log')}`,
    '\nOrders: help shows them; Ctrl-C ends it and removes everything.',
  ].join('\n');
}

async function takeOrders(world: World): Promise<number> {
  const typed = process.stdin.isTTY;
  const lines = createInterface({ input: process.stdin, ...(typed ? { output: process.stdout } : {}), prompt: '> ' });
  // A terminal hands Ctrl-C to whoever reads its lines.
  lines.once('SIGINT', () => lines.close());
  let code: number = EXIT.kept;
  if (typed) lines.prompt();
  for await (const line of lines) {
    if (line.trim() === 'quit') break;
    if (line.trim() !== '') {
      if (!typed) console.log(`> ${line}`);
      try {
        process.stdout.write(await obey(world, line));
      } catch (error) {
        console.error(error instanceof Error ? error.message : String(error));
        if (!typed) code = EXIT.broken;
      }
    }
    if (typed) lines.prompt();
  }
  lines.close();
  return code;
}

function readOptions(args: readonly string[]): Options | string {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        topology: { type: 'string', default: 'lan' },
        relay: { type: 'boolean', default: false },
        strangers: { type: 'boolean', default: false },
        check: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  if (values.help) return 'help';
  const found = TOPOLOGIES.find(({ name }) => name === values.topology);
  if (found === undefined) return `no topology ${values.topology}`;
  return { topology: found.name, relay: values.relay, strangers: values.strangers, check: values.check };
}
