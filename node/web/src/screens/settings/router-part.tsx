/** Whether friends elsewhere can dial this device: the port at the home router. Whether it is asked is said when miyu starts, so nothing here changes it. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Part, Row } from '../../parts/facts.tsx';
import type { Status } from '../../peer/methods.ts';
import { usePeerState } from '../../peer/react.tsx';
import type { PeerState } from '../../peer/state.ts';

const select = ({ status }: PeerState): Status['portMapping'] => status?.portMapping ?? null;

export function RouterPart(): ReactElement {
  const { t } = useTranslation();
  const mapping = usePeerState(select);
  const state = mapping?.state ?? 'off';
  return (
    <Part title={t('router.title')}>
      <dl>
        <Row term={t('router.name')}>{t(`router.${state}`)}</Row>
        {mapping?.state === 'mapped' && (
          <Row term={t('router.address')}>
            <code className="font-mono text-small break-words">{`${mapping.address}:${mapping.port}`}</code>
          </Row>
        )}
      </dl>
      <p role="status" className="text-small text-ink-soft py-1">
        {t(`router.why.${state}`)}
      </p>
    </Part>
  );
}
