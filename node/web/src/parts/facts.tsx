/** Facts under a heading, each a row of what it is and how it stands. */
import type { ReactElement, ReactNode } from 'react';

export function Part({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactElement {
  return (
    <section className="bg-raised border-line rounded-large border px-4 py-3 sm:px-5">
      <h3 className="mb-1 font-semibold">{title}</h3>
      {children}
    </section>
  );
}

export function Row({ term, children }: { readonly term: string; readonly children: ReactNode }): ReactElement {
  return (
    <div className="border-line flex flex-wrap gap-x-4 border-t py-2 first:border-t-0">
      <dt className="text-ink-soft w-36 shrink-0">{term}</dt>
      <dd className="min-w-0 flex-1 basis-48 break-words">{children}</dd>
    </div>
  );
}
