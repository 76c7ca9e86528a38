/** The seal and the name. The seal is a roof over a mountain: the parts of 密, cut into cinnabar. */
import type { ReactElement } from 'react';

export function Seal({ size = 32 }: { readonly size?: number }): ReactElement {
  return (
    <svg aria-hidden="true" width={size} height={size} viewBox="0 0 64 64" className="shrink-0">
      <rect width="64" height="64" rx="15" fill="#ae3721" />
      <g fill="none" stroke="#fbf8f2" strokeWidth="5" strokeLinecap="round" strokeLinejoin="round">
        <path d="M32 11.5v4M14 27v-5h36v5M17 33.5v17h30v-17M32 29.5v21" />
      </g>
    </svg>
  );
}

/** 密语 stands first in both languages: it is the name; the Latin letters say how it sounds. */
export function WordMark({ size = 40 }: { readonly size?: number }): ReactElement {
  return (
    <span className="flex items-center gap-3">
      <Seal size={size} />
      <span className="flex items-baseline gap-2 font-serif leading-none">
        <span lang="zh-CN" className="text-huge tracking-widest">
          密语
        </span>
        <span lang="zh-Latn" className="text-large text-ink-soft tracking-wide">
          miyu
        </span>
      </span>
    </span>
  );
}
