/**
 * Builds the bundles once before any test file is loaded, where they are not those of the sources. A build that fails
 * fails those tests that start a program (see built.ts), and nobody else's.
 */
import type { TestProject } from 'vitest/node';
import { ensureBuilt } from '../../scripts/launch/build.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Why there is no build; empty where there is one. */
    buildError: string;
  }
}

export default async function setup(project: TestProject): Promise<void> {
  try {
    await ensureBuilt();
    project.provide('buildError', '');
  } catch (error) {
    project.provide('buildError', error instanceof Error ? error.message : 'the build failed');
  }
}
