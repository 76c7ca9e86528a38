/** The `miyu-rendezvous` command. */
import { languageOf } from '../shared/language.ts';
import { runCommands } from './commands.ts';

const code = await runCommands(process.argv.slice(2), process, languageOf(process.env));
// What libp2p or a socket may still hold open must not keep an ended command alive; its output has left first.
process.stdout.write('', () => process.exit(code));
