import { useId, useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { MiyuError } from '../../../../shared/errors.ts';
import { Icon } from '../design/icon.tsx';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/text-field.tsx';
import { sayDone } from '../parts/toast.tsx';
import { usePeer } from '../peer/react.tsx';
import { newPasswordFault } from './account-rules.ts';
import { toBase64 } from './base64.ts';
import { CalmPage } from './calm-page.tsx';
import { FormFailure } from './form-failure.tsx';
import { useForm } from './use-form.ts';

/** A key file has some hundred bytes; the API takes no more than this. */
const MAX_FILE_BYTES = 48 * 1024;

/** An account that was made on another machine. @param onHaveNone leads back to registration */
export function ImportScreen({ onHaveNone }: { readonly onHaveNone: () => void }): ReactElement {
  const { t } = useTranslation();
  const peer = usePeer();
  const id = useId();
  const [file, setFile] = useState<File>();
  const form = useForm({
    start: { file: '', filePassword: '', password: '' },
    order: ['file', 'filePassword', 'password'] as const,
    check: ({ file: name, filePassword, password }) => ({
      file: name === '' ? 'required' : undefined,
      filePassword: filePassword === '' ? 'required' : undefined,
      password: newPasswordFault(password),
    }),
    fieldOf: (code) => {
      if (code === 'password-wrong') return 'filePassword';
      if (code === 'key-file-damaged') return 'file';
      return code.startsWith('password-') ? 'password' : undefined;
    },
  });
  const send = form.submit(async ({ filePassword, password }) => {
    if (file === undefined || file.size > MAX_FILE_BYTES) throw new MiyuError('key-file-damaged');
    const bytes = new Uint8Array(await file.arrayBuffer());
    await peer.call('key.import', { file: toBase64(bytes), filePassword, password });
    const { state } = await peer.call('anywhere.get');
    sayDone(state === 'off' ? t('import.done') : t('live.anywhereCarried'));
  });
  const chosen = form.bind('file');
  const foot = (
    <Button look="quiet" onClick={onHaveNone}>
      {t('import.haveNone')}
    </Button>
  );
  return (
    <CalmPage title={t('import.title')} lead={t('import.lead')} foot={foot}>
      <form onSubmit={send} noValidate className="flex flex-col gap-4">
        <FormFailure failure={form.failure} />
        <div className="flex flex-col gap-1">
          <label htmlFor={id} className="text-small font-medium">
            {t('import.file')}
          </label>
          <span className="border-edge rounded-normal bg-raised focus-within:outline-focus relative flex min-h-target items-center gap-3 border px-3 focus-within:outline-2 focus-within:outline-offset-2">
            <Icon name="file" />
            <span className="min-w-0 flex-1 truncate">{file?.name ?? t('import.choose')}</span>
            <input
              id={id}
              ref={chosen.ref}
              type="file"
              aria-invalid={chosen.error !== undefined}
              aria-describedby={`${id}-error`}
              className="absolute -inset-px cursor-pointer opacity-0"
              onChange={({ target }) => {
                setFile(target.files?.[0]);
                chosen.onChange(target.files?.[0]?.name ?? '');
              }}
            />
          </span>
          <p id={`${id}-error`} role="alert" className="text-small text-bad empty:hidden">
            {chosen.error}
          </p>
        </div>
        <TextField
          {...form.bind('filePassword')}
          type="password"
          label={t('import.filePassword')}
          autoComplete="off"
          required
        />
        <TextField
          {...form.bind('password')}
          type="password"
          label={t('import.password')}
          hint={t('import.passwordHint')}
          autoComplete="new-password"
          required
        />
        <Button type="submit" look="main" wide busy={form.busy}>
          {t('import.submit')}
        </Button>
      </form>
    </CalmPage>
  );
}
