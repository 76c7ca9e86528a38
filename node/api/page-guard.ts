/**
 * Which requests the page's server answers at all. Everything on this machine can reach a port of 127.0.0.1: other users'
 * programs, and every page in the user's own browser. So a request must name us as its host (a name that was pointed at
 * 127.0.0.1 is another one), and come from our own page where it could do anything.
 */
import type { IncomingHttpHeaders } from 'node:http';

export interface Asked {
  readonly headers: IncomingHttpHeaders;
  /** Names and values as they came, in turn. */
  readonly rawHeaders: readonly string[];
}

/** What a request wants: something to look at, to say something, to open a line, or to report what a policy stopped. */
export type Purpose = 'read' | 'write' | 'line' | 'report';

export type Refusal = 400 | 403 | 421;

/** @returns the host as it was named, or a status to refuse with */
export function judge(asked: Asked, port: number, purpose: Purpose): { readonly host: string } | Refusal {
  const names = asked.rawHeaders.filter((_, at) => at % 2 === 0).map((name) => name.toLowerCase());
  for (const single of ['host', 'origin']) if (names.filter((name) => name === single).length > 1) return 400;
  const host = asked.headers.host?.toLowerCase();
  // We listen on 127.0.0.1 alone: [::1] would be somebody else.
  if (host === undefined || ![`127.0.0.1:${port}`, `localhost:${port}`].includes(host)) return 421;

  const { origin } = asked.headers;
  const isOwn = origin === `http://${host}`;
  const site = asked.headers['sec-fetch-site'];
  switch (purpose) {
    case 'read':
      if (origin !== undefined && !isOwn) return 403;
      // The address in another page's link, in a file or typed: a person goes there, and nothing of ours is shown in theirs.
      if (site === undefined || site === 'same-origin' || site === 'none') return { host };
      return asked.headers['sec-fetch-mode'] === 'navigate' && asked.headers['sec-fetch-dest'] === 'document'
        ? { host }
        : 403;
    case 'write':
    case 'line':
      return isOwn && (site === undefined || site === 'same-origin') ? { host } : 403;
    case 'report':
      // Browsers send it without a mode that would show the origin to a no-referrer page's server.
      return (origin === undefined || origin === 'null' || isOwn) && site === 'same-origin' ? { host } : 403;
  }
}
