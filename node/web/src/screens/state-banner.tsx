/** What does not work just now, in words: what was lost, what waits, and for what. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { isErrorCode } from '../../../../shared/error-texts.ts';
import { Banner } from '../parts/banner.tsx';
import { usePeerState } from '../peer/react.tsx';
import type { PeerState } from '../peer/state.ts';
import { useErrorWords } from '../words/use-error-words.ts';

const select = ({ status }: PeerState): PeerState['status'] => status;
/** What only says that the server is not there: said in one sentence of its own. */
const AWAY: readonly string[] = ['server-unreachable', 'timeout', 'link-closed'];

export function StateBanner(): ReactElement | null {
  const { t } = useTranslation();
  const say = useErrorWords();
  const status = usePeerState(select);
  if (status === null) return null;
  const faults = status.missing.filter((code) => isErrorCode(code) && !AWAY.includes(code));
  const away = status.state === 'connecting' && faults.length === 0 && status.missing.length > 0;
  return (
    <>
      {away && <Banner tone="warn">{t('connection.noServer')}</Banner>}
      {faults.filter(isErrorCode).map((code) => {
        const { say: what, do: advice } = say({ code });
        return (
          <Banner key={code} tone={code === 'store-repaired' ? 'warn' : 'bad'}>
            <strong className="font-semibold">{what}</strong> {advice}
          </Banner>
        );
      })}
    </>
  );
}
