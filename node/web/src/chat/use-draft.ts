/** The text that is not sent yet: kept by the peer, so that it survives another chat, another page and a restart. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { isMiyuError } from '../../../../shared/errors.ts';
import type { PagePeer } from '../peer/page-peer.ts';

/** A pause in writing: what was written until then is kept. */
const PAUSE_MS = 400;

export interface Draft {
  readonly text: string;
  readonly write: (text: string) => void;
  /** It was sent, and the peer forgets it by itself. */
  readonly clear: () => void;
}

export function useDraft(peer: PagePeer, account: string): Draft {
  const [text, setText] = useState('');
  const newest = useRef('');
  const touched = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const keep = useCallback((): void => {
    if (timer.current === undefined) return;
    clearTimeout(timer.current);
    timer.current = undefined;
    peer.call('draft.set', { with: account, text: newest.current }).catch((error: unknown) => {
      if (!isMiyuError(error)) throw error;
      // The line broke, or it is longer than any text may be, which the composer says: the next pause keeps it.
    });
  }, [peer, account]);

  const write = useCallback(
    (next: string): void => {
      touched.current = true;
      newest.current = next;
      setText(next);
      clearTimeout(timer.current);
      timer.current = setTimeout(keep, PAUSE_MS);
    },
    [keep],
  );

  const clear = useCallback((): void => {
    clearTimeout(timer.current);
    timer.current = undefined;
    newest.current = '';
    setText('');
  }, []);

  useEffect(() => {
    peer.call('draft.get', { with: account }).then(
      ({ text: kept }) => {
        if (touched.current) return;
        newest.current = kept;
        setText(kept);
      },
      (error: unknown) => {
        if (!isMiyuError(error)) throw error;
      },
    );
    addEventListener('pagehide', keep);
    return () => {
      removeEventListener('pagehide', keep);
      keep();
    };
  }, [peer, account, keep]);

  return { text, write, clear };
}
