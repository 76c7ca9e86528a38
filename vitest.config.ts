import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/house/longest-first.ts';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Forks, not threads: keys, sockets and LevelDB locks are a process's own, and so are its signals and exit code.
    pool: 'forks',
    // A process for many files: its start and the loading of libp2p cost more than most files. What a test starts ends with it.
    isolate: false,
    // More than half of the time goes by in waiting, for processes, disks and time limits: two workers to a core keep it busy.
    maxWorkers: 2 * availableParallelism(),
    sequence: { sequencer: LongestFirst },
    // Of what hangs: with two to a core a test takes twice as long as alone.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    globalSetup: ['test/house/build-once.ts'],
    restoreMocks: true,
    unstubEnvs: true,
    passWithNoTests: false,
  },
});
