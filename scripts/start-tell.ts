/** What `npm start` shows: hints, the page, and where things are. */
import { findPage } from '../node/api/client-page.ts';
import type { Status } from '../node/api/contract-views.ts';
import { hasDisplay, openInBrowser } from '../node/cli/browser.ts';
import type { Run } from '../node/cli/run.ts';
import { withPeer } from './start-account.ts';
import type { ServerReport } from './start-server.ts';
import { startSay } from './start-words.ts';
import type { StartWord } from './start-words.ts';

type Blanks = Readonly<Record<string, string | number>>;

export class Teller {
  readonly #face: Run;
  #mayOpen: boolean;
  #hasWindow = false;

  /** @param mayOpen whether the person wants the page opened */
  constructor(face: Run, mayOpen: boolean) {
    this.#face = face;
    this.#mayOpen = mayOpen;
  }

  /** Whether a browser shows the page because we have asked it to. */
  get hasWindow(): boolean {
    return this.#hasWindow;
  }

  say(word: StartWord, blanks: Blanks = {}): string {
    return startSay(this.#face.language, word, blanks);
  }

  hint(word: StartWord, blanks: Blanks = {}): void {
    this.#face.hint(this.say(word, blanks));
  }

  /** Opens the page, once, where somebody looks at windows; else, and from then on, tells its link. */
  async showPage(): Promise<void> {
    const { link, opener } = await findPage(this.#face.profile);
    // Whoever starts it from a script looks at no window.
    if (this.#mayOpen && process.stdout.isTTY && hasDisplay(process.env)) {
      this.#mayOpen = false;
      this.#hasWindow = await openInBrowser(opener, process.env);
      this.hint(this.#hasWindow ? 'pageOpened' : 'pageNotOpened');
      if (this.#hasWindow) return;
    }
    this.#line('page', `\n  ${link}`);
  }

  /** @param own the server that was started here */
  async tellWhereThingsAre(data: string, status: Status, own: ServerReport | null): Promise<void> {
    const face = this.#face;
    const invite = await withPeer(face, (api) => api.call('invite')).catch(() => null);
    if (face.json) {
      const found = status.page === null ? null : await findPage(face.profile);
      const page = found === null ? null : { address: found.address, link: found.link };
      const { profile } = face;
      face.print({ result: { event: 'ready', data, profile, status, ownServer: own, invite, page }, words: '' });
      return;
    }
    const { state, name, fingerprint, listening, server } = status;
    face.tell('');
    face.tell(face.say(state === 'online' ? 'signedIn' : 'signedInOffline', { name: name ?? '' }));
    if (own !== null) this.#line('server', this.say('ownServer', { addresses: own.addresses.join(' ') }));
    else if (server !== null) this.#line('server', server.addresses.join(' '));
    const pinned = own?.fingerprint ?? server?.fingerprint;
    if (pinned !== undefined) this.#line('fingerprint', pinned);
    if (fingerprint !== null) this.#line('ownFingerprint', fingerprint);
    if (listening.length > 0) this.#line('address', listening.join(' '));
    this.#line('data', data);
    if (invite !== null) this.#line('invite', `\n  ${invite.link}`);
    if (status.page !== null) await this.showPage();
    face.tell('');
  }

  #line(word: StartWord, value: string): void {
    this.#face.tell(`${this.say(word)}${this.#face.language === 'zh' ? '：' : ': '}${value}`);
  }
}
