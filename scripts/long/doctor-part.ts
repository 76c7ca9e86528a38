/** The part `doctor` of the long run: every scripted fault of `npm run sim -- doctor` once, a scene behind the other; one that has ended is not played again. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from '../launch/build.js';
import { EXIT, writeWhole } from '../sim/command.ts';
import { rowOf, scoreOf, type Judged } from '../sim/lab/doctor/fault.ts';
import { SCENES, playScene } from '../sim/lab/doctor/scenes.ts';
import { removeAllLabsAtOnce } from '../sim/lab/lab.ts';
import { missingFor } from '../sim/lab/needs.ts';
import { LinesFile } from './lines-file.ts';
import type { PartResult } from './part.ts';
import { endWithStarter, readPartCall } from './part-process.ts';

/** What became of one scene. */
export type DoctorLine =
  | { readonly name: string; readonly seconds: number; readonly judged: readonly Judged[] }
  /** It cannot be played on this machine. */
  | { readonly name: string; readonly seconds: number; readonly skipped: string };

const FAULTS = SCENES.reduce((sum, { faults }) => sum + faults.length, 0);

/** Pure. */
export function doctorPartResult(seed: number, lines: readonly DoctorLine[]): PartResult {
  const judged = lines.flatMap((line) => ('judged' in line ? line.judged : []));
  const skipped = lines.flatMap((line) => ('skipped' in line ? [line.skipped] : []));
  const finished = skipped.length > 0 || SCENES.every(({ name }) => lines.some((line) => line.name === name));
  const { right, of, met } = scoreOf(judged);
  const untrue = judged.filter(({ wrongCertain }) => wrongCertain.length > 0);
  const wrong = judged.filter(({ isRight }) => !isRight);
  // A share is judged over all of them.
  const broken = finished && !met ? [...new Set([...untrue, ...wrong])] : untrue;
  return {
    ...{ part: 'doctor', seed, rows: [], finished },
    seconds: lines.reduce((sum, { seconds }) => sum + seconds, 0),
    goals: [{ what: 'faults', done: of, goal: FAULTS }],
    bounds: of === 0 ? [] : [{ what: 'faults told as certain what they are not', found: untrue.length, tried: of }],
    broken: broken.map((each) => ({
      ...{ promise: 'doctor', what: rowOf(each) },
      again: `npm run sim -- doctor --why --only '${each.name.replaceAll(',', '').slice(0, 60)}'`,
    })),
    lines: [
      ...skipped.map((why) => `left out: ${why}`),
      ...(of === 0 ? [] : [`${right} of ${of} causes told rightly`]),
      ...wrong.map((each) => rowOf(each)),
    ],
  };
}

async function main(): Promise<number> {
  const { folder, resultFile, seed, minutes } = readPartCall(process.argv.slice(2));
  const until = performance.now() + minutes * 60_000;
  const file = new LinesFile<DoctorLine>(folder, seed);
  const result = (): PartResult => doctorPartResult(seed, file.lines);
  const tell = (): void => writeWhole(resultFile, JSON.stringify(result(), undefined, 2));
  const place = mkdtempSync(join(tmpdir(), 'miyu-doctor-'));
  const forget = (): void => {
    removeAllLabsAtOnce();
    rmSync(place, { recursive: true, force: true, maxRetries: 5 });
  };
  endWithStarter(forget);
  tell();
  const missing = missingFor('nft');
  try {
    if (missing === undefined) await ensureBuilt();
    else if (file.lines.length === 0) file.add({ name: 'all', seconds: 0, skipped: missing });
    for (const scene of SCENES) {
      if (result().finished || file.lines.some(({ name }) => name === scene.name)) continue;
      const begun = performance.now();
      if (begun >= until) break;
      const signal = AbortSignal.timeout(Math.min(until - begun, 2 ** 31 - 1));
      const judged = await playScene(scene, { folder: place, signal });
      // It is played again, from its beginning.
      if (judged.length < scene.faults.length) break;
      file.add({ name: scene.name, seconds: (performance.now() - begun) / 1_000, judged });
      tell();
    }
  } finally {
    forget();
  }
  tell();
  if (result().broken.length > 0) return EXIT.broken;
  return result().finished ? EXIT.kept : EXIT.unfinished;
}

if (import.meta.main) process.exit(await main());
