/** A lab for one test: the test is skipped, with the reason, where this machine cannot have it; nothing of it is left behind. */
import type { TestContext } from 'vitest';
import { Lab } from '../../../scripts/sim/lab/lab.ts';
import { missingFor, type Need } from '../../../scripts/sim/lab/needs.ts';

export async function labFor(context: TestContext, ...needs: readonly Need[]): Promise<Lab> {
  const missing = missingFor(...needs);
  if (missing !== undefined) context.skip(missing);
  const lab = await Lab.create();
  context.onTestFinished(() => lab.remove());
  return lab;
}
