/** `npm run format`: writes every file as prettier would have it. */
import { runNode } from './command.ts';

const { ok } = await runNode(['node_modules/prettier/bin/prettier.cjs', '--write', '--log-level=warn', '.'], {
  live: true,
  timeoutMs: 10 * 60 * 1000,
});
process.exitCode = ok ? 0 : 1;
