// What the launchers tell the person, in the person's language, on stderr: stdout belongs to the program.

/** A launch that cannot go on; the message is for the person and says what to do. */
export class LaunchError extends Error {
  /**
   * @param {string} message
   * @param {{cause?: unknown}} [options]
   */
  constructor(message, options) {
    super(message, options);
    this.name = 'LaunchError';
  }
}

/**
 * @param {Record<string, string | undefined>} [env]
 * @returns {'en' | 'zh'} the language of the locale variables, in POSIX order; of the system where none is set
 */
export function language(env = process.env) {
  const locale =
    env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || new Intl.DateTimeFormat().resolvedOptions().locale || '';
  return /^zh\b|^zh_/i.test(locale) ? 'zh' : 'en';
}

/**
 * @param {string} english
 * @param {string} chinese
 * @returns {string} the one in the person's language
 */
export function say(english, chinese) {
  return language() === 'zh' ? chinese : english;
}

/**
 * Shows that something slow is going on: a line when it starts, the seconds while it runs (in a terminal only), and a
 * line when it is done.
 *
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withProgress(title, work) {
  const started = performance.now();
  const seconds = () => Math.round((performance.now() - started) / 1000);
  const out = process.stderr;
  out.write(out.isTTY ? `${title} …` : `${title} …\n`);
  const ticker = out.isTTY ? setInterval(() => out.write(`\r\x1b[2K${title} … ${seconds()} s`), 1000) : undefined;
  let done = false;
  try {
    const result = await work();
    done = true;
    return result;
  } finally {
    clearInterval(ticker);
    if (out.isTTY) out.write(`\r\x1b[2K${title} ${done ? '✓' : '✗'} ${seconds()} s\n`);
  }
}
