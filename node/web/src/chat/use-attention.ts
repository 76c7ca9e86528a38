import { useSyncExternalStore } from 'react';

/** Whether a person can be looking: the page is seen, and it has the focus. */
export const isAttended = (): boolean => document.visibilityState === 'visible' && document.hasFocus();

export const useAttended = (): boolean => useSyncExternalStore(follow, isAttended);

function follow(listener: () => void): () => void {
  addEventListener('focus', listener);
  addEventListener('blur', listener);
  document.addEventListener('visibilitychange', listener);
  return () => {
    removeEventListener('focus', listener);
    removeEventListener('blur', listener);
    document.removeEventListener('visibilitychange', listener);
  };
}
