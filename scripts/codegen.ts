/**
 * Generates the protobuf codecs: every `*.proto` of the folders below becomes `generated/*.js` and `*.d.ts` beside it.
 * protons writes TypeScript with enums and namespaces, which Node's type stripping refuses; so what is kept is its
 * JavaScript and its declarations.
 *
 *   node scripts/codegen.ts           write
 *   node scripts/codegen.ts --check   compare with what is committed; exit 1 where they differ
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative, resolve } from 'node:path';
import ts from 'typescript';

const root = resolve(import.meta.dirname, '..');
const protons = join(root, 'node_modules', 'protons', 'dist', 'bin', 'protons.js');
const folders = ['shared/wire', 'shared/storage', 'shared/transparency', 'node/core', 'node/store', 'rendezvous/store'];

/** File name → text of every generated file of one folder. */
function generate(folder: string): Map<string, string> {
  const files = new Map<string, string>();
  const sources = readdirSync(join(root, folder)).filter((name) => name.endsWith('.proto'));
  if (sources.length === 0) return files;
  const out = mkdtempSync(join(tmpdir(), 'miyu-codegen-'));
  try {
    for (const source of sources) {
      execFileSync(
        process.execPath,
        [protons, join(root, folder, source), '--output', out, '--path', join(root, folder), '--strict'],
        { stdio: ['ignore', 'inherit', 'inherit'] },
      );
      const name = basename(source, '.proto');
      const text = readFileSync(join(out, `${name}.ts`), 'utf8');
      const compilerOptions: ts.CompilerOptions = {
        module: ts.ModuleKind.ESNext,
        target: ts.ScriptTarget.ES2024,
        isolatedDeclarations: true,
        declaration: true,
      };
      const header = `// Generated from ${source} by scripts/codegen.ts; do not edit.\n`;
      files.set(`${name}.js`, header + ownRuntime(folder, ts.transpileModule(text, { compilerOptions }).outputText));
      // Any bytes may be encoded, not only those with a buffer of their own.
      const declarations = ts.transpileDeclaration(text, { compilerOptions }).outputText;
      files.set(`${name}.d.ts`, header + declarations.replaceAll('Uint8Array<ArrayBuffer>', 'Uint8Array'));
    }
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
  return files;
}

/**
 * What messages are read and written with is ours, and so is what writes 64-bit numbers: shared/wire/message-reader.ts, message-writer.ts
 * and uint64.ts say why.
 */
function ownRuntime(folder: string, code: string): string {
  const from = (file: string): string => {
    const path = relative(join(folder, 'generated'), join('shared', 'wire', file)).replaceAll('\\', '/');
    return `from '${path}';`;
  };
  const written = code.replaceAll('w.uint64(', 'writeUint64(w, ');
  const numbers = written === code ? '' : `import { writeUint64 } ${from('uint64.ts')}\n`;
  return (
    numbers +
    written
      .replace(
        'import { decodeMessage, encodeMessage, ',
        `import { encodeMessage } ${from('message-writer.ts')}\nimport { `,
      )
      .replace(
        /^import \{ alloc as uint8ArrayAlloc \}.*$/m,
        `import { decodeMessage, noBytes as uint8ArrayAlloc } ${from('message-reader.ts')}`,
      )
  );
}

let stale = 0;
const check = process.argv.includes('--check');
for (const folder of folders) {
  if (!existsSync(join(root, folder))) continue;
  const target = join(root, folder, 'generated');
  const files = generate(folder);
  const present = existsSync(target) ? readdirSync(target) : [];
  if (check) {
    for (const name of new Set([...files.keys(), ...present])) {
      const path = join(target, name);
      if (!existsSync(path) || readFileSync(path, 'utf8') !== files.get(name)) {
        stale += 1;
        console.error(`${folder}/generated/${name} is not what the .proto gives: run "npm run codegen"`);
      }
    }
  } else {
    rmSync(target, { recursive: true, force: true });
    if (files.size > 0) mkdirSync(target, { recursive: true });
    for (const [name, text] of files) writeFileSync(join(target, name), text);
  }
}
if (check && stale === 0) console.log('codecs are current');
process.exitCode = stale === 0 ? 0 : 1;
