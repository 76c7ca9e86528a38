/** doctor: why it does not work. */
import { isMiyuError } from '../../shared/errors.ts';
import type { CheckBody, DoctorReportBody } from '../api/contract-doctor.ts';
import { connectApi } from '../api/client.ts';
import type { ApiClient } from '../api/client.ts';
import { examples } from './define.ts';
import type { Define } from './define.ts';
import { EXIT } from './exit-codes.ts';
import { formatCheck, formatReport, wordedFinding } from './format-doctor.ts';
import { progressLine } from './progress-line.ts';

/** Measures where no peer runs; handed in by the program's root, for a face does not know how. */
export interface Examiner {
  examineAlone(request: {
    readonly profile: string;
    readonly onCheck: (check: CheckBody) => void;
  }): Promise<DoctorReportBody>;
}

export function defineDoctorCommand({ program, say, action, exit }: Define, examiner: Examiner): void {
  program
    .command('doctor [friend]')
    .description(say('measure why it does not work, and what to do next', '检查连不上的原因，并告诉您下一步'))
    .addHelpText(
      'after',
      `\n${say(
        'Ends with 0 where nothing is wrong, with 7 where something is.',
        '一切正常时退出码为 0，发现问题时为 7。',
      )}\n${examples('miyu doctor', 'miyu doctor bob', 'miyu doctor --json')}`,
    )
    .action(
      action(async (run, [who]) => {
        const checks: CheckBody[] = [];
        const progress = progressLine(run.io, (seconds) => run.say('doctorMeasuring', { seconds }));
        const onCheck = (check: CheckBody): void => {
          checks.push(check);
          progress.wipe();
          run.tell(formatCheck(check, run.language));
        };
        const report = await measured(run.profile, who, onCheck, examiner).finally(() => {
          progress.end();
        });
        if (report.findings.some(({ weight }) => weight === 'fault')) exit(EXIT.faults);
        const findings = report.findings.map((finding) => wordedFinding(finding, run.language));
        return { result: { ...report, checks, findings }, words: formatReport(report, run.language) };
      }),
    );
}

async function measured(
  profile: string,
  who: string | undefined,
  onCheck: (check: CheckBody) => void,
  examiner: Examiner,
): Promise<DoctorReportBody> {
  const peer = await connectApi(profile).catch((error: unknown) => {
    if (isMiyuError(error, 'daemon-not-running')) return undefined;
    throw error;
  });
  if (peer === undefined) return await examiner.examineAlone({ profile, onCheck });
  return await followed(peer, who, onCheck).finally(() => peer.close());
}

async function followed(
  peer: ApiClient,
  who: string | undefined,
  onCheck: (check: CheckBody) => void,
): Promise<DoctorReportBody> {
  peer.call('activity').catch(() => undefined);
  const { run } = await peer.call('doctor.run', who === undefined ? {} : { who });
  for (let after = 0; ;) {
    const { checks, report } = await peer.call('doctor.follow', { run, after });
    for (const check of checks) onCheck(check);
    after += checks.length;
    if (report !== null) return report;
  }
}
