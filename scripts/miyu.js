#!/usr/bin/env node
// The peer and its command line.
import { requireNode } from './launch/node-version.js';

requireNode();
void import('./launch/launch.js').then(({ launch }) => launch({ bundle: 'miyu' }));
