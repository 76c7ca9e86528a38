/** Fields while an input method composes (Chinese and others): what stands in them is half a syllable, and keys are the input method's. */
import { useState } from 'react';
import type { KeyboardEvent } from 'react';

/** Whether the key is the input method's own; of the last of them Safari tells by the code alone. */
export const isComposing = (event: KeyboardEvent): boolean =>
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  event.nativeEvent.isComposing || event.keyCode === 229;

interface Bound {
  readonly onCompositionStart: () => void;
  readonly onCompositionEnd: () => void;
}

/** @returns the value without what is being composed, and what has to hear of it: the field's own handlers */
export function useSettled(value: string): readonly [settled: string, bound: Bound] {
  const [before, setBefore] = useState<string | null>(null);
  return [
    before ?? value,
    {
      onCompositionStart: () => {
        setBefore(value);
      },
      onCompositionEnd: () => {
        setBefore(null);
      },
    },
  ];
}
