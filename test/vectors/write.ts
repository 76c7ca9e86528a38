/** Writes test/vectors/*.json from fixed randomness. A file that changes is a format that changed. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { vectors } from '../support/vectors.ts';

for (const [name, vector] of Object.entries(vectors())) {
  writeFileSync(join(import.meta.dirname, `${name}.json`), `${JSON.stringify(vector, undefined, 2)}\n`);
}
