/**
 * Who may import whom. The table of ARCHITECTURE (CONTRIBUTING.md) as data: a wall is moved here and there together.
 *
 * A place is a folder (`node/core/`), a file (`shared/ids.ts`), or a pattern whose `*` stands for any part of a file's
 * name (`node/api/client*.ts`). A file belongs to the row whose `room` names it longest.
 */
export interface Row {
  readonly room: string;
  /** Places whose values and types it may import; a room may always import itself. */
  readonly may: readonly string[];
  /** Places of which it may import types alone, as `import type`: their values are handed in when the program runs. */
  readonly mayAsTypes?: readonly string[];
  /** npm packages, `*` for a part of the name; left out: any that package.json names. */
  readonly packages?: readonly string[];
  /** Modules of Node itself; left out: any. */
  readonly builtins?: readonly string[];
  readonly builtinsAsTypes?: readonly string[];
  /** Whether it may import what only the running program knows. */
  readonly computed?: boolean;
  /** One sentence for whoever ran into the wall. */
  readonly reason: string;
}

/** Files of `shared/` itself that are small and know no I/O, for the faces. */
const SMALL_SHARED = [
  'shared/errors.ts',
  'shared/ids.ts',
  'shared/usernames.ts',
  'shared/log.ts',
  'shared/clock.ts',
  'shared/doctor-texts.ts',
  'shared/config.ts',
  'shared/language.ts',
  'shared/finding-keys.ts',
  'shared/error-fill.ts',
  'shared/error-texts.ts',
  'shared/passwords.ts',
  'shared/folders.ts',
  'shared/closed-output.ts',
];

/** Those of them that a browser can run. */
const PAGE_SHARED = [
  'shared/errors.ts',
  'shared/ids.ts',
  'shared/usernames.ts',
  'shared/doctor-texts.ts',
  'shared/language.ts',
  'shared/finding-keys.ts',
  'shared/error-fill.ts',
  'shared/error-texts.ts',
  'shared/passwords.ts',
];

const API_FACE = ['node/api/contract*.ts', 'node/api/client*.ts'];

const GENERATED = ['protons-runtime', 'uint8arraylist', 'uint8arrays'];

const feature = (name: string): Row => ({
  room: `rendezvous/${name}/`,
  may: ['shared/', 'rendezvous/store/store.ts', 'rendezvous/store/generated/'],
  packages: [],
  reason:
    'a feature of the server knows shared, the store’s interface and its rows’ codecs; what it needs of another feature, and its limits, ' +
    'server.ts hands in; it knows nothing of node/',
});

const generated = (folder: string): Row => ({
  room: `${folder}/generated/`,
  may: ['shared/wire/uint64.ts', 'shared/wire/message-reader.ts', 'shared/wire/message-writer.ts'],
  packages: GENERATED,
  builtins: [],
  reason: 'generated codecs need their runtime, and what is ours in its place',
});

export const TABLE: readonly Row[] = [
  {
    room: 'shared/',
    may: ['shared/wire/', 'shared/crypto/', 'shared/transparency/'],
    reason: 'the small files and the pure rooms of shared stay free of network and storage, for node/core imports them',
  },
  {
    room: 'shared/wire/',
    may: ['shared/*.ts', 'shared/crypto/', 'shared/transparency/'],
    reason: 'the wire format knows no network and no storage',
  },
  {
    room: 'shared/crypto/',
    may: ['shared/*.ts', 'shared/wire/', 'shared/transparency/'],
    reason: 'the cryptography knows no network and no storage',
  },
  {
    room: 'shared/transparency/',
    may: ['shared/*.ts', 'shared/wire/', 'shared/crypto/'],
    packages: [],
    builtins: [],
    reason: 'the log’s proofs are pure: no I/O, no clock, no randomness; rows go in and out',
  },
  { room: 'shared/net/', may: ['shared/'], reason: 'shared imports shared alone' },
  { room: 'shared/storage/', may: ['shared/'], reason: 'shared imports shared alone' },
  generated('shared/wire'),
  generated('shared/storage'),
  generated('shared/transparency'),

  {
    room: 'node/core/',
    may: [
      'shared/wire/',
      'shared/crypto/',
      'shared/transparency/',
      'shared/errors.ts',
      'shared/ids.ts',
      'shared/usernames.ts',
    ],
    packages: [],
    builtins: [],
    builtinsAsTypes: ['node:crypto'],
    reason: 'the core is pure: no I/O, no clock; time, randomness and the KEM are arguments',
  },
  generated('node/core'),
  {
    room: 'node/store/',
    may: ['node/core/', 'shared/'],
    packages: ['level', 'abstract-level', 'zod'],
    reason: 'the store knows the core and shared; the network is another room',
  },
  generated('node/store'),
  {
    room: 'node/net/',
    may: ['node/core/', 'shared/'],
    reason: 'the network knows the core and shared; the store is another room',
  },
  {
    room: 'node/flows/',
    may: ['node/core/', 'shared/'],
    mayAsTypes: ['node/store/', 'node/net/'],
    packages: [],
    reason: 'a flow gets store and network handed in and knows their types alone (`import type`)',
  },
  {
    room: 'node/api/',
    may: ['node/flows/', 'shared/'],
    packages: ['zod', 'ws'],
    reason: 'the local API offers the flows and knows nothing below them',
  },
  {
    room: 'node/cli/',
    may: [...API_FACE, ...SMALL_SHARED, 'shared/transparency/exhibit.ts'],
    packages: ['commander', 'qr', 'zod'],
    reason:
      'the command line is a face: it knows the API’s contract and client, the small files of shared, and how evidence is checked by anybody',
  },
  {
    room: 'node/web/',
    may: PAGE_SHARED,
    mayAsTypes: ['node/api/contract*.ts', 'shared/wire/limits.ts'],
    builtins: [],
    reason:
      'the page is a face that runs in a browser: it knows the types of the API’s contract, and those small files of shared that need no Node',
  },
  {
    room: 'node/',
    may: ['node/', 'shared/', 'package.json'],
    reason: 'the roots of node wire their own side and nothing else',
  },

  feature('accounts'),
  feature('directory'),
  feature('friends'),
  feature('log'),
  feature('mailbox'),
  feature('relay'),
  feature('vaults'),
  {
    room: 'rendezvous/store/',
    may: ['shared/'],
    packages: ['level', 'abstract-level', 'pg'],
    reason: 'the server’s store knows shared alone',
  },
  generated('rendezvous/store'),
  {
    room: 'rendezvous/admin/',
    may: ['shared/', 'rendezvous/store/store.ts'],
    reason: 'the operator’s part knows shared and the store’s interface',
  },
  {
    room: 'rendezvous/limits.ts',
    may: ['shared/'],
    reason: 'limits are numbers: they know nothing of the rooms that obey them',
  },
  {
    room: 'rendezvous/config.ts',
    may: ['shared/', 'rendezvous/limits.ts'],
    reason: 'settings know nothing of the rooms that they set',
  },
  {
    room: 'rendezvous/',
    may: ['rendezvous/', 'shared/'],
    reason:
      'the server’s roots wire their own side; the server cannot import what reads plaintext, for it is not there',
  },

  {
    room: 'scripts/',
    may: ['scripts/', ...API_FACE, 'node/cli/', 'node/index.ts', ...SMALL_SHARED],
    reason: 'scripts use the faces (command line, API) and start the programs as processes',
  },
  {
    room: 'scripts/pages/',
    may: ['scripts/', ...API_FACE, ...SMALL_SHARED, 'node/web/src/words/*-en.ts', 'node/web/src/words/*-zh.ts'],
    reason:
      'the drive of the page is a person at it: it knows the words that stand there, and nothing of how they got there',
  },
  {
    room: 'scripts/build-page.ts',
    may: ['scripts/', 'node/web/src/words/language-file.ts', 'shared/language.ts'],
    reason: 'what bundles the page makes a file of the words of each language; of the rest it knows where it begins',
  },
  {
    room: 'scripts/bench/',
    may: ['scripts/', 'node/', 'shared/'],
    reason: 'a bench measures a room beside its peer, so it reaches into that room',
  },
  {
    room: 'scripts/bench/opaque-process.ts',
    may: ['scripts/', 'shared/', 'rendezvous/server.ts', 'rendezvous/config.ts'],
    reason: 'it is a server with a clock of its own, for a bench; what is inside of it is not its affair',
  },
  {
    room: 'scripts/sim/',
    may: ['scripts/', 'node/index.ts', 'shared/'],
    reason:
      'a simulation runs the product’s processes as they are; it sees what leaves them on the wire, and nothing inside',
  },
  {
    room: 'scripts/sim/lab/',
    may: ['scripts/', ...API_FACE, 'shared/'],
    reason: 'the lab runs the product’s programs on hosts of their own, and asks them as a face does, by the local API',
  },
  {
    room: 'scripts/launch/',
    may: [],
    packages: [],
    computed: true, // The target is this module's whole purpose.
    reason: 'the launchers run before anything is installed or built, and know no room',
  },
  {
    room: 'scripts/*.js',
    may: ['scripts/launch/'],
    packages: [],
    reason: 'the launchers run before anything is installed or built, and know no room',
  },
];
