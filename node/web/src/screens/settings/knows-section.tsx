/** "What the server knows about me": its answer, every field of it, in plain words. */
import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Spinner } from '../../parts/button.tsx';
import type { Knows } from '../../peer/methods.ts';
import { usePeer } from '../../peer/react.tsx';
import { fullTime } from '../../words/times.ts';
import { useErrorWords } from '../../words/use-error-words.ts';
import { languageOfPage } from '../../words/words.ts';
import { FormFailure } from '../form-failure.tsx';
import { Part, Row } from '../../parts/facts.tsx';
import { KnownMail } from './known-mail.tsx';
import { KnownPeople } from './known-people.tsx';

export function KnowsSection(): ReactElement {
  const { t } = useTranslation();
  const peer = usePeer();
  const say = useErrorWords();
  const [asked, setAsked] = useState(0);
  const [knows, setKnows] = useState<Knows>();
  const [failure, setFailure] = useState<unknown>();
  useEffect(() => {
    let over = false;
    peer.call('server.knows').then(
      (found) => {
        if (over) return;
        setKnows(found);
        setFailure(undefined);
      },
      (error: unknown) => {
        if (!over) setFailure(error);
      },
    );
    return () => {
      over = true;
    };
  }, [peer, asked]);
  return (
    <>
      <p className="text-ink-soft">{t('knows.lead')}</p>
      <FormFailure failure={failure === undefined ? undefined : say(failure)} />
      {knows === undefined && failure === undefined && (
        <p role="status" className="text-ink-soft flex items-center gap-3">
          <Spinner />
          {t('knows.asking')}
        </p>
      )}
      {knows !== undefined && (
        <>
          <KnownSelf knows={knows} />
          <KnownPeople knows={knows} />
          <KnownMail knows={knows} />
          <Part title={t('knows.notTold')}>
            <p className="py-1">{t('knows.notToldBlocks')}</p>
          </Part>
          <Part title={t('knows.never')}>
            <p className="py-1">{t('knows.neverList')}</p>
          </Part>
        </>
      )}
      <div className="flex flex-wrap items-center gap-4">
        <Button
          onClick={() => {
            setAsked(asked + 1);
          }}
        >
          {t('knows.again')}
        </Button>
        {knows !== undefined && (
          <p className="text-small text-ink-soft">
            {t('knows.askedAt', { time: fullTime(knows.askedAt, languageOfPage()) })}
          </p>
        )}
      </div>
    </>
  );
}

function KnownSelf({ knows }: { readonly knows: Knows }): ReactElement {
  const { t } = useTranslation();
  const time = (at: number): string => fullTime(at, languageOfPage());
  const { address, prekeys } = knows;
  return (
    <>
      <Part title={t('knows.you')}>
        <dl>
          <Row term={t('knows.names')}>
            <bdi>{knows.statements.map(({ name }) => name).join(' → ')}</bdi>
          </Row>
          <Row term={t('knows.nameForms')}>
            <bdi>{knows.nameKey}</bdi> <Code text={knows.lookAlike} />
          </Row>
          {knows.formerNames.length > 0 && (
            <Row term={t('known.former')}>
              {knows.formerNames.map(({ nameHash, lookAlike, letGoAt, heldUntil }) => (
                <div key={letGoAt}>
                  {heldUntil === null
                    ? t('known.formerSpelling', { time: time(letGoAt) })
                    : t('known.formerHeld', { time: time(letGoAt), until: time(heldUntil) })}{' '}
                  <Code text={nameHash} /> <Code text={lookAlike} />
                </div>
              ))}
            </Row>
          )}
          <Row term={t('knows.email')}>
            {knows.email === null ? t('common.none') : [...new Set([knows.email, knows.emailKey])].join(' · ')}
          </Row>
          <Row term={t('knows.registered')}>{time(knows.registeredAt)}</Row>
          <Row term={t('knows.account')}>
            <Code text={knows.account} />
          </Row>
          <Row term={t('knows.identityKey')}>
            <Code text={knows.identityKey} />
          </Row>
          <Row term={t('knows.exchangeKey')}>
            <Code text={knows.exchangeKey} />
          </Row>
        </dl>
      </Part>
      <Part title={t('knows.device')}>
        <dl>
          <Row term={t('knows.deviceId')}>
            <Code text={knows.device} />
          </Row>
          <Row term={t('knows.epoch')}>{knows.epoch}</Row>
          <Row term={t('knows.connections')}>{knows.connections}</Row>
          <Row term={t('knows.address')}>
            {address === null ? (
              t('common.none')
            ) : (
              <>
                {address.addresses.map((one) => (
                  <div key={one}>
                    <Code text={one} />
                  </div>
                ))}
                <span className="text-small text-ink-soft">
                  {t('knows.addressUntil', {
                    number: address.sequence,
                    from: time(address.issuedAt),
                    time: time(address.expiresAt),
                  })}
                </span>
              </>
            )}
          </Row>
          <Row term={t('knows.prekeys')}>
            {prekeys === null
              ? t('common.none')
              : t('knows.prekeysLeft', { count: prekeys.oneTimeLeft, time: time(prekeys.createdAt) })}
          </Row>
          {knows.vault !== null && (
            <Row term={t('knows.vault')}>
              {t('knows.vaultOf', {
                number: knows.vault.version,
                bytes: knows.vault.bytes,
                time: time(knows.vault.storedAt),
              })}
            </Row>
          )}
          {knows.signedIn !== null && (
            <Row term={t('knows.signedIn')}>
              {t('knows.signedInOf', {
                time: knows.signedIn.at === null ? '–' : time(knows.signedIn.at),
                label: knows.signedIn.label ?? '–',
                address: knows.signedIn.address ?? '–',
              })}
            </Row>
          )}
          {knows.log !== null && (
            <Row term={t('knows.log')}>
              {t('knows.logAt', { index: knows.log.index })} <span className="break-all">{knows.log.entry}</span>
            </Row>
          )}
          {knows.guesses !== null && (
            <Row term={t('knows.guesses')}>
              {t('knows.guessesLast', { count: knows.guesses.count, time: time(knows.guesses.lastAt) })}
            </Row>
          )}
          {knows.guest !== null && <Row term={t('knows.guest')}>{time(knows.guest.seenAt)}</Row>}
        </dl>
      </Part>
    </>
  );
}

const Code = ({ text }: { readonly text: string }): ReactElement => (
  <code className="text-ink-soft font-mono text-small break-all">{text}</code>
);
