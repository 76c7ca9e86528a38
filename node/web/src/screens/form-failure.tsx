import type { ReactElement } from 'react';
import { Icon } from '../design/icon.tsx';
import type { ErrorText } from '../../../../shared/error-fill.ts';

/** What went wrong with a whole form: what it is, and what to do. */
export function FormFailure({ failure }: { readonly failure: ErrorText | undefined }): ReactElement {
  return (
    <div role="alert" className="empty:hidden">
      {failure !== undefined && (
        <div className="bg-bad-wash text-bad rounded-normal flex items-start gap-3 px-4 py-3">
          <Icon name="alert" />
          <p>
            <strong className="font-semibold">{failure.say}</strong> {failure.do}
          </p>
        </div>
      )}
    </div>
  );
}
