/** What every part of the long run leaves behind: one JSON document, written anew whenever there is something to tell. */

/** What became of a promise (shared/scenarios.md: L D E C M S): `open` where it could not be judged. */
export type Mark = 'kept' | 'broken' | 'open';

export interface PartRow {
  /** Of shared/scenarios.md. */
  readonly row: number;
  readonly what: string;
  /** How often it was injected; a row that never was is left out. */
  readonly times: number;
  /** By letter; a promise that this part does not judge is left out. */
  readonly marks: Readonly<Record<string, Mark>>;
}

export interface PartBroken {
  readonly promise: string;
  readonly what: string;
  /** The command line that shows it again. */
  readonly again: string;
}

export interface PartResult {
  readonly part: string;
  readonly seed: number;
  /** Everything that was asked for is done. */
  readonly finished: boolean;
  /** Of work, over all sittings. */
  readonly seconds: number;
  readonly goals: readonly { readonly what: string; readonly done: number; readonly goal: number }[];
  readonly rows: readonly PartRow[];
  /** `found` of `tried` went wrong; 0 found means fewer than 3 / tried at 95 %. */
  readonly bounds: readonly { readonly what: string; readonly found: number; readonly tried: number }[];
  readonly broken: readonly PartBroken[];
  /** What else is worth a line. */
  readonly lines: readonly string[];
}
