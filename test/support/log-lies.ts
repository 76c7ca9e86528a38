/** What a lying server does to its log: it goes on from what everybody has seen, and its map is another one. */
import { sha256 } from '../../shared/crypto/hash.ts';
import { concatBytes, equalBytes, toHex } from '../../shared/ids.ts';
import { decodeMapEntry, encodeMapEntry, type MapEntry } from '../../shared/transparency/map-entries.ts';
import { decodePage, pageKey } from '../../shared/transparency/map-pages.ts';
import { emptyMap, updateMap, type MapChange } from '../../shared/transparency/map-store.ts';
import { entryLeaf, mapLeaf } from '../../shared/transparency/tree-hash.ts';
import { appendLeaves, rootOf } from '../../shared/transparency/tree-tiles.ts';
import { Rows, type TestLog } from './log-world.ts';

/** Everything that the newest map holds. */
export function entriesOf(log: TestLog, path = '', version = log.state.tip.size): MapChange[] {
  const page = decodePage(log.rows.stored.get(Rows.name(pageKey(version, path))));
  return page.flatMap((slot, at) => {
    if (slot === undefined) return [];
    if (slot.kind === 'leaf') return [{ key: slot.key.slice(), value: slot.value.slice() }];
    return entriesOf(log, path + at.toString(16), slot.version);
  });
}

/** The tree goes on, with these leaves; the map behind it is made anew, of this. */
function goOn(log: TestLog, leaves: readonly Uint8Array[], entries: readonly MapChange[]): void {
  // At a size at which no map can have been.
  log.rows.put(emptyMap(0).rows);
  const size = log.state.tip.size + leaves.length + 1;
  const map = log.rows.read(updateMap(0, size, entries));
  const { tip, rows } = appendLeaves(log.state.tip, [...leaves, mapLeaf(map.root)]);
  log.rows.put([...rows, ...map.rows]);
  log.state = { tip, root: rootOf(tip), mapRoot: map.root };
}

/** These keys never were. */
export const dropKeys = (log: TestLog, keys: readonly Uint8Array[]): void =>
  goOn(
    log,
    [],
    entriesOf(log).filter(({ key }) => !keys.some((dropped) => equalBytes(dropped, key))),
  );

/** These keys say what they said once. */
export function putBack(log: TestLog, values: ReadonlyMap<string, Uint8Array>): void {
  const entries = entriesOf(log).map(({ key, value }) => ({ key, value: values.get(toHex(key)) ?? value }));
  goOn(log, [], entries);
}

/** Under these keys the account has ended, by a statement that nobody has signed. */
export function endUnder(log: TestLog, keys: readonly Uint8Array[]): void {
  const made = sha256(concatBytes(...keys));
  const ended = (entry: MapEntry): MapEntry => ({
    ...{ ...entry, released: true, entry: made, sequence: entry.sequence + 1n },
    index: log.state.tip.size,
  });
  const entries = entriesOf(log).map(({ key, value }) =>
    keys.some((each) => equalBytes(each, key))
      ? { key, value: encodeMapEntry(ended(decodeMapEntry(value)!)) }
      : { key, value },
  );
  goOn(log, [entryLeaf(made)], entries);
}
