/**
 * What `node scripts/run.js NAME` starts, by name; package.json offers those whose file exists as `npm run NAME`.
 *
 * @type {Readonly<Record<string, import('./launch.js').Target>>}
 */
export const TARGETS = Object.freeze({
  bench: { script: 'bench.ts', built: true },
  build: { built: true },
  codegen: { script: 'codegen.ts' },
  demo: { bundle: 'demo' },
  format: { script: 'check/format.ts' },
  screenshots: { bundle: 'screenshots' },
  'test:long': { script: 'long.ts' },
  sim: { script: 'sim.ts' },
});
