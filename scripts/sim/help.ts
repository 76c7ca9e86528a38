/** What `npm run sim -- NAME --help` says. */
import type { WorldKind } from './plan.ts';

const OPTIONS = `  --seed N         everything is drawn from it; a fresh one is made up and printed
  --messages N     acknowledged messages to reach
  --kills N        kills to reach
  --minutes N      end the storms after this time in any case (10)
  --peers N        of each world: 2 to 6, each friends with each (3)
  --at-once N      worlds under way at the same time (3)
  --per-second N   texts a second from each peer (150; power 300)
  --world N        this world of the run alone, as a failure names it
  --folder PATH    where the stores are made: a folder on the disk that is meant
  --state PATH     keep the results there, and go on from what is there: it may be stopped at any time
  --result PATH    also write the result so far, as JSON, whenever a world has ended
  --json           the result as one JSON document`;

const ENDS = `ends with  0 all kept · 1 a promise was broken (the folders stay) · 2 wrong usage · 3 the time was over too early`;

export const HELP: Readonly<Record<WorldKind, string>> = {
  crash: `usage: npm run sim -- crash [options]

Worlds: a rendezvous server and three peers, as processes, with real stores. The peers register, become friends and write
to each other; each of the four is killed (SIGKILL) at a failpoint or at any moment, started again, and so on. In some
worlds peers are seldom there at the same time; in some the disk takes nothing for a while, the server stays away, clocks
are set by days and processes stand still. Then all must become quiet by itself, and every text whose send was
acknowledged must be shown on the other side, once and in order.

${OPTIONS}

  npm run sim -- crash --seed 7
  npm run sim -- crash --seed 7 --world 2
  npm run sim -- crash --messages 100000 --kills 1000 --minutes 60
  npm run sim -- crash --seed 7 --json > result.json

${ENDS}`,
  power: `usage: npm run sim -- power [options]

As crash, and after each kill every file of the killed process's stores is cut to the length that it had when it was last
synced; what never was is empty or gone. A small library, built with cc when it starts and loaded into the processes, notes
the syncs; where there is no C compiler, or on another system than Linux, it says so and ends with 0.

${OPTIONS}

  npm run sim -- power --seed 7

${ENDS}`,
  damage: `usage: npm run sim -- damage [options]

A short storm and a calm; then, while all are down, a bit of a file of each peer flips, or the file loses its end. Never
silently: the peer must say so at its start, by a code, or show what it showed before.

${OPTIONS}

  npm run sim -- damage --seed 7
  npm run sim -- damage --kills 300 --messages 30000 --minutes 60

${ENDS}`,
};
