/** Two people make sure that nobody stands between them: by number, or by what their screens show each other. */
import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../design/icon.tsx';
import { Button } from '../parts/button.tsx';
import { classes } from '../parts/classes.ts';
import { QrCode } from '../parts/qr-code.tsx';
import { Switch } from '../parts/switch.tsx';
import { TextField } from '../parts/text-field.tsx';
import { sayDone, sayFailed } from '../parts/toast.tsx';
import type { FriendDetails, Result } from '../peer/methods.ts';
import { usePeer } from '../peer/react.tsx';
import { useErrorWords } from '../words/use-error-words.ts';
import { Part, Row } from '../parts/facts.tsx';
import { openDialog } from './open-dialog.ts';
import { QrScanner } from './qr-scanner.tsx';
import { SafetyNumber } from './safety-number.tsx';

type Outcome = Result<'verification.scan'>['outcome'];

export function VerificationPart({ details }: { readonly details: FriendDetails }): ReactElement {
  const { t } = useTranslation();
  const peer = usePeer();
  const say = useErrorWords();
  const { account, name, safetyNumber, fingerprint, verified } = details;
  const payload = usePayload(account);
  const [outcome, setOutcome] = useState<Outcome>();
  const [scanning, setScanning] = useState(false);
  const mark = async (yes: boolean): Promise<void> => {
    try {
      await peer.call('friends.verify', { who: account, verified: yes });
      sayDone(yes ? t('details.verifiedDone', { name }) : t('details.unverifiedDone', { name }));
    } catch (error) {
      sayFailed(say(error));
    }
  };
  const scan = async (text: string): Promise<void> => {
    setOutcome(undefined);
    try {
      const scanned = await peer.call('verification.scan', { payload: text, who: account });
      setOutcome(scanned.outcome);
      if (scanned.outcome === 'match') setScanning(false);
    } catch (error) {
      sayFailed(say(error));
    }
  };
  return (
    <Part title={t('details.verify')}>
      <p className="text-small text-ink-soft">{t('details.verifyHow', { name })}</p>
      <dl className="mt-2">
        <Row term={t('details.presence')}>{t(`verified.${verified}`)}</Row>
        <Row term={t('details.safetyNumber')}>
          <SafetyNumber text={safetyNumber} />
        </Row>
        <Row term={t('details.fingerprint')}>
          <code className="font-mono text-small break-all">{fingerprint}</code>
        </Row>
      </dl>
      <Switch label={t('details.verified')} checked={verified === 'yes'} onChange={(yes) => void mark(yes)} />
      <div className="border-line flex flex-col gap-3 border-t py-3">
        <h4 className="font-medium">{t('scan.title')}</h4>
        <p className="text-small text-ink-soft">{t('scan.how', { name })}</p>
        {payload !== undefined && <QrCode text={payload} label={t('scan.yours', { name })} />}
        {outcome !== undefined && <Told outcome={outcome} name={name} />}
        {outcome === 'mismatch' && (
          <div>
            <Button
              look="danger"
              onClick={() => {
                openDialog({ kind: 'key-change', account });
              }}
            >
              {t('keyChange.look')}
            </Button>
          </div>
        )}
        {scanning ? (
          <>
            <QrScanner onText={(text) => void scan(text)} />
            <CodeAsText payload={payload} onText={(text) => void scan(text)} />
          </>
        ) : (
          <div>
            <Button
              icon="camera"
              onClick={() => {
                setOutcome(undefined);
                setScanning(true);
              }}
            >
              {t('scan.theirs', { name })}
            </Button>
          </div>
        )}
      </div>
    </Part>
  );
}

function usePayload(account: string): string | undefined {
  const peer = usePeer();
  const [payload, setPayload] = useState<string>();
  useEffect(() => {
    let over = false;
    peer.call('verification.show', { who: account }).then(
      (shown) => {
        if (!over) setPayload(shown.payload);
      },
      () => undefined, // The number is there; that the line broke is told at the top of the page.
    );
    return () => {
      over = true;
    };
  }, [peer, account]);
  return payload;
}

const LOOKS = {
  match: ['bg-good-wash text-good', 'check'],
  'other-log': ['bg-bad-wash text-bad', 'alert'],
  mismatch: ['bg-bad-wash text-bad', 'alert'],
  'other-person': ['bg-warn-wash text-warn', 'alert'],
  yourself: ['bg-warn-wash text-warn', 'info'],
} as const;

function Told({ outcome, name }: { readonly outcome: Outcome; readonly name: string }): ReactElement {
  const { t } = useTranslation();
  const [look, icon] = LOOKS[outcome];
  return (
    <p role="alert" className={classes('rounded-normal flex gap-3 px-4 py-3', look)}>
      <Icon name={icon} />
      <span className="min-w-0">{t(`scan.${outcome}`, { name })}</span>
    </p>
  );
}

/** For two who cannot see each other’s screens, but have another way that they trust. */
function CodeAsText({
  payload,
  onText,
}: {
  readonly payload: string | undefined;
  readonly onText: (text: string) => void;
}): ReactElement {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  return (
    <form
      className="flex flex-wrap items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') onText(text.trim());
      }}
    >
      <TextField
        label={t('scan.asText')}
        value={text}
        onChange={setText}
        autoComplete="off"
        spellCheck={false}
        className="min-w-52 flex-1"
      />
      <Button type="submit">{t('scan.compare')}</Button>
      {payload !== undefined && (
        <Button
          icon="copy"
          onClick={() => {
            navigator.clipboard.writeText(payload).then(
              () => {
                sayDone(t('scan.copied'));
              },
              () => undefined, // The browser forbids it: the code is there to be scanned.
            );
          }}
        >
          {t('scan.copy')}
        </Button>
      )}
    </form>
  );
}
