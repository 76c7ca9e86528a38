/** Asks somebody to be a friend, by name or by their link. */
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../parts/avatar.tsx';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { QrCode } from '../parts/qr-code.tsx';
import { TextField } from '../parts/text-field.tsx';
import { sayDone, sayFailed } from '../parts/toast.tsx';
import type { Person } from '../peer/methods.ts';
import { usePeer } from '../peer/react.tsx';
import { useErrorWords } from '../words/use-error-words.ts';
import { askedWord } from './asked-word.ts';
import { FormFailure } from './form-failure.tsx';
import { InviterCard, useInvited } from './invited.tsx';
import { QrScanner } from './qr-scanner.tsx';
import { useForm } from './use-form.ts';

const isLink = (text: string): boolean => text.trim().toLowerCase().startsWith('miyu:');

const ABOUT_WHO =
  /^(name-|no-such-user|not-yourself|already-|request-waiting|invite-|ambiguous|friend-blocked|unknown-account|not-accepting|address-)/;

interface Props {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly who: string | undefined;
}

export function AddFriendDialog({ open, onClose, who }: Props): ReactElement {
  const { t } = useTranslation();
  const peer = usePeer();
  const [found, setFound] = useState<Person>();
  const form = useForm({
    start: { who: who ?? '', greeting: '' },
    order: ['who', 'greeting'] as const,
    check: ({ who }) => ({ who: who.trim() === '' ? 'required' : undefined }),
    fieldOf: (code) => (ABOUT_WHO.test(code) ? 'who' : code === 'greeting-too-long' ? 'greeting' : undefined),
  });
  const wanted = form.values.who.trim();
  const invited = useInvited(open && isLink(wanted) ? wanted : undefined);
  const ask = form.submit(async ({ greeting }) => {
    const line = greeting.trim();
    const asked = await peer.call('friends.add', {
      who: wanted,
      ...(line === '' ? {} : { greeting: line }),
    });
    sayDone(t(askedWord(asked), { name: asked.friend.name }));
    onClose();
  });
  const lookUp = form.submit(async () => {
    setFound(undefined);
    setFound(await peer.call('friends.find', { name: wanted }));
  });
  const field = form.bind('who');
  const actions = (
    <>
      {!isLink(wanted) && (
        <Button icon="search" onClick={lookUp} busy={form.busy}>
          {t('add.find')}
        </Button>
      )}
      <Button type="submit" form="add-friend" look="main" icon="add-friend" busy={form.busy}>
        {t('add.submit')}
      </Button>
    </>
  );
  return (
    <Dialog open={open} onClose={onClose} title={t('add.title')} description={t('add.lead')} actions={actions}>
      <form id="add-friend" onSubmit={ask} noValidate className="flex flex-col gap-4">
        <FormFailure failure={form.failure} />
        <TextField
          {...field}
          onChange={(value) => {
            setFound(undefined);
            field.onChange(value);
          }}
          label={t('add.who')}
          autoComplete="off"
          spellCheck={false}
          required
        />
        <div aria-live="polite" className="empty:-mb-4">
          {found !== undefined && <Found person={found} />}
          {invited !== undefined && <InviterCard invited={invited} />}
        </div>
        <TextField
          {...form.bind('greeting')}
          label={t('add.greeting')}
          hint={t('add.greetingHint')}
          autoComplete="off"
          optional
        />
        <Scan
          onLink={(link) => {
            setFound(undefined);
            field.onChange(link);
          }}
        />
      </form>
      <OwnInvite />
    </Dialog>
  );
}

/** The code of somebody’s invite link, in place of typing it. */
function Scan({ onLink }: { readonly onLink: (link: string) => void }): ReactElement {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [noInvite, setNoInvite] = useState(false);
  if (!open) {
    return (
      <div>
        <Button
          icon="camera"
          onClick={() => {
            setOpen(true);
          }}
        >
          {t('scan.friend')}
        </Button>
      </div>
    );
  }
  return (
    <>
      <QrScanner
        onText={(text) => {
          setNoInvite(!isLink(text));
          if (!isLink(text)) return;
          setOpen(false);
          onLink(text.trim());
        }}
      />
      <p role="alert" className="text-small text-bad empty:hidden">
        {noInvite && t('scan.noInvite')}
      </p>
    </>
  );
}

/** Shown on demand: a link is made by asking the peer. */
function OwnInvite(): ReactElement {
  const { t } = useTranslation();
  const peer = usePeer();
  const say = useErrorWords();
  const [link, setLink] = useState<string>();
  const show = (): void => {
    peer.call('invite').then(
      (invite) => {
        setLink(invite.link);
      },
      (error: unknown) => {
        sayFailed(say(error));
      },
    );
  };
  return (
    <div className="border-line mt-4 flex flex-col items-start gap-3 border-t pt-4">
      {link === undefined ? (
        <Button icon="link" onClick={show}>
          {t('scan.ownInvite')}
        </Button>
      ) : (
        <QrCode text={link} label={t('scan.ownInviteLabel')} />
      )}
    </div>
  );
}

function Found({ person }: { readonly person: Person }): ReactElement {
  const { t } = useTranslation();
  const relations = {
    none: t('add.relationNone'),
    removed: t('add.relationNone'),
    friend: t('add.relationFriend'),
    requested: t('add.relationRequested'),
    incoming: t('add.relationIncoming'),
    yourself: t('add.relationYourself'),
  } as const;
  return (
    <div className="bg-hover rounded-normal flex items-center gap-3 px-3 py-2">
      <Avatar name={person.name} account={person.account} />
      <div className="min-w-0">
        <p className="truncate font-medium">
          <bdi>{person.name}</bdi>
        </p>
        <p className="text-small text-ink-soft">{relations[person.relation]}</p>
      </div>
    </div>
  );
}
