/** Starts the page: the look and the words first, so that nothing is seen in another's; then the peer. */
import './design/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ToastRegion } from './parts/toast.tsx';
import type { Socket } from './peer/client.ts';
import { PagePeer } from './peer/page-peer.ts';
import { tellActivity } from './peer/presence.ts';
import { PeerContext } from './peer/react.tsx';
import { Page } from './screens/page.tsx';
import { wearLook } from './screens/wear-look.ts';
import { startWords, systemLanguage } from './words/words.ts';

const peer = new PagePeer({
  location,
  history,
  storage: sessionStorage,
  memory: localStorage,
  fetch: (url, init) => fetch(url, init),
  open: () => new WebSocket(`ws://${location.host}/api`) as Socket,
});
const look = peer.store.get().settings;
wearLook(look);
await startWords(look.language ?? systemLanguage(navigator.languages));

createRoot(document.getElementById('page')!).render(
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
addEventListener('online', hurry);
document.addEventListener('visibilitychange', hurry);
tellActivity(peer, document, () => performance.now());
await peer.start();
