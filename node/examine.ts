/** `miyu doctor` where no peer runs: what can be measured without one, and why none runs as far as that shows. */
import { existsSync } from 'node:fs';
import { loadPeerSettings } from './config.ts';
import { closedPorts } from './doctor-verbs.ts';
import { examine, type Check, type DoctorReport } from './flows/doctor.ts';
import { parseServer } from './flows/server-text.ts';
import { openProfileFolder } from './store/profile-folder.ts';
import { systemClock } from '../shared/clock.ts';
import { MiyuError } from '../shared/errors.ts';

export interface ExamineRequest {
  readonly profile: string;
  readonly onCheck: (check: Check) => void;
}

/** @throws MiyuError 'config-invalid' | 'address-malformed' | 'invite-malformed' */
export async function examineAlone({ profile, onCheck }: ExamineRequest): Promise<DoctorReport> {
  const { listen, otherPort, server } = loadPeerSettings(profile, {}, process.env);
  const ports = closedPorts({
    clock: systemClock,
    instead: await whyNone(profile),
    // Where another port would do, a taken one is no fault.
    listen: otherPort ? [] : listen,
    server: server === null ? null : parseServer(server).home,
  });
  return await examine(ports, onCheck, new AbortController().signal);
}

/** Whether a process holds the profile all the same, or nobody could open it. Makes nothing where there is nothing. */
async function whyNone(folder: string): Promise<'peer-not-running' | 'profile-in-use' | 'folder-unwritable'> {
  if (!existsSync(folder)) return 'peer-not-running';
  try {
    await (await openProfileFolder(folder)).release();
    return 'peer-not-running';
  } catch (error) {
    if (!(error instanceof MiyuError)) throw error;
    return error.code === 'profile-in-use' || error.code === 'folder-unwritable' ? error.code : 'peer-not-running';
  }
}
