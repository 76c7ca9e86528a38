/** A terminal's screen as far as readline uses it (ECMA-48): what a person sees of everything that was written. */

const CONTROL = /^\u001b\[(\d*)(?:;(\d*))?([A-Za-z])/u;

export class VtScreen {
  readonly #cells: string[][] = [[]];
  readonly #columns: number;
  readonly #height: number;
  #row = 0;
  #column = 0;

  private constructor(columns: number, height: number) {
    this.#columns = columns;
    this.#height = height;
  }

  static of(written: string, columns: number, height: number): VtScreen {
    const screen = new VtScreen(columns, height);
    for (let rest = written; rest !== '';) {
      const control = CONTROL.exec(rest);
      if (control !== null) {
        screen.#control(control[3] ?? '', Number(control[1] === '' ? 1 : control[1]), control[1] === '');
        rest = rest.slice(control[0].length);
        continue;
      }
      const letter = String.fromCodePoint(rest.codePointAt(0) ?? 0);
      screen.#write(letter);
      rest = rest.slice(letter.length);
    }
    return screen;
  }

  /** From the first, without the spaces at their ends and empty ones below the last. */
  rows(): readonly string[] {
    const rows = this.#cells.map((cells) =>
      Array.from(cells, (cell) => cell ?? ' ')
        .join('')
        .trimEnd(),
    );
    while (rows.at(-1) === '') rows.pop();
    return rows;
  }

  #control(name: string, count: number, isDefault: boolean): void {
    // Nothing above the screen can be reached.
    const top = Math.max(0, this.#cells.length - this.#height);
    switch (name) {
      case 'A':
        this.#row = Math.max(top, this.#row - count);
        return;
      case 'B':
        this.#row = Math.min(this.#cells.length - 1, this.#row + count);
        return;
      case 'C':
        this.#column = Math.min(this.#columns - 1, this.#column + count);
        return;
      case 'D':
        this.#column = Math.max(0, Math.min(this.#column, this.#columns - 1) - count);
        return;
      case 'G':
        this.#column = count - 1;
        return;
      case 'J':
        if (!isDefault && count !== 0) throw new Error('readline clears downwards only');
        this.#cells[this.#row]?.splice(this.#column);
        // The rows stay: the terminal does not grow shorter.
        for (let row = this.#row + 1; row < this.#cells.length; row += 1) this.#cells[row] = [];
        return;
      case 'K':
        this.#cells[this.#row]?.splice(this.#column);
        return;
      default:
        throw new Error(`readline writes no ${name}`);
    }
  }

  #write(letter: string): void {
    if (letter === '\r') this.#column = 0;
    else if (letter === '\n') {
      this.#column = 0;
      this.#down();
    } else if (letter >= ' ') {
      const width = isWide(letter) ? 2 : 1;
      if (this.#column + width > this.#columns) {
        this.#column = 0;
        this.#down();
      }
      const row = this.#cells[this.#row]!;
      while (row.length < this.#column) row.push(' ');
      row[this.#column] = letter;
      if (width === 2) row[this.#column + 1] = '';
      this.#column += width;
    }
  }

  #down(): void {
    this.#row += 1;
    while (this.#cells.length <= this.#row) this.#cells.push([]);
  }
}

/** As far as the tests write them: Han, full-width signs, emoji. */
const isWide = (letter: string): boolean => /[\u3000-\u9fff\uff01-\uff60\u{1f300}-\u{1faff}]/u.test(letter);
