import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../scripts/launch/paths.js';
import { TABLE } from './import-table.ts';
import { judge } from './judge-imports.ts';
import { readImports } from './read-imports.ts';
import { PRODUCT_FOLDERS, sourceFiles } from './sources.ts';

/** What the table says about a file of this path and text. */
const complaints = (path: string, text: string): string[] => judge(TABLE, path, readImports(path, text));

test('every file imports only what its room may', () => {
  const files = sourceFiles([...PRODUCT_FOLDERS, 'scripts']);
  expect(files.length).toBeGreaterThan(20);
  const all = files.flatMap((path) => complaints(path, readFileSync(join(ROOT, path), 'utf8')));
  expect(all).toEqual([]);
});

describe('the checker sees every way of importing', () => {
  // From a room of the server, whose wall to the plaintext is the one that must hold.
  const ways: Record<string, string> = {
    import: `import { open } from '../../node/core/ratchet.ts';`,
    'import for its effect': `import '../../node/core/ratchet.ts';`,
    'import type': `import type { Ratchet } from '../../node/core/ratchet.ts';`,
    're-export': `export { open } from '../../node/core/ratchet.ts';`,
    're-export of all': `export * from '../../node/core/ratchet.ts';`,
    're-export of a type': `export type { Ratchet } from '../../node/core/ratchet.ts';`,
    'dynamic import': `export const load = () => import('../../node/core/ratchet.ts');`,
    'dynamic import in a template': 'export const load = () => import(`../../node/core/ratchet.ts`);',
    'dynamic import of something computed': `export const load = (name: string) => import('../../node/' + name);`,
    require: `const { open } = require('../../node/core/ratchet.ts');`,
    'import = require': `import ratchet = require('../../node/core/ratchet.ts');`,
    'require.resolve': `const path = require.resolve('../../node/core/ratchet.ts');`,
    'import.meta.resolve': `const path = import.meta.resolve('../../node/core/ratchet.ts');`,
    'type query': `export type Ratchet = import('../../node/core/ratchet.ts').Ratchet;`,
    'typeof query': `export type Core = typeof import('../../node/core/ratchet.ts');`,
    worker: `new Worker(new URL('../../node/core/ratchet.ts', import.meta.url));`,
    'a way around by dots': `import { open } from '../mailbox/../../node/core/ratchet.ts';`,
  };
  for (const [way, text] of Object.entries(ways)) {
    test(way, () => {
      const found = complaints('rendezvous/mailbox/deposit.ts', `// a comment\n${text}\n`);
      expect(found).toHaveLength(1);
      expect(found[0]).toMatch(/^rendezvous\/mailbox\/deposit\.ts:2 (may not import node\/core\/ratchet\.ts|computes)/);
    });
  }

  test('types in the comments of JavaScript', () => {
    const text = `/** @type {import('../../node/core/ratchet.ts').Ratchet} */\nexport let ratchet;\n`;
    expect(complaints('rendezvous/mailbox/deposit.js', text)).toHaveLength(1);
    expect(
      complaints('rendezvous/mailbox/deposit.js', `/** @import {R} from '../../node/core/r.ts' */\n`),
    ).toHaveLength(1);
  });

  test('no false alarm: strings, comments, and other functions named resolve', () => {
    const text = `
      // import x from '../../node/core/ratchet.ts'
      const said = "import('../../node/core/ratchet.ts')";
      await Promise.resolve('../../node/core/ratchet.ts');
    `;
    expect(complaints('rendezvous/mailbox/deposit.ts', text)).toEqual([]);
  });
});

describe('the walls', () => {
  const allowed: [string, string][] = [
    ['shared/net/channel.ts', `import { MiyuError } from '../errors.ts'; import { pipe } from 'it-pipe';`],
    ['node/core/ratchet.ts', `import { step } from './step.ts'; import { x } from '../../shared/crypto/hash.ts';`],
    ['node/core/session.ts', `import { Session } from './generated/state.js';`],
    ['node/core/session.ts', `import type { KeyObject } from 'node:crypto';`],
    ['node/core/generated/state.js', `import { message } from 'protons-runtime';`],
    ['node/flows/send.ts', `import type { PeerStore } from '../store/peer-store.ts';`],
    ['node/flows/send.ts', `import { step } from '../core/outbox.ts';`],
    ['node/cli/chat.ts', `import { connect } from '../api/client.ts'; import { z } from '../api/contract.ts';`],
    [
      'node/web/src/x.tsx',
      `import type { Friend } from '../../api/contract-views.ts'; import '../../../shared/ids.ts';`,
    ],
    ['node/app.ts', `import { send } from './flows/send.ts'; import { createHost } from './net/host.ts';`],
    ['rendezvous/mailbox/handler.ts', `import type { Store } from '../store/store.ts'; import '../../shared/ids.ts';`],
    ['rendezvous/server.ts', `import { limits } from './limits.ts'; import './mailbox/handler.ts';`],
    ['scripts/start.js', `import './launch/launch.js';`],
    ['scripts/launch/launch.js', `export const run = (path) => import(path);`],
    ['scripts/demo.ts', `import { connect } from '../node/api/client.ts'; import './launch/paths.js';`],
  ];
  for (const [path, text] of allowed) {
    test(`${path} may ${text}`, () => {
      expect(complaints(path, text)).toEqual([]);
    });
  }

  const refused: [string, string][] = [
    ['shared/ids.ts', `import '../node/core/ratchet.ts';`],
    ['shared/crypto/hash.ts', `import '../net/channel.ts';`],
    ['shared/net/channel.ts', `import '../../rendezvous/limits.ts';`],
    ['shared/transparency/log.ts', `import 'level';`],
    ['shared/transparency/log.ts', `import { randomBytes } from 'node:crypto';`],
    ['shared/transparency/log.ts', `import '../storage/rows.ts';`],
    ['node/core/ratchet.ts', `import '../../shared/net/channel.ts';`],
    ['node/core/ratchet.ts', `import '../../shared/storage/multiset.ts';`],
    ['node/core/ratchet.ts', `import '../../shared/clock.ts';`],
    ['node/core/ratchet.ts', `import '../store/peer-store.ts';`],
    ['node/core/ratchet.ts', `import nacl from 'tweetnacl';`],
    ['node/core/ratchet.ts', `import type { Libp2p } from 'libp2p';`],
    ['node/core/ratchet.ts', `import { randomBytes } from 'node:crypto';`],
    ['node/core/ratchet.ts', `import { randomBytes } from 'crypto';`],
    ['node/core/ratchet.ts', `import type { Stats } from 'node:fs';`],
    ['node/core/ratchet.ts', `const fs = process.getBuiltinModule('node:fs');`],
    ['node/store/level.ts', `import type { Host } from '../net/host.ts';`],
    ['node/net/host.ts', `import type { PeerStore } from '../store/peer-store.ts';`],
    ['node/flows/send.ts', `import { PeerStore } from '../store/peer-store.ts';`],
    ['node/flows/send.ts', `import { type PeerStore } from '../store/peer-store.ts';`],
    ['node/flows/send.ts', `export { PeerStore } from '../store/peer-store.ts';`],
    ['node/flows/send.ts', `import type { Server } from '../api/server.ts';`],
    ['node/flows/send.ts', `import { app } from '../app.ts';`],
    ['node/api/server.ts', `import '../core/ratchet.ts';`],
    ['node/cli/chat.ts', `import '../api/server.ts';`],
    ['node/cli/chat.ts', `import type { Flow } from '../flows/send.ts';`],
    ['node/cli/chat.ts', `import '../../shared/crypto/hash.ts';`],
    ['node/web/src/x.tsx', `import { METHODS } from '../../api/contract.ts';`],
    ['node/web/src/x.tsx', `import '../../api/client.ts';`],
    ['node/web/src/x.tsx', `import '../../../shared/log.ts';`],
    ['node/web/src/x.tsx', `import { join } from 'node:path';`],
    ['node/app.ts', `import '../rendezvous/server.ts';`],
    ['node/app.ts', `import '../scripts/launch/paths.js';`],
    ['rendezvous/mailbox/handler.ts', `import '../friends/policy.ts';`],
    ['rendezvous/mailbox/handler.ts', `import '../store/level-store.ts';`],
    ['rendezvous/mailbox/handler.ts', `import '../server.ts';`],
    ['rendezvous/mailbox/handler.ts', `import '../limits.ts';`],
    ['rendezvous/mailbox/handler.ts', `import type { Limits } from '../limits.ts';`],
    ['rendezvous/store/level-store.ts', `import '../mailbox/rows.ts';`],
    ['rendezvous/store/level-store.ts', `import '../limits.ts';`],
    ['rendezvous/admin/metrics.ts', `import '../server.ts';`],
    ['rendezvous/limits.ts', `import './server.ts';`],
    ['rendezvous/server.ts', `import '../node/net/host.ts';`],
    ['rendezvous/main.ts', `import '../test/support/peer.ts';`],
    ['scripts/sim.ts', `import '../node/app.ts';`],
    ['scripts/sim.ts', `import type { Server } from '../rendezvous/server.ts';`],
    ['scripts/start.js', `import '../node/cli/chat.ts';`],
    ['scripts/start.js', `import 'esbuild';`],
    ['scripts/launch/build.js', `import 'esbuild';`],
    ['scripts/launch/build.js', `import '../build.ts';`],
    ['node/main.ts', `import '/etc/module.js';`],
    ['node/main.ts', `import '#core';`],
    ['node/main.ts', `import 'file:///etc/module.js';`],
    ['somewhere/else.ts', ``],
  ];
  for (const [path, text] of refused) {
    test(`${path} may not ${text}`, () => {
      expect(complaints(path, text)).toHaveLength(1);
    });
  }
});
