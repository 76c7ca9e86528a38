declare module '*.css' {}

/** Where the words of each language lie, by the name of their contents; scripts/build-page.ts writes both. */
declare const LANGUAGE_FILES: Readonly<Record<'en' | 'zh', string>>;
