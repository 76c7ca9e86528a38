/** Who asks, with one greeting each; and whom one has asked. */
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../parts/avatar.tsx';
import { Button } from '../parts/button.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { sayDone, sayFailed } from '../parts/toast.tsx';
import type { FriendRequest } from '../peer/methods.ts';
import { usePeer, usePeerState } from '../peer/react.tsx';
import type { PeerState } from '../peer/state.ts';
import { listTime } from '../words/times.ts';
import { useErrorWords } from '../words/use-error-words.ts';
import { languageOfPage } from '../words/words.ts';
import { useNow } from '../parts/use-now.ts';

const select = ({ requests, friends }: PeerState): readonly [PeerState['requests'], PeerState['friends']] =>
  [requests, friends] as const;

export function RequestsColumn(): ReactElement {
  const { t } = useTranslation();
  const [requests, friends] = usePeerState(select);
  const asked = [...friends.values()].filter(({ relation }) => relation === 'requested');
  if (requests.length === 0 && asked.length === 0) {
    return <EmptyState icon="requests" title={t('requests.none')} hint={t('requests.noneHint')} />;
  }
  return (
    <div className="flex flex-col gap-4 px-4 py-3">
      {requests.length > 0 && (
        <section aria-labelledby="incoming" className="flex flex-col gap-2">
          <h2 id="incoming" className="text-small text-ink-soft font-medium">
            {t('requests.incoming')}
          </h2>
          <ul className="flex flex-col gap-3">
            {requests.map((request) => (
              <RequestCard key={request.account} request={request} />
            ))}
          </ul>
        </section>
      )}
      {asked.length > 0 && (
        <section aria-labelledby="outgoing" className="flex flex-col gap-2">
          <h2 id="outgoing" className="text-small text-ink-soft font-medium">
            {t('requests.outgoing')}
          </h2>
          <ul className="flex flex-col gap-1">
            {asked.map(({ account, name }) => (
              <li key={account} className="flex items-center gap-3 py-1">
                <Avatar name={name} account={account} />
                <div className="min-w-0">
                  <p className="truncate font-medium">
                    <bdi>{name}</bdi>
                  </p>
                  <p className="text-small text-ink-soft">{t('requests.sent')}</p>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function RequestCard({ request }: { readonly request: FriendRequest }): ReactElement {
  const { t } = useTranslation();
  const peer = usePeer();
  const say = useErrorWords();
  const now = useNow();
  const [busy, setBusy] = useState(false);
  const { account, name, greeting, receivedAt, postponed } = request;
  const decide = async (method: 'friends.accept' | 'friends.refuse' | 'friends.later', word: string): Promise<void> => {
    setBusy(true);
    try {
      await peer.call(method, { who: account });
      sayDone(word);
    } catch (error) {
      sayFailed(say(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <li className="bg-raised border-line rounded-large shadow-low flex flex-col gap-3 border p-4">
      <div className="flex items-center gap-3">
        <Avatar name={name} account={account} />
        <p className="min-w-0 flex-1 truncate font-semibold">
          <bdi>{name}</bdi>
        </p>
        <time dateTime={new Date(receivedAt).toISOString()} className="text-small text-ink-soft">
          {listTime(receivedAt, now, languageOfPage())}
        </time>
      </div>
      <p dir="auto" className={greeting === '' ? 'text-ink-soft' : 'break-words whitespace-pre-wrap'}>
        {greeting === '' ? t('requests.noGreeting') : greeting}
      </p>
      {postponed && <p className="text-small text-ink-soft">{t('requests.postponed')}</p>}
      <div className="flex flex-wrap gap-2">
        <Button
          look="main"
          busy={busy}
          className="flex-1 px-2 whitespace-nowrap"
          aria-label={`${t('requests.accept')}: ${name}`}
          onClick={() => void decide('friends.accept', t('requests.accepted', { name }))}
        >
          {t('requests.accept')}
        </Button>
        <Button
          disabled={busy}
          className="flex-1 px-2 whitespace-nowrap"
          aria-label={`${t('requests.refuse')}: ${name}`}
          onClick={() => void decide('friends.refuse', t('requests.refused', { name }))}
        >
          {t('requests.refuse')}
        </Button>
        <Button
          disabled={busy || postponed}
          className="flex-1 px-2 whitespace-nowrap"
          aria-label={`${t('requests.later')}: ${name}`}
          onClick={() => void decide('friends.later', t('requests.laterDone', { name }))}
        >
          {t('requests.later')}
        </Button>
      </div>
    </li>
  );
}
