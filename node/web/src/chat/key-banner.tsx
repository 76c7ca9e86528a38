import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Banner } from '../parts/banner.tsx';
import { Button } from '../parts/button.tsx';
import type { Friend } from '../peer/methods.ts';
import { openDialog } from '../screens/open-dialog.ts';

/** Above what is being written: why it will wait. */
export function KeyBanner({ friend }: { readonly friend: Friend }): ReactElement | null {
  const { t } = useTranslation();
  const { keyChange, name, account } = friend;
  if (keyChange === null) return null;
  return (
    <Banner
      tone="bad"
      action={
        <Button
          look="quiet"
          onClick={() => {
            openDialog({ kind: 'key-change', account });
          }}
        >
          {t('keyChange.look')}
        </Button>
      }
    >
      {t(keyChange.state === 'open' ? 'keyChange.banner' : 'keyChange.bannerStopped', { name })}
    </Banner>
  );
}
