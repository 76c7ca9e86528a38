/**
 * The port that the system gave where it was asked for any. It is asked for again at the next start, so that friends find this device where it
 * was, also when no server is left to tell them of another port.
 */
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileAtomic } from '../shared/storage/atomic-file.ts';

const FILE = 'listen-port';
const ANY = /\/tcp\/0(?=\/|$)/;

/** Where the listen addresses leave one port open; with more of them nobody could say which port was whose. */
const isOpen = (listen: readonly string[]): boolean => listen.filter((address) => ANY.test(address)).length === 1;

/** @param folder where files of one profile's programs lie @returns the listen addresses with the port of the last time; undefined: there is none */
export async function listenAsBefore(
  folder: string,
  listen: readonly string[],
): Promise<readonly string[] | undefined> {
  if (!isOpen(listen)) return undefined;
  const text = await readFile(join(folder, FILE), 'utf8').catch(() => '');
  const port = /^[1-9]\d{0,4}$/.test(text) ? Number(text) : 0;
  if (port === 0 || port > 65_535) return undefined;
  return listen.map((address) => address.replace(ANY, `/tcp/${port}`));
}

/**
 * Where it cannot be written nothing is lost but the port.
 * @param listen as it was asked for
 * @param addresses what is listened on
 */
export async function keepPort(folder: string, listen: readonly string[], addresses: readonly string[]): Promise<void> {
  if (!isOpen(listen)) return;
  const asked = new Set(listen.map((address) => /\/tcp\/(\d+)/.exec(address)?.[1]));
  const port = addresses.map((address) => /\/tcp\/(\d+)/.exec(address)?.[1]).find((each) => !asked.has(each));
  if (port === undefined) return;
  await writeFileAtomic(join(folder, FILE), Buffer.from(port)).catch(() => undefined);
}

/** Another account that begins in this folder is not to be found where this one was. */
export const forgetPort = (folder: string): Promise<void> => rm(join(folder, FILE), { force: true });
