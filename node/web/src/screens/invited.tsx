/** Whose link it is that brings a new person here, and to which server: said before anything is sent there. */
import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result } from '../peer/methods.ts';
import { usePeer } from '../peer/react.tsx';

export type Invited = NonNullable<Result<'invite.read'>['invite']>;

/** @param text what stands in the form; '': the link that the program was started with counts. undefined: none, or not readable (yet) */
export function useInvited(text: string): Invited | undefined {
  const peer = usePeer();
  const [read, setRead] = useState<{ readonly text: string; readonly invite: Invited | null }>();
  useEffect(() => {
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
  return read?.text === text ? (read.invite ?? undefined) : undefined;
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
