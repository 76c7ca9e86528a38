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

/** @returns the token, or undefined where this tab was opened without a code, or with one that was used before */
export async function takeToken(places: SessionPlaces): Promise<string | undefined> {
  const { location, history, storage } = places;
  const code = /^#code=([\w-]+)$/.exec(location.hash)?.[1];
  if (code !== undefined) {
    history.replaceState(history.state, '', location.pathname); // Before anything else: it must not stay in the history.
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
