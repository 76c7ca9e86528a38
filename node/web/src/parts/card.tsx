import type { ReactElement, ReactNode } from 'react';

/** A sheet of settings or facts, its rows parted by lines. */
export function Card({ children }: { readonly children: ReactNode }): ReactElement {
  return <div className="bg-raised border-line divide-line rounded-large divide-y border px-5 py-1">{children}</div>;
}
