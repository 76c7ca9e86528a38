/**
 * `npm run sim -- NAME`: harnesses that break what can be broken, and check what was promised. Each follows from one printed seed.
 */
import { EXIT, runCommand } from './sim/command.ts';
import { runDoctor } from './sim/lab/doctor/run.ts';
import { runLab } from './sim/lab/play.ts';
import { runReach } from './sim/lab/reach/run.ts';
import { runStory } from './sim/lab/story/run.ts';
import { runModel } from './sim/model.ts';
import { runNet } from './sim/net/run.ts';

const SIMULATIONS: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = {
  crash: (args) => runCommand('crash', args),
  power: (args) => runCommand('power', args),
  damage: (args) => runCommand('damage', args),
  model: runModel,
  net: runNet,
  lab: runLab,
  doctor: runDoctor,
  reach: runReach,
  story: runStory,
};

const HELP = `usage: npm run sim -- NAME [options]

  crash    kill -9 at every step boundary: server and peers; failing disks, a server away, clocks that jump
  power    kills, and at each of them everything that was not synced is lost
  damage   a flipped bit, or a truncation, in a file of a peer that is down
  model    lists of everything that may happen to two peers, in one process and in seconds
  net      links that lose, double, reorder, delay, flap and cut: server and peers on hosts of their own
  lab      a network to play with by hand: switches, routers, NATs, firewalls, and two friends in it
  doctor   faults between a server and friends, and whether miyu doctor tells the cause of each
  reach    how soon friends find each other, and what an idle peer costs, beside the goals
  story    two friends and what becomes of their networks, played with the real commands: a transcript

  npm run sim -- crash --seed 7
  npm run sim -- crash --help

All of them for hours, to be stopped and continued at will: npm run test:long -- --help`;

const [name = '', ...args] = process.argv.slice(2);
const run = Object.hasOwn(SIMULATIONS, name) ? SIMULATIONS[name] : undefined;
if (run !== undefined) {
  const code = await run(args);
  process.exit(code);
}
const asked = name === '--help' || name === '-h';
if (asked) console.log(HELP);
else console.error(HELP);
process.exitCode = asked ? EXIT.kept : EXIT.usage;
