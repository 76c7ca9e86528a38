/** Folders, damage and full disks for tests of the stores. */
import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, open, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** An empty folder that goes when the test ends. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'miyu-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Every file under a folder, as full paths in a fixed order. */
export async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** A copy of a store's folder that no process has open. */
export async function copyOf(folder: string): Promise<string> {
  const copy = join(await temporaryFolder(), 'copy');
  await cp(folder, copy, { recursive: true });
  return copy;
}

/** Flips one bit; `at` in 0 .. 1 says where. @returns false for an empty file */
export async function flipBit(path: string, at: number): Promise<boolean> {
  const file = await open(path, 'r+');
  try {
    const bits = 8 * (await file.stat()).size;
    if (bits === 0) return false;
    const bit = Math.min(bits - 1, Math.floor(at * bits));
    const byte = Buffer.alloc(1);
    await file.read(byte, 0, 1, bit >>> 3);
    byte[0]! ^= 1 << (bit & 7);
    await file.write(byte, 0, 1, bit >>> 3);
    return true;
  } finally {
    await file.close();
  }
}

/** Cuts a file; `at` in 0 .. 1 says how much stays. */
export async function cutFile(path: string, at: number): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.truncate(Math.floor(at * (await stat(path)).size));
  } finally {
    await file.close();
  }
}

/** A file system of this many MiB in memory, gone with the test; undefined where this process may not mount one. */
export async function smallDisk(mebibytes: number): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined;
  const folder = await mkdtemp(join(tmpdir(), 'miyu-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${mebibytes}m`, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    await rm(folder, { recursive: true });
    return undefined;
  }
  onTestFinished(async () => {
    execFileSync('umount', ['-l', folder]);
    await rm(folder, { recursive: true });
  });
  return folder;
}

/** Writes until the disk is full. @returns the function that gives the room back */
export async function fillDisk(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, 'filler');
  const file = await open(path, 'w');
  try {
    for (const size of [1 << 20, 4096, 1]) {
      const block = Buffer.alloc(size, 1);
      try {
        for (;;) await file.write(block);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      }
    }
  } finally {
    await file.close();
  }
  return () => rm(path);
}
