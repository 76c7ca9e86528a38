/** The `miyu` command: the command line, and behind `miyu up` the supervisor and the process that holds the keys. */
import manifest from '../package.json' with { type: 'json' };
import { whenOutputCloses } from '../shared/closed-output.ts';
import { DAEMON_ARGUMENT } from './daemon-argument.ts';

if (process.argv[2] === DAEMON_ARGUMENT && process.send !== undefined) {
  const { runDaemon } = await import('./daemon.ts');
  runDaemon();
} else {
  const { runProgram } = await import('./cli/program.ts');
  let goesOn = false;
  whenOutputCloses(() => {
    if (!goesOn) process.exit();
  });
  process.exitCode = await runProgram(process.argv.slice(2), {
    io: process,
    version: manifest.version,
    up: async (request) => {
      goesOn = true;
      return (await import('./up.ts')).runUp(request);
    },
    examineAlone: async (request) => (await import('./examine.ts')).examineAlone(request),
    upInBackground: async (args) => (await import('./up.ts')).runInBackground(args),
  });
}
