/** People on the same network, each to be asked by one press. Nothing where there is nobody. */
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../parts/avatar.tsx';
import { Button } from '../parts/button.tsx';
import { sayDone, sayFailed } from '../parts/toast.tsx';
import type { Nearby } from '../peer/methods.ts';
import { usePeer } from '../peer/react.tsx';
import { useErrorWords } from '../words/use-error-words.ts';
import { go } from './place.ts';
import { askedWord } from './asked-word.ts';
import { useNearby } from './use-nearby.ts';

type NearbyPerson = Nearby['people'][number];

/** @param where stands in its heading's id, for a screen may have it twice */
export function NearbyPart({ where }: { readonly where: 'chats' | 'friends' }): ReactElement | null {
  const { t } = useTranslation();
  const id = `nearby-${where}`;
  const people = useNearby()?.people.filter(({ relation }) => relation !== 'friend') ?? [];
  if (people.length === 0) return null;
  return (
    <section aria-labelledby={id} className="px-4 py-3">
      <h2 id={id} className="font-semibold">
        {t('nearby.title')}
      </h2>
      <p className="text-small text-ink-soft pb-1">{t('nearby.hint')}</p>
      <ul>
        {people.map((person) => (
          <PersonRow key={person.account} person={person} />
        ))}
      </ul>
    </section>
  );
}

function PersonRow({ person }: { readonly person: NearbyPerson }): ReactElement {
  const { t } = useTranslation();
  const { account, name, fingerprint, relation, home } = person;
  return (
    <li className="border-line flex flex-wrap items-center gap-x-3 gap-y-1 border-t py-2 first:border-t-0">
      <Avatar name={name} account={account} />
      <span className="min-w-0 flex-1 basis-36">
        <bdi className="block truncate font-medium">{name}</bdi>
        <span className="text-small text-ink-soft block break-words">
          <code className="font-mono">{fingerprint}</code>
          {!home.isOurs && ` · ${t('nearby.otherHome')}`}
        </span>
      </span>
      {relation === 'requested' && <span className="text-small text-ink-soft">{t('nearby.waiting')}</span>}
      {relation === 'incoming' && (
        <Button
          onClick={() => {
            go({ room: 'requests' });
          }}
        >
          {t('nearby.answer')}
        </Button>
      )}
      {(relation === 'none' || relation === 'removed') && <AddButton account={account} name={name} />}
    </li>
  );
}

function AddButton({ account, name }: { readonly account: string; readonly name: string }): ReactElement {
  const { t } = useTranslation();
  const peer = usePeer();
  const say = useErrorWords();
  const [busy, setBusy] = useState(false);
  const add = async (): Promise<void> => {
    setBusy(true);
    try {
      const asked = await peer.call('friends.add', { who: account });
      sayDone(t(asked.way === 'server' ? 'nearby.asked' : askedWord(asked), { name }));
    } catch (error) {
      sayFailed(say(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button icon="add-friend" busy={busy} aria-label={t('nearby.addOne', { name })} onClick={() => void add()}>
      {t('nearby.add')}
    </Button>
  );
}
