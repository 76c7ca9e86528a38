/** The `miyu` command: the command line, and behind `miyu up` the supervisor and the process that holds the keys. */
import manifest from '../package.json' with { type: 'json' };
import { DAEMON_ARGUMENT } from './daemon-argument.ts';

if (process.argv[2] === DAEMON_ARGUMENT && process.send !== undefined) {
  const { runDaemon } = await import('./daemon.ts');
  runDaemon();
} else {
  const { runProgram } = await import('./cli/program.ts');
  process.exitCode = await runProgram(process.argv.slice(2), {
    io: process,
    version: manifest.version,
    up: async (request) => (await import('./up.ts')).runUp(request),
    upInBackground: async (args) => (await import('./up.ts')).runInBackground(args),
  });
}
