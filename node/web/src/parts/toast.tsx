/** A word for each success, and for a failure that no form shows. Read out as it appears; gone after some seconds. */
import { Toast } from '@base-ui/react/toast';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../design/icon.tsx';
import { IconButton } from './button.tsx';
import { classes } from './classes.ts';

const manager = Toast.createToastManager();
/** Long enough to read a sentence twice; a failure asks for more. */
const SHOWN_MS = 5_000;
const FAILURE_SHOWN_MS = 10_000;

interface Undo {
  readonly label: string;
  readonly onSelect: () => void;
}

export function sayDone(text: string, undo?: Undo): void {
  const id: string = manager.add({
    description: text,
    type: 'done',
    timeout: SHOWN_MS,
    ...(undo === undefined
      ? {}
      : {
          actionProps: {
            children: undo.label,
            onClick: () => {
              manager.close(id);
              undo.onSelect();
            },
          },
        }),
  });
}

export function sayFailed(error: { readonly say: string; readonly do: string }): void {
  manager.add({
    title: error.say,
    description: error.do,
    type: 'failed',
    timeout: FAILURE_SHOWN_MS,
    priority: 'high',
  });
}

/** The corner where they appear; once in a page. */
export function Toasts(): ReactElement {
  return (
    <Toast.Provider toastManager={manager} limit={3}>
      <Toast.Portal>
        <Toast.Viewport className="fixed right-4 bottom-4 left-4 z-50 mx-auto flex max-w-sm flex-col gap-2 outline-none sm:left-auto">
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function ToastList(): ReactElement[] {
  const { toasts } = Toast.useToastManager();
  const { t } = useTranslation();
  return toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      className={classes(
        'fades bg-raised border-line rounded-normal shadow-high flex items-start gap-3 border py-2 pr-2 pl-4',
        toast.limited === true && 'hidden',
      )}
    >
      <span className={classes('pt-2', toast.type === 'failed' ? 'text-bad' : 'text-good')}>
        <Icon name={toast.type === 'failed' ? 'alert' : 'check'} />
      </span>
      <Toast.Content className="min-w-0 flex-1 py-2">
        <Toast.Title className="font-medium break-words" />
        <Toast.Description className="break-words" />
        <Toast.Action className="text-seal-strong min-h-target font-medium underline underline-offset-4" />
      </Toast.Content>
      <Toast.Close render={<IconButton icon="close" label={t('common.dismiss')} />} />
    </Toast.Root>
  ));
}
