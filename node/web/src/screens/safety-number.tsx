import type { ReactElement } from 'react';

/** Twelve groups of five digits, as two people read them out. */
export function SafetyNumber({ text }: { readonly text: string }): ReactElement {
  return (
    <span className="grid max-w-72 grid-cols-4 gap-x-3 font-mono tabular-nums">
      {text.split(' ').map((group, at) => (
        <span key={at}>{group}</span>
      ))}
    </span>
  );
}
