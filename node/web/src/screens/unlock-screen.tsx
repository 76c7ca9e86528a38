import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/text-field.tsx';
import { sayDone } from '../parts/toast.tsx';
import { usePeer, usePeerState } from '../peer/react.tsx';
import type { PeerState } from '../peer/state.ts';
import { familyOf } from './account-rules.ts';
import { CalmPage } from './calm-page.tsx';
import { FormFailure } from './form-failure.tsx';
import { LockedBy } from './locked-by.tsx';
import { useForm } from './use-form.ts';

type Reason = NonNullable<PeerState['status']>['lockedBy'];
const select = ({ status }: PeerState): Reason => status?.lockedBy ?? null;

/** The password opens the profile; where another device has signed this one out, it also takes the account back. */
export function UnlockScreen({ takenOver }: { readonly takenOver: boolean }): ReactElement {
  const { t } = useTranslation();
  const peer = usePeer();
  const lockedBy = usePeerState(select);
  const form = useForm({
    start: { password: '' },
    order: ['password'] as const,
    check: ({ password }) => ({ password: password === '' ? 'required' : undefined }),
    fieldOf: (code) => (familyOf(code) === 'password' ? 'password' : undefined),
  });
  const send = form.submit(async ({ password }) => {
    await peer.callAcross('login', takenOver ? { password, takeOver: true } : { password });
    sayDone(takenOver ? t('signedOut.done') : t('unlock.done'));
  });
  return (
    <CalmPage
      title={takenOver ? t('signedOut.title') : t('unlock.title')}
      lead={takenOver ? t('signedOut.lead') : t('unlock.lead')}
    >
      <form onSubmit={send} noValidate className="flex flex-col gap-4">
        <LockedBy lockedBy={lockedBy} />
        {takenOver && <p>{t('signedOut.stay')}</p>}
        <FormFailure failure={form.failure} />
        <TextField
          {...form.bind('password')}
          type="password"
          label={t('form.password')}
          autoComplete="current-password"
          autoFocus={!takenOver}
          required
        />
        <Button type="submit" look="main" wide busy={form.busy}>
          {takenOver ? t('signedOut.submit') : t('unlock.submit')}
        </Button>
      </form>
    </CalmPage>
  );
}
