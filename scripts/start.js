#!/usr/bin/env node
// `npm start`: a rendezvous server and a peer, supervised, with the chat in this terminal.
import { requireNode } from './launch/node-version.js';

requireNode();
void import('./launch/launch.js').then(({ launch }) => launch({ bundle: 'start' }));
