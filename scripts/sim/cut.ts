/**
 * Takes from a store what was never synced, as a power cut would. What was synced is known from the notes that synced.c made.
 *
 * A file that was synced keeps that many bytes, under the name that it has; one that never was is empty, or gone where its folder
 * was not synced either since it was created. Renames and removals count as done: a journalling file system keeps their order.
 */
import { readdirSync, readFileSync, statSync, truncateSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';

interface Known {
  /** Bytes on the disk; undefined: never synced. */
  synced: bigint | undefined;
  readonly folder: bigint;
  /** Line of its creation. */
  readonly created: number;
}

export interface Notes {
  readonly files: ReadonlyMap<bigint, Known>;
  /** Line of a folder's newest sync. */
  readonly folders: ReadonlyMap<bigint, number>;
}

/** The last line may be cut off where the process died. */
export function readNotes(text: string): Notes {
  const files = new Map<bigint, Known>();
  const folders = new Map<bigint, number>();
  const lines = text.split('\n');
  lines.pop();
  lines.forEach((line, at) => {
    const [what, inodeText = '', numberText = ''] = line.split(' ');
    const [inode, number] = [BigInt(inodeText), BigInt(numberText)];
    const file = files.get(inode);
    // An inode may be used again: what was known of it ends with its creation.
    if (what === 'N') files.set(inode, { synced: undefined, folder: number, created: at });
    else if (what === 'T') {
      if (file?.synced !== undefined && file.synced > number) file.synced = number;
    } else if (file === undefined) folders.set(inode, at);
    else file.synced = number;
  });
  return { files, folders };
}

export interface Cuts {
  bytes: number;
  files: number;
  removed: number;
}

/** Cuts every file below this folder. Nothing may have it open. @returns what was taken, one text a file */
export function cutFolder(folder: string, { files, folders }: Notes, cuts: Cuts): string[] {
  const told: string[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) told.push(...cutFolder(path, { files, folders }, cuts));
    if (!entry.isFile()) continue;
    const { ino, size } = statSync(path, { bigint: true });
    const known = files.get(ino);
    if (known === undefined) continue;
    const keeps = known.synced ?? 0n;
    const entrySynced = known.synced !== undefined || (folders.get(known.folder) ?? -1) > known.created;
    if (!entrySynced) {
      unlinkSync(path);
      cuts.removed += 1;
      told.push(`${entry.name} gone, never synced`);
    } else if (keeps < size) {
      truncateSync(path, Number(keeps));
      cuts.bytes += Number(size - keeps);
      cuts.files += 1;
      told.push(`${entry.name} ${size} → ${keeps}`);
    }
  }
  return told;
}

export const readNotesFile = (path: string): Notes => readNotes(readFileSync(path, 'utf8'));
