/** Starts the page: the look and the words first, so that nothing is seen in another's; then the peer. */
import './design/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ToastRegion } from './parts/toast.tsx';
import { followAddress } from './peer/arrival.ts';
import type { Socket } from './peer/client.ts';
import { PagePeer } from './peer/page-peer.ts';
import { tellActivity } from './peer/presence.ts';
import { PeerContext } from './peer/react.tsx';
import { Page } from './screens/page.tsx';
import { wearLanguage, wearLook } from './screens/wear-look.ts';
import { isErrorCode } from './words/error-words.ts';
import { loaderOf } from './words/load-language.ts';
import { sayWithoutWords } from './words/without-words.ts';
import { startWords, systemLanguage } from './words/words.ts';

const peer = new PagePeer({
  location,
  history,
  storage: sessionStorage,
  memory: localStorage,
  fetch: (url, init) => fetch(url, init),
  open: () => new WebSocket(`ws://${location.host}/api`) as Socket,
  isErrorCode,
});
const look = peer.store.get().settings;
wearLook(look);
const language = look.language ?? systemLanguage(navigator.languages);
const place = document.getElementById('page')!;
const load = loaderOf({ files: LANGUAGE_FILES, fetch: (url, init) => fetch(url, init) });
await startWords(language, load).catch((error: unknown) => {
  sayWithoutWords(place, language, () => {
    location.reload();
  });
  throw error; // There is no page without words.
});
wearLanguage(language);

createRoot(place).render(
  <StrictMode>
    <PeerContext value={peer}>
      <Page />
      <ToastRegion />
    </PeerContext>
  </StrictMode>,
);

const hurry = (): void => {
  peer.hurry();
};
followAddress(window, { location, history }, () => {
  location.reload();
});
addEventListener('online', hurry);
document.addEventListener('visibilitychange', hurry);
tellActivity(peer, document, () => performance.now());
await peer.start();
