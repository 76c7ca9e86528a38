/** Whose link it is that brings a new person here, and to which server: said before anything is sent there. */
import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result } from '../peer/methods.ts';
import { Avatar } from '../parts/avatar.tsx';
import { usePeer } from '../peer/react.tsx';

export type Invited = NonNullable<Result<'invite.read'>['invite']>;

/**
 * @param text what stands in the form; '': the link that the program was started with counts; undefined: nothing is to be read
 * @returns undefined: none, or not readable (yet)
 */
export function useInvited(text: string | undefined): Invited | undefined {
  const peer = usePeer();
  const [read, setRead] = useState<{ readonly text: string; readonly invite: Invited | null }>();
  useEffect(() => {
    if (text === undefined) return;
    let over = false;
    peer.call('invite.read', text === '' ? {} : { link: text }).then(
      ({ invite }) => {
        if (!over) setRead({ text, invite });
      },
      () => undefined, // What is wrong with it is told when the form is sent.
    );
    return () => {
      over = true;
    };
  }, [peer, text]);
  return text !== undefined && read?.text === text ? (read.invite ?? undefined) : undefined;
}

export function InvitedCard({ invited }: { readonly invited: Invited }): ReactElement {
  const { t } = useTranslation();
  const { inviter, server } = invited;
  return (
    <section role="status" className="bg-hover rounded-large flex flex-col gap-1 px-4 py-3">
      {inviter !== null && (
        <>
          <p className="font-semibold break-words">{t('inviting.invited', { name: inviter.name })}</p>
          <p className="text-small text-ink-soft break-words">{t('inviting.invitedLead', { name: inviter.name })}</p>
        </>
      )}
      <p className="text-small text-ink-soft">
        {t('inviting.invitedServer')}: <code className="font-mono text-small break-words">{server.fingerprint}</code>
      </p>
    </section>
  );
}

/** Whose link it is that somebody is about to ask by. */
export function InviterCard({ invited: { inviter } }: { readonly invited: Invited }): ReactElement | null {
  const { t } = useTranslation();
  if (inviter === null) return null;
  return (
    <section role="status" className="bg-hover rounded-normal flex items-center gap-3 px-3 py-2">
      <Avatar name={inviter.name} account={inviter.account} />
      <div className="min-w-0">
        <p className="truncate font-medium">
          <bdi>{inviter.name}</bdi>
        </p>
        <p className="text-small text-ink-soft">{t('add.byLink')}</p>
      </div>
    </section>
  );
}
