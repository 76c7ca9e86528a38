#!/usr/bin/env node
// `npm test`: everything that the continuous integration checks.
import { requireNode } from './launch/node-version.js';

requireNode();
void import('./launch/launch.js').then(({ launch }) => launch({ script: 'check/main.ts' }));
