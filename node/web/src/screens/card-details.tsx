/** What a friend says of himself. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { FriendDetails } from '../peer/methods.ts';
import { fullTime } from '../words/times.ts';
import { languageOfPage } from '../words/words.ts';
import { Part, Row } from '../parts/facts.tsx';
import { FriendAvatar } from './friend-avatar.tsx';
import { SaveCertificate } from './save-certificate.tsx';

export function CardDetails({ details }: { readonly details: FriendDetails }): ReactElement {
  const { t } = useTranslation();
  const { profile, certificate, name, account } = details;
  return (
    <Part title={t('card.theirs')}>
      {profile === null && <p className="text-small text-ink-soft">{t('card.noneYet', { name })}</p>}
      <dl>
        <Row term={t('settings.accountName')}>
          <span className="flex items-center gap-3">
            {profile?.hasPicture === true && <FriendAvatar friend={details} />}
            <bdi>{name}</bdi>
          </span>
        </Row>
        {profile !== null && profile.displayName !== '' && (
          <Row term={t('card.displayName')}>
            <bdi>{profile.displayName}</bdi>
          </Row>
        )}
        {profile !== null && profile.sex !== null && <Row term={t('card.sex')}>{t(`card.sexes.${profile.sex}`)}</Row>}
        {profile !== null && profile.birthYear !== null && <Row term={t('card.birthYear')}>{profile.birthYear}</Row>}
        {profile !== null && profile.status !== '' && (
          <Row term={t('card.theirStatus')}>
            <bdi>{profile.status}</bdi>
          </Row>
        )}
        {certificate !== null && certificate.email !== null && (
          <Row term={t('form.email')}>
            <bdi>{certificate.email}</bdi>
          </Row>
        )}
        {certificate !== null && (
          <Row term={t('card.certificate')}>
            <span className="flex flex-col items-start gap-2">
              {t('card.signed', { time: fullTime(certificate.issuedAt, languageOfPage()) })}
              <SaveCertificate name={name} who={account} />
            </span>
          </Row>
        )}
      </dl>
    </Part>
  );
}
