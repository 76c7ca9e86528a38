/** The `miyu-rendezvous` command. */
import { whenOutputCloses } from '../shared/closed-output.ts';
import { languageOf } from '../shared/language.ts';
import { runCommands } from './commands.ts';

// A server whose log nobody reads any more serves on; its commands end by themselves.
whenOutputCloses(() => undefined);
const code = await runCommands(process.argv.slice(2), process, languageOf(process.env));
// What libp2p or a socket may still hold open must not keep an ended command alive; its output has left first.
process.stdout.write('', () => process.exit(code));
