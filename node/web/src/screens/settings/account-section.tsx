import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { sayDone } from '../../parts/toast.tsx';
import { usePeer, usePeerState } from '../../peer/react.tsx';
import type { PeerState } from '../../peer/state.ts';
import { newPasswordFault } from '../account-rules.ts';
import { fromBase64 } from '../base64.ts';
import { FormFailure } from '../form-failure.tsx';
import { Part, Row } from '../../parts/facts.tsx';
import { openDialog } from '../open-dialog.ts';
import { useForm } from '../use-form.ts';
import { InvitesPart } from './invites-part.tsx';
import { saveFile } from '../save-file.ts';
import { CardPart } from './card-part.tsx';
import { AnywherePart, PasswordPart } from './password-parts.tsx';

const select = ({ status }: PeerState): PeerState['status'] => status;

export function AccountSection(): ReactElement | null {
  const { t } = useTranslation();
  const status = usePeerState(select);
  if (status === null) return null;
  return (
    <>
      <Part title={t('knows.you')}>
        <dl>
          <Row term={t('settings.accountName')}>
            <bdi>{status.name}</bdi>
          </Row>
          <Row term={t('settings.ownFingerprint')}>
            <code className="font-mono text-small break-all">{status.fingerprint}</code>
          </Row>
        </dl>
        <div className="my-2">
          <Button
            icon="edit"
            onClick={() => {
              openDialog({ kind: 'rename' });
            }}
          >
            {t('rename.action')}
          </Button>
        </div>
      </Part>
      <CardPart name={status.name ?? ''} />
      <InvitesPart />
      <AnywherePart />
      <KeyFile name={status.name ?? ''} />
      <PasswordPart name={status.name ?? ''} />
      <Part title={t('deletion.title')}>
        <p className="text-small text-ink-soft mb-3">{t('deletion.hint')}</p>
        <Button
          look="danger"
          onClick={() => {
            openDialog({ kind: 'delete-account', name: status.name ?? '' });
          }}
        >
          {t('deletion.open')}
        </Button>
      </Part>
      <div>
        <Button
          icon="sign-out"
          onClick={() => {
            openDialog({ kind: 'sign-out' });
          }}
        >
          {t('signOut.action')}
        </Button>
      </div>
    </>
  );
}

function KeyFile({ name }: { readonly name: string }): ReactElement {
  const { t } = useTranslation();
  const peer = usePeer();
  const form = useForm({
    start: { password: '', filePassword: '' },
    order: ['password', 'filePassword'] as const,
    check: ({ password, filePassword }) => ({
      password: password === '' ? 'required' : undefined,
      filePassword: newPasswordFault(filePassword),
    }),
    fieldOf: (code) => {
      if (code === 'password-wrong') return 'password';
      return code.startsWith('password-') ? 'filePassword' : undefined;
    },
  });
  const send = form.submit(async ({ password, filePassword }) => {
    const { file } = await peer.call('key.export', { password, filePassword });
    saveFile(`${name}.miyu-key`, fromBase64(file));
    form.reset();
    sayDone(t('settings.exportDone'));
  });
  return (
    <Part title={t('settings.exportTitle')}>
      <p className="text-small text-ink-soft">{t('settings.exportHint')}</p>
      <form onSubmit={send} noValidate className="my-3 flex flex-col gap-4">
        <FormFailure failure={form.failure} />
        <TextField
          {...form.bind('password')}
          type="password"
          label={t('settings.exportPassword')}
          autoComplete="current-password"
        />
        <TextField
          {...form.bind('filePassword')}
          type="password"
          label={t('import.filePassword')}
          autoComplete="new-password"
        />
        <div>
          <Button type="submit" icon="file" busy={form.busy}>
            {t('settings.exportAction')}
          </Button>
        </div>
      </form>
    </Part>
  );
}
