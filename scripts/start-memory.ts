/** What `npm start` remembers of its data folder: the ports, so that links given to friends stay good. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { MiyuError } from '../shared/errors.ts';

const Port = z.number().int().min(1).max(65_535);
const Memory = z.object({ serverPort: Port.exactOptional(), peerPort: Port.exactOptional() });
export type Memory = z.infer<typeof Memory>;

const fileOf = (data: string): string => join(data, 'start.json');

/** A file that is missing or makes no sense is as good as none: the ports are chosen anew. */
export function readMemory(data: string): Memory {
  try {
    return Memory.parse(JSON.parse(readFileSync(fileOf(data), 'utf8')));
  } catch {
    return {};
  }
}

/** @throws MiyuError 'folder-unwritable' */
export function writeMemory(data: string, memory: Memory): void {
  const file = fileOf(data);
  try {
    writeFileSync(`${file}.new`, JSON.stringify(memory), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  } catch (cause) {
    throw new MiyuError('folder-unwritable', { cause });
  }
}
