/**
 * The order in which test files start: those first that start programs, browsers and hosts, so that a run does not end with one worker
 * at a long file and the others idle. No times of an earlier run are needed: a fresh clone has none.
 */
import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { ROOT } from '../../scripts/launch/paths.js';

/** By folder, measured on two cores; what is not named comes behind. */
const FIRST = [
  'test/model/',
  'test/sim/',
  'test/e2e/',
  'test/web/',
  'test/rendezvous/mailbox/',
  'test/net/',
  'test/node/',
];

function rank({ moduleId }: TestSpecification): number {
  const path = relative(ROOT, moduleId).replaceAll('\\', '/');
  const at = FIRST.findIndex((start) => path.startsWith(start));
  return at === -1 ? FIRST.length : at;
}

export class LongestFirst extends BaseSequencer {
  /** Within a folder as vitest has it: what failed last time, then the longest last time, then the largest file. */
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => rank(a) - rank(b));
  }
}
