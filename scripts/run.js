#!/usr/bin/env node
// `node scripts/run.js NAME …`: any other script of this folder, with everything in place that it needs.
import { requireNode } from './launch/node-version.js';
import { TARGETS } from './launch/targets.js';

requireNode();
const target = TARGETS[process.argv[2] || ''];
if (target === undefined) {
  console.error('usage: node scripts/run.js ' + Object.keys(TARGETS).join(' | '));
  process.exitCode = 2;
} else {
  // The name is for us, the rest is for the script.
  void import('./launch/launch.js').then(({ launch }) => launch(target, 1));
}
