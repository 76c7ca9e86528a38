/** Bundles the page (node/web) into files with their content's hash in their names; node/web/index.html names them. */
import { build as bundle } from 'vite';
import type { Rolldown } from 'vite';
import tailwind from '@tailwindcss/vite';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { languageFile } from '../node/web/src/words/language-file.ts';
import { LANGUAGES } from '../shared/language.ts';
import type { Language } from '../shared/language.ts';
import { ROOT } from './launch/paths.js';

export interface PageFile {
  /** With slashes, below the folder of the page. */
  readonly name: string;
  readonly contents: Uint8Array | string;
}

/**
 * @returns the files, index.html last: whoever finds it finds what it names
 * @throws what the bundler throws; it has printed the reasons
 */
export async function buildPage(): Promise<PageFile[]> {
  // Whoever starts the build may be a test or a server of its own: the page is the same one.
  process.env['NODE_ENV'] = 'production';
  const languages = LANGUAGES.map((language) => ({ language, file: ofLanguage(language) }));
  const languageFiles = Object.fromEntries(languages.map(({ language, file }) => [language, `/${file.name}`]));
  const result = (await bundle({
    configFile: false,
    root: join(ROOT, 'node/web'),
    base: '/',
    mode: 'production',
    logLevel: 'warn',
    publicDir: false,
    plugins: [tailwind()],
    define: { 'process.env.NODE_ENV': '"production"', LANGUAGE_FILES: JSON.stringify(languageFiles) },
    build: {
      write: false,
      target: 'es2024',
      // The page's policy has no source for `data:` fonts or styles: every asset is a file.
      assetsInlineLimit: 0,
      // It writes a script that nothing here needs: all browsers that the page is for preload by themselves.
      modulePreload: { polyfill: false },
      sourcemap: false,
      reportCompressedSize: false,
      rolldownOptions: {
        output: { comments: false },
        // 'use client' stands in every file of Base UI for frameworks that render on a server; here it means nothing.
        onLog: (level, log, handle) => {
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
        },
      },
    },
  })) as Rolldown.RolldownOutput;
  const bundled = result.output.map((file) => ({
    name: file.fileName,
    contents: file.type === 'chunk' ? file.code : file.source,
  }));
  const files: PageFile[] = [...languages.map(({ file }) => file), ...bundled];
  return files.sort((a, b) => Number(a.name === 'index.html') - Number(b.name === 'index.html'));
}

/** The words of one language, which the page loads by itself: named as the bundler names its files. */
function ofLanguage(language: Language): PageFile {
  const contents = JSON.stringify(languageFile(language));
  const hash = createHash('sha256').update(contents).digest('base64url').slice(0, 8);
  return { name: `assets/words-${language}-${hash}.json`, contents };
}
