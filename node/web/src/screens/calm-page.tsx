/** The page of its own for everything before the main view: the name, one card, and nothing else. */
import { useId } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { WordMark } from '../design/word-mark.tsx';

interface Props {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
  /** Ways to other pages, under the card. */
  readonly foot?: ReactNode;
}

export function CalmPage({ title, lead, children, foot }: Props): ReactElement {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className="h-full min-h-0 flex-1 overflow-y-auto">
      <main
        aria-labelledby={id}
        className="mx-auto flex min-h-full max-w-112 flex-col justify-center gap-6 px-4 py-10 sm:px-6"
      >
        <div className="flex flex-col items-center gap-2">
          <WordMark size={48} />
          <p className="text-ink-soft">{t('product.slogan')}</p>
        </div>
        <div className="bg-raised border-line rounded-large shadow-low border p-6 sm:p-8">
          <h1 id={id} className="text-title font-semibold">
            {title}
          </h1>
          {lead !== undefined && <p className="text-ink-soft mt-2">{lead}</p>}
          <div className="mt-5">{children}</div>
        </div>
        {foot !== undefined && <div className="flex flex-wrap justify-center gap-x-2">{foot}</div>}
      </main>
    </div>
  );
}
