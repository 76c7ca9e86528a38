/**
 * A QR code for a terminal: two modules in one character (half blocks), with the quiet zone that the standard asks for (ISO/IEC 18004:
 * four modules). Black on white by its own colours, so that it reads the same on dark and light terminals; without colours the light modules
 * are drawn, which is right on a dark terminal and still legible to most readers on a light one.
 */
import encodeQR from 'qr';

const QUIET = 4;
/** Black on white of the 256-colour palette, whose last 240 no theme changes. */
const BLACK_ON_WHITE = '\u001b[38;5;16;48;5;231m';
const PLAIN = '\u001b[0m';
/** Of a terminal that does not say. */
const COLUMNS = 80;

export const columnsOf = (stdout: object): number => (stdout as { readonly columns?: number }).columns ?? COLUMNS;

/** Version 40 with the least correction. */
const MAX_BYTES = 2_953;

/**
 * @param columns of the terminal
 * @returns its lines; undefined where the text or the terminal is too narrow for one
 */
export function terminalQr(text: string, columns: number, colours: boolean): readonly string[] | undefined {
  if (Buffer.byteLength(text) > MAX_BYTES) return undefined;
  const modules = encodeQR(text, 'raw', { ecc: 'low', border: QUIET });
  const width = modules[0]?.length ?? 0;
  if (width > columns) return undefined;
  const isDark = (row: number, column: number): boolean => modules[row]?.[column] === true;
  const lines: string[] = [];
  for (let row = 0; row < modules.length; row += 2) {
    let line = '';
    for (let column = 0; column < width; column += 1) {
      const [upper, lower] = [isDark(row, column), isDark(row + 1, column)];
      line += colours ? block(upper, lower) : block(!upper, !lower);
    }
    lines.push(colours ? `${BLACK_ON_WHITE}${line}${PLAIN}` : line);
  }
  return lines;
}

/** What is drawn in the foreground: the upper half, the lower one, both, none. */
function block(upper: boolean, lower: boolean): string {
  if (upper) return lower ? '█' : '▀';
  return lower ? '▄' : ' ';
}
