/** What a device calls itself to the other devices of its account, unless the person has set something: nobody else ever reads it. */
import { hostname, platform } from 'node:os';

const SYSTEMS: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  linux: 'Linux',
  darwin: 'macOS',
  win32: 'Windows',
};

/** `kitchen · Linux`: the name of the machine, and its system. */
export function deviceName(): string {
  const system = SYSTEMS[platform()] ?? platform();
  const host = hostname().trim();
  return host === '' ? system : `${host} · ${system}`;
}
