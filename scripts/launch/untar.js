/** A tar archive is a row of 512-byte blocks: a header, then the file's bytes, padded. */
const BLOCK = 512;

/**
 * Reads one file out of a tar stream (ustar, as npm packs) and stops there.
 *
 * @param {AsyncIterable<Uint8Array>} stream the archive, already unzipped
 * @param {string} wanted the file's path in the archive
 * @param {number} limit most bytes that the file may have
 * @returns {AsyncGenerator<Buffer>} the file's bytes, in pieces
 * @throws {Error} when the archive is broken, ends early, lacks the file, or the file is larger than `limit`
 */
export async function* extractFile(stream, wanted, limit) {
  /** Bytes of the archive that are read and not used yet. @type {Buffer} */
  let held = Buffer.alloc(0);
  /** Bytes until the next header: the rest of the current file and its padding. */
  let skip = 0;
  /** Bytes of the wanted file still to come; undefined while it has not been found. @type {number | undefined} */
  let left;

  for await (const chunk of stream) {
    held = held.length === 0 ? Buffer.from(chunk) : Buffer.concat([held, chunk]);
    for (;;) {
      if (left !== undefined) {
        const piece = held.subarray(0, left);
        left -= piece.length;
        held = held.subarray(piece.length);
        if (piece.length > 0) yield piece;
        if (left === 0) return;
        break;
      }
      const passed = Math.min(skip, held.length);
      skip -= passed;
      held = held.subarray(passed);
      if (skip > 0 || held.length < BLOCK) break;
      const header = readHeader(held.subarray(0, BLOCK));
      held = held.subarray(BLOCK);
      if (header === undefined) continue;
      if (header.isFile && header.path === wanted) {
        if (header.size > limit) throw new Error(`${wanted} is larger than ${limit} bytes`);
        left = header.size;
      } else {
        skip = Math.ceil(header.size / BLOCK) * BLOCK;
      }
    }
  }
  throw new Error(left === undefined ? `the archive has no ${wanted}` : 'the archive ends early');
}

/**
 * @param {Buffer} block
 * @returns {{path: string, size: number, isFile: boolean} | undefined} undefined for the zero blocks at the end
 */
function readHeader(block) {
  if (block.every((byte) => byte === 0)) return undefined;
  // The checksum field itself counts as eight spaces.
  const sum = block.reduce((total, byte, index) => total + (index >= 148 && index < 156 ? 0x20 : byte), 0);
  if (sum !== octal(block, 148, 8)) throw new Error('the archive is broken');
  const prefix = text(block, 345, 155);
  const name = text(block, 0, 100);
  return {
    path: prefix === '' ? name : `${prefix}/${name}`,
    size: octal(block, 124, 12),
    isFile: block[156] === 0 || block[156] === 0x30,
  };
}

/**
 * @param {Buffer} block
 * @param {number} start
 * @param {number} length
 * @returns {string}
 */
function text(block, start, length) {
  const field = block.subarray(start, start + length);
  const end = field.indexOf(0);
  return field.toString('utf8', 0, end === -1 ? length : end);
}

/**
 * @param {Buffer} block
 * @param {number} start
 * @param {number} length
 * @returns {number}
 */
function octal(block, start, length) {
  const digits = text(block, start, length).trim();
  if (!/^[0-7]{1,11}$/.test(digits)) throw new Error('the archive is broken');
  return Number.parseInt(digits, 8);
}
