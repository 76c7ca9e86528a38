/**
 * The page's right to speak to the peer. The link that `npm start` opens carries a code in its fragment, which no request
 * contains; it is handed in once for a token, which lives as long as this tab.
 */
const KEY = 'miyu.token';

export interface SessionPlaces {
  readonly location: { readonly hash: string; readonly pathname: string };
  readonly history: { replaceState(data: unknown, unused: string, url: string): void; readonly state: unknown };
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
}

/** What the address said behind its `#`. */
export interface Fragment {
  readonly code: string | undefined;
  /** Somebody's invite link. Whether it is one, the peer finds out; nothing is done with it that a person does not ask for. */
  readonly invite: string | undefined;
}

/** What stands behind a link's scheme; the longest link has 6 KiB. */
const INVITE = /^[\w-]{1,6144}$/;

/** Reads what the address brings, and takes it out of the address before anything else: it must not stay in the history. */
export function takeFragment({ location, history }: Pick<SessionPlaces, 'location' | 'history'>): Fragment {
  const said = new URLSearchParams(location.hash.slice(1));
  const [code, invite] = [said.get('code'), said.get('invite')];
  if (code !== null || invite !== null) history.replaceState(history.state, '', location.pathname);
  return {
    code: code !== null && /^[\w-]{1,128}$/.test(code) ? code : undefined,
    invite: invite !== null && INVITE.test(invite) ? `miyu://invite/${invite}` : undefined,
  };
}

/** @returns the token, or undefined where this tab was opened without a code, or with one that was used before */
export async function takeToken(places: SessionPlaces, code: string | undefined): Promise<string | undefined> {
  const { storage } = places;
  if (code !== undefined) {
    const token = await exchange(places, code);
    if (token !== undefined) {
      storage.setItem(KEY, token);
      return token;
    }
  }
  return storage.getItem(KEY) ?? undefined;
}

export const forgetToken = (storage: Pick<Storage, 'removeItem'>): void => {
  storage.removeItem(KEY);
};

async function exchange(places: SessionPlaces, code: string): Promise<string | undefined> {
  try {
    const answer = await places.fetch('/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code }),
    });
    if (!answer.ok) return undefined;
    const body: unknown = await answer.json();
    const token = (body as { readonly token?: unknown } | null)?.token;
    return typeof token === 'string' ? token : undefined;
  } catch {
    return undefined; // The peer is not there; the page says so, and a token of before may do when it is back.
  }
}
