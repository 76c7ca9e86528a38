import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../design/icon.tsx';
import type { Friend } from '../peer/methods.ts';

/** A shield for who was compared; nothing where somebody came by a link; a plain word where a name is all there is. */
export function VerifiedMark({ verified }: { readonly verified: Friend['verified'] }): ReactElement | null {
  const { t } = useTranslation();
  if (verified === 'invite') return null;
  if (verified === 'no') {
    return <span className="bg-warn-wash text-warn rounded-small shrink-0 px-1.5 text-tiny">{t('verified.no')}</span>;
  }
  return (
    <span className="text-good shrink-0" title={t('verified.yes')}>
      <Icon name="shield" size={16} />
      <span className="sr-only">{t('verified.yes')}</span>
    </span>
  );
}
