/** Small JSON bodies of requests. */
import type { IncomingMessage } from 'node:http';

/**
 * @param limit bytes
 * @returns the value, or the status to refuse with: 415 no JSON by its type, 413 too large, 400 no JSON by its bytes
 */
export async function readJson(
  request: IncomingMessage,
  types: readonly string[],
  limit: number,
): Promise<{ readonly value: unknown } | 400 | 413 | 415> {
  const type = (request.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (!types.includes(type)) return 415;
  const parts: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of request) {
      parts.push(chunk as Buffer);
      length += (chunk as Buffer).length;
      if (length > limit) return 413;
    }
    return { value: JSON.parse(Buffer.concat(parts, length).toString('utf8')) };
  } catch {
    return 400; // No JSON, or it broke off: then nobody hears this.
  }
}
