import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { WordMark } from '../../design/word-mark.tsx';
import { usePeerState } from '../../peer/react.tsx';
import type { PeerState } from '../../peer/state.ts';
import { Part, Row } from '../../parts/facts.tsx';

const select = ({ status }: PeerState): PeerState['status'] => status;

export function AboutSection(): ReactElement | null {
  const { t } = useTranslation();
  const status = usePeerState(select);
  if (status === null) return null;
  const { server, listening, version } = status;
  return (
    <>
      <WordMark />
      <p>{t('settings.aboutText')}</p>
      <Part title={t('settings.server')}>
        <dl>
          {server !== null && (
            <>
              <Row term={t('details.presence')}>
                {server.name !== null && <bdi>{server.name} · </bdi>}
                {server.connected ? t('settings.serverConnected') : t('settings.serverNotConnected')}
                <br />
                <code className="font-mono text-small break-all">{server.addresses[0]}</code>
              </Row>
              <Row term={t('settings.serverFingerprint')}>
                <code className="font-mono text-small break-all">{server.fingerprint}</code>
              </Row>
            </>
          )}
          <Row term={t('settings.addresses')}>
            {listening.length === 0 ? (
              t('common.none')
            ) : (
              <ul>
                {listening.map((address) => (
                  <li key={address}>
                    <code className="font-mono text-small break-all">{address}</code>
                  </li>
                ))}
              </ul>
            )}
          </Row>
          <Row term={t('settings.version')}>{version}</Row>
        </dl>
      </Part>
      <p className="text-small text-ink-soft">{t('settings.license')}</p>
    </>
  );
}
