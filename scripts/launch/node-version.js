// Which Node can run what. This file is the first thing that a machine's own Node reads, however old it is: it keeps to
// syntax that every Node with ES modules understands, so that an old one prints a sentence and not a SyntaxError.

/** The oldest Node that the launchers themselves run on. */
export const LAUNCHER_NODE = '20.0.0';

/** The oldest Node that the programs run on: from here on ML-KEM private keys can be imported as JWK. */
export const PROGRAM_NODE = '24.18.0';

/**
 * @param {string} version such as `24.18.0` or `v24.18.0-rc.1`
 * @returns {[number, number, number]} major, minor, patch
 * @throws {TypeError} when the text is no version
 */
export function parseVersion(version) {
  const match = /^v?(\d{1,6})\.(\d{1,6})\.(\d{1,6})(?:[-+].*)?$/.exec(version);
  if (match === null) throw new TypeError('not a version: ' + version);
  return [Number(match[1]), Number(match[2]), Number(match[3])];
}

/**
 * @param {string} left
 * @param {string} right
 * @returns {number} negative, zero or positive, as `left` is older than, the same as or newer than `right`
 */
export function compareVersions(left, right) {
  const a = parseVersion(left);
  const b = parseVersion(right);
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}

/**
 * @param {string} version of the Node that runs now
 * @returns {boolean} whether the launchers can run on it
 */
export function canLaunch(version) {
  return compareVersions(version, LAUNCHER_NODE) >= 0;
}

/**
 * @param {string} version of the Node that runs now
 * @returns {boolean} whether the programs can run on it. Node 25 ended before 24.18 came out, so a higher number is
 *   no newer Node there: it gets the pinned runtime as well.
 */
export function canRun(version) {
  return compareVersions(version, PROGRAM_NODE) >= 0 && parseVersion(version)[0] !== 25;
}

/** Ends the process with a sentence in both languages where this Node is too old for the launchers. */
export function requireNode() {
  if (canLaunch(process.versions.node)) return;
  console.error(
    'miyu needs Node 20 or newer to start; this is ' + process.version + '. Install Node 24 from your system.',
  );
  console.error('密语需要 Node 20 或更新的版本才能启动，当前是 ' + process.version + '。请安装 Node 24。');
  process.exit(1);
}
