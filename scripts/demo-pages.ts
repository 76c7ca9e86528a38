/** The demonstration in two windows: alice in English and dark, bob in Chinese and light, side by side where there is a display. */
import { PASSWORD } from './demo-acts.ts';
import type { Acts } from './demo-acts.ts';
import { Hand } from './pages/hand.ts';
import type { Person } from './pages/person.ts';
import { Windows, placeWindow } from './pages/windows.ts';
import type { Look } from './pages/windows.ts';

const LOOKS: Readonly<Record<string, Look & { readonly half: 'left' | 'right' }>> = {
  alice: { language: 'en', theme: 'dark', half: 'left' },
  bob: { language: 'zh', theme: 'light', half: 'right' },
};
/** As fast as somebody who types well, for whoever looks on. */
const KEY_MS = 35;

export interface DemoPages {
  readonly actsOf: (person: Person) => Acts;
  close(): Promise<void>;
}

/** @param path of the browser */
export async function openDemoPages(path: string, visible: boolean): Promise<DemoPages> {
  const windows = await Windows.start(path, visible);
  return {
    actsOf: (person) => pageActs(windows, person),
    close: () => windows.close(),
  };
}

function pageActs(windows: Windows, person: Person): Acts {
  const look = LOOKS[person.name]!;
  let opened: Hand | undefined;
  const hand = (): Hand => {
    if (opened === undefined) throw new Error(`${person.name} has no page yet`);
    return opened;
  };
  return {
    register: async () => {
      const page = await windows.open(look);
      if (windows.visible) await placeWindow(page, look.half);
      opened = new Hand(page, look.language, windows.visible ? KEY_MS : 0);
      await page.goto(await person.link());
      await opened.register(person.name, PASSWORD);
    },
    // The page has waited for its peer, and found it again by itself.
    unlock: () => hand().unlock(PASSWORD),
    ask: (friend, greeting) => hand().ask(friend, greeting),
    accept: (friend, greeting) => hand().accept(friend, greeting),
    write: (friend, text) => hand().write(friend, text),
    sees: (friend, presence) => hand().sees(friend, presence === 'online' ? 'online' : 'away'),
    reads: (friend, texts) => hand().reads(friend, texts),
    isAlone: () => hand().isAlone(),
  };
}
