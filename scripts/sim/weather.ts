/** What a process's own machine does to it while it runs: a disk that fails, a clock that is set. See system.c. */
import { execFileSync } from 'node:child_process';
import { closeSync, constants as fileConstants, openSync, writeSync } from 'node:fs';
import { constants, endianness } from 'node:os';
import { join } from 'node:path';

export const DISK_FAULTS = {
  full: { writing: constants.errno.ENOSPC, syncing: 0 },
  failing: { writing: 0, syncing: constants.errno.EIO },
  broken: { writing: constants.errno.EIO, syncing: constants.errno.EIO },
  'read-only': { writing: constants.errno.EROFS, syncing: 0 },
} as const;

export type DiskFault = keyof typeof DISK_FAULTS;

/** Codes with which a peer refuses while its disk or its server's does. */
export const DISK_CODES = ['disk-full', 'storage-full', 'store-failed', 'folder-unwritable'] as const;

const { O_CREAT, O_RDWR } = fileConstants;
const FAIR = { writing: 0, syncing: 0 } as const;

/** The weather of one actor, in a file that its processes look at. */
export class Weather {
  readonly #path: string;
  readonly #store: string;
  #disk: { readonly writing: number; readonly syncing: number } = FAIR;
  #seconds = 0;

  /** @param store folder of the actor's stores: its own disk */
  constructor(store: string) {
    this.#store = store;
    this.#path = `${store}.weather`;
  }

  /** For the next life: its disk works, its clock is as it was. */
  begin(): Readonly<Record<string, string>> {
    this.#disk = FAIR;
    this.#write();
    return { MIYU_CONTROL: this.#path, MIYU_STORE: this.#store };
  }

  /** @param fault left out: it works again */
  setDisk(fault?: DiskFault): void {
    this.#disk = fault === undefined ? FAIR : DISK_FAULTS[fault];
    this.#write();
  }

  /** @param seconds that the wall clock is ahead from now on; less than 0: behind */
  setClock(seconds: number): void {
    this.#seconds = seconds;
    this.#write();
  }

  #write(): void {
    const bytes = new DataView(new ArrayBuffer(16));
    const little = endianness() === 'LE';
    bytes.setInt32(0, this.#disk.writing, little);
    bytes.setInt32(4, this.#disk.syncing, little);
    bytes.setBigInt64(8, BigInt(this.#seconds), little);
    // In place, for it is mapped.
    const file = openSync(this.#path, O_RDWR | O_CREAT, 0o600);
    writeSync(file, bytes, 0, bytes.byteLength, 0);
    closeSync(file);
  }
}

/** The library that does it. @returns its path, or why there is none */
export function buildLibrary(folder: string): { readonly path: string } | { readonly reason: string } {
  if (process.platform !== 'linux') return { reason: `it needs Linux, this is ${process.platform}` };
  const path = join(folder, 'system.so');
  const source = join(import.meta.dirname, 'system.c');
  try {
    execFileSync('cc', ['-shared', '-fPIC', '-O2', '-o', path, source, '-ldl'], { stdio: ['ignore', 'pipe', 'pipe'] });
    return { path };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return {
      reason: code === 'ENOENT' ? 'there is no C compiler (cc)' : `the library could not be built: ${String(error)}`,
    };
  }
}
