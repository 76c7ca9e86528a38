/** What the page's server tells browsers to forbid: everything that the page does not do. */

/** Path that browsers report to what the policy stopped. */
export const REPORT_PATH = '/csp-report';

/** Scripts and styles of our own files alone; no string becomes code, no frame shows us, nothing is asked of anybody else. */
const policyOf = (host: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "media-src 'self' blob:",
    "manifest-src 'self'",
    `connect-src 'self' ws://${host}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
    `report-uri ${REPORT_PATH}`,
  ].join('; ');

/** @param host as the request named it */
export const securityHeaders = (host: string): Readonly<Record<string, string>> => ({
  'Content-Security-Policy': policyOf(host),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Origin-Agent-Cluster': '?1',
  'Permissions-Policy': 'microphone=(self), camera=(self), geolocation=(), display-capture=(), payment=(), usb=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'X-DNS-Prefetch-Control': 'off',
});
