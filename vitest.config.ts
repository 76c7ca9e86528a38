import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Forks, not threads: keys, sockets and LevelDB locks are a process's own, and so are its signals and exit code.
    pool: 'forks',
    // Half of the tests wait for processes and disks: on two cores one worker alone leaves much of the machine unused.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    globalSetup: ['test/house/build-once.ts'],
    restoreMocks: true,
    unstubEnvs: true,
    passWithNoTests: false,
  },
});
