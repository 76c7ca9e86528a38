/** One press measures what works from here; each check is shown as it ends, then the causes, each with its one next step. */
import { useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../design/icon.tsx';
import type { IconName } from '../design/icon.tsx';
import { Button, Spinner } from '../parts/button.tsx';
import { classes } from '../parts/classes.ts';
import type { Check, DoctorReport, Finding } from '../peer/methods.ts';
import { usePeer } from '../peer/react.tsx';
import { useFindingWords } from '../words/finding-words.ts';
import { useErrorWords } from '../words/use-error-words.ts';
import { FormFailure } from './form-failure.tsx';
import { Part } from '../parts/facts.tsx';

/** @param who a friend's account, of whom alone it is asked; undefined: everything */
export function DoctorPart({ who }: { readonly who?: string }): ReactElement {
  const { t } = useTranslation();
  const say = useErrorWords();
  const { checks, report, busy, failure, run } = useDoctor(who);
  return (
    <Part title={t('doctor.title')}>
      <p className="text-small text-ink-soft py-1">{t('doctor.lead')}</p>
      <FormFailure failure={failure === undefined ? undefined : say(failure)} />
      <ul>
        {checks.map((check, at) => (
          <CheckRow key={at} check={check} />
        ))}
      </ul>
      <div role="status">
        {busy && (
          <p className="text-ink-soft flex items-center gap-3 py-2">
            <Spinner />
            {t('doctor.busy')}
            <Seconds />
          </p>
        )}
        {report !== undefined && <Report report={report} />}
      </div>
      <div className="my-3">
        <Button look={report === undefined ? 'main' : 'plain'} icon="search" busy={busy} onClick={run}>
          {t(report === undefined ? 'doctor.start' : 'doctor.again')}
        </Button>
      </div>
    </Part>
  );
}

/** It goes on: shown, and not read out each second. */
function Seconds(): ReactElement {
  const { t } = useTranslation();
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => {
      setSeconds((before) => before + 1);
    }, 1_000);
    return () => {
      clearInterval(timer);
    };
  }, []);
  return (
    <span aria-hidden className="text-small">
      {t('doctor.seconds', { seconds })}
    </span>
  );
}

function useDoctor(who: string | undefined) {
  const peer = usePeer();
  const [checks, setChecks] = useState<readonly Check[]>([]);
  const [report, setReport] = useState<DoctorReport>();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);
  const measure = async (): Promise<void> => {
    const { run } = await peer.call('doctor.run', who === undefined ? {} : { who });
    let seen: readonly Check[] = [];
    for (;;) {
      const found = await peer.call('doctor.follow', { run, after: seen.length });
      if (gone.current) return;
      seen = [...seen, ...found.checks];
      setChecks(seen);
      if (found.report === null) continue;
      setReport(found.report);
      return;
    }
  };
  const run = (): void => {
    setBusy(true);
    setFailure(undefined);
    setReport(undefined);
    setChecks([]);
    measure()
      .catch(setFailure)
      .finally(() => {
        setBusy(false);
      });
  };
  return { checks, report, busy, failure, run };
}

const MARKS: Readonly<Record<Check['result'], { readonly icon: IconName; readonly look: string }>> = {
  ok: { icon: 'check', look: 'text-good' },
  note: { icon: 'info', look: 'text-warn' },
  fault: { icon: 'alert', look: 'text-bad' },
  unknown: { icon: 'more', look: 'text-ink-soft' },
};

function CheckRow({ check }: { readonly check: Check }): ReactElement {
  const { t } = useTranslation();
  const { icon, look } = MARKS[check.result];
  const name = check.subject.is === 'friend' ? check.subject.name : '';
  return (
    <li className="border-line flex gap-3 border-t py-2 first:border-t-0">
      <span className={classes('pt-0.5', look)}>
        <Icon name={icon} size={18} />
        <span className="sr-only">{t(`doctor.result.${check.result}`)}</span>
      </span>
      <div className="flex min-w-0 flex-1 flex-wrap gap-x-4">
        <span className="w-44 shrink-0 break-words">{t(`doctor.check.${check.check}`, { name })}</span>
        <span className="text-ink-soft min-w-0 flex-1 basis-48 break-words">
          <CheckWords check={check} />
        </span>
      </div>
    </li>
  );
}

function CheckWords({ check: { check, subject, result, evidence } }: { readonly check: Check }): string {
  const { t } = useTranslation();
  const words = useFindingWords();
  if (result === 'unknown') return t('doctor.unknown');
  const finding = evidence['finding'] ?? (check === 'running' ? evidence['state'] : undefined);
  if (result === 'ok' || finding === undefined) {
    const { addresses = '', ports = '', seenAs = '' } = evidence;
    return t(`doctor.ok.${check}`, { addresses: String(addresses), ports: String(ports), seenAs: String(seenAs) });
  }
  return words({ code: String(finding), subject, evidence }).say;
}

function Report({ report: { findings, friendsLeftOut } }: { readonly report: DoctorReport }): ReactElement {
  const { t } = useTranslation();
  const faults = findings.filter(({ weight }) => weight === 'fault');
  const notes = findings.filter(({ weight }) => weight === 'note');
  return (
    <>
      {faults.length === 0 ? (
        <p className="text-good py-2 font-medium">{t('doctor.fine')}</p>
      ) : (
        <Findings title={t('doctor.causes')} findings={faults} />
      )}
      {notes.length > 0 && <Findings title={t('doctor.notes')} findings={notes} />}
      {friendsLeftOut > 0 && (
        <p className="text-small text-ink-soft py-1">{t('doctor.leftOut', { count: friendsLeftOut })}</p>
      )}
    </>
  );
}

function Findings({
  title,
  findings,
}: {
  readonly title: string;
  readonly findings: readonly Finding[];
}): ReactElement {
  const { t } = useTranslation();
  const words = useFindingWords();
  return (
    <section className="py-2">
      <h4 className="font-semibold">{title}</h4>
      <ol className="flex flex-col gap-2 py-1">
        {findings.map((finding, at) => {
          const { say, step } = words(finding);
          return (
            <li key={at}>
              <p className="break-words">
                {say} <span className="text-small text-ink-soft">({t(`doctor.certainty.${finding.certainty}`)})</span>
              </p>
              {step !== '' && <p className="text-ink-soft break-words">{t('doctor.step', { step })}</p>}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
