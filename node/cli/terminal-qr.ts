/** QR codes in a terminal: two modules a character, dark on light whatever the terminal's own colours are. */
import encodeQr from 'qr';

/** Modules around it that stay light: what ISO/IEC 18004 asks for, and scanners in a dark terminal need. */
const QUIET = 4;
const BLACK_ON_WHITE = '\u001b[38;5;16;48;5;231m';
const RESET = '\u001b[0m';

export interface TerminalQrOptions {
  /** False: no colours of our own. Then it is drawn for light letters on dark ground, as terminals mostly are. */
  readonly colour: boolean;
}

/** @returns lines, each as wide as the code has modules and its quiet zone */
export function terminalQr(text: string, { colour }: TerminalQrOptions): string[] {
  const rows = encodeQr(text, 'raw', { ecc: 'low', border: QUIET });
  // Without colours a letter is light: what is drawn then is the light modules.
  const isInk = (row: number, column: number): boolean => (rows[row]?.[column] ?? false) === colour;
  const lines: string[] = [];
  for (let row = 0; row < rows.length; row += 2) {
    const letters = (rows[row] ?? []).map((_, column) => {
      const upper = isInk(row, column);
      // Below the last of an odd number of rows nothing is dark.
      const lower = row + 1 < rows.length ? isInk(row + 1, column) : !colour;
      return upper ? (lower ? '█' : '▀') : lower ? '▄' : ' ';
    });
    lines.push(colour ? `${BLACK_ON_WHITE}${letters.join('')}${RESET}` : letters.join(''));
  }
  return lines;
}
