/**
 * A form whose errors stand at their fields: found when a field is left, all of them when it is sent, and then the first
 * bad field gets the focus. An answer of the peer that is about a field is shown there as well.
 */
import { useRef, useState } from 'react';
import type { FocusEvent, SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isMiyuError } from '../../../../shared/errors.ts';
import type { ErrorCode } from '../../../../shared/errors.ts';
import { useErrorWords } from '../words/use-error-words.ts';
import type { ErrorText } from '../../../../shared/error-fill.ts';

/** 'required': nothing was given where something has to be. */
export type FieldFault = ErrorCode | 'required';

type Faults<K extends string> = { readonly [F in K]?: FieldFault | undefined };

export interface FormRules<K extends string> {
  readonly start: Readonly<Record<K, string>>;
  /** In the order of the page. */
  readonly order: readonly K[];
  readonly check: (values: Readonly<Record<K, string>>) => Faults<K>;
  /** The field that an error is about, or undefined: it is shown over the form then. */
  readonly fieldOf: (code: ErrorCode) => K | undefined;
}

export interface BoundField {
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
  readonly onBlur: (event: FocusEvent) => void;
  readonly ref: (element: HTMLElement | null) => void;
}

export interface Form<K extends string> {
  readonly values: Readonly<Record<K, string>>;
  readonly busy: boolean;
  /** What went wrong and is about no field. */
  readonly failure: ErrorText | undefined;
  bind(field: K): BoundField;
  /** Empty again, as at the start. */
  reset(): void;
  /** Sends it where it is in order. */
  submit(send: (values: Readonly<Record<K, string>>) => Promise<void>): (event: SyntheticEvent) => void;
}

export function useForm<K extends string>({ start, order, check, fieldOf }: FormRules<K>): Form<K> {
  const { t } = useTranslation();
  const say = useErrorWords();
  const [values, setValues] = useState(start);
  const [left, setLeft] = useState<ReadonlySet<K>>(new Set());
  const [answered, setAnswered] = useState<Partial<Record<K, unknown>>>({});
  const [failure, setFailure] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const elements = useRef(new Map<K, HTMLElement>());
  const faults = check(values);

  const errorOf = (field: K): string | undefined => {
    if (answered[field] !== undefined) return joined(say(answered[field]));
    const fault = left.has(field) ? faults[field] : undefined;
    if (fault === undefined) return undefined;
    return fault === 'required' ? t('form.required') : joined(say({ code: fault }));
  };
  const focusFirst = (bad: (field: K) => boolean): void => {
    const first = order.find(bad);
    if (first !== undefined) elements.current.get(first)?.focus();
  };

  const run = async (send: (values: Readonly<Record<K, string>>) => Promise<void>): Promise<void> => {
    setLeft(new Set(order));
    setFailure(undefined);
    if (order.some((field) => faults[field] !== undefined)) {
      focusFirst((field) => faults[field] !== undefined);
      return;
    }
    setBusy(true);
    try {
      await send(values);
    } catch (error) {
      const field = isMiyuError(error) ? fieldOf(error.code) : undefined;
      if (field === undefined) {
        setFailure(error);
      } else {
        setAnswered({ [field]: error } as Partial<Record<K, unknown>>);
        // One that was folded away is there after the next frame.
        requestAnimationFrame(() => {
          elements.current.get(field)?.focus();
        });
      }
    } finally {
      setBusy(false);
    }
  };

  return {
    values,
    busy,
    failure: failure === undefined ? undefined : say(failure),
    bind: (field) => ({
      value: values[field],
      error: errorOf(field),
      onChange: (value) => {
        setValues({ ...values, [field]: value });
        if (answered[field] !== undefined) setAnswered({});
      },
      onBlur: ({ relatedTarget }) => {
        // An error that appears under a press moves the button away from it; the form is checked as it is sent anyway.
        if (relatedTarget instanceof HTMLButtonElement) return;
        setLeft(new Set([...left, field]));
      },
      ref: (element) => {
        if (element === null) elements.current.delete(field);
        else elements.current.set(field, element);
      },
    }),
    reset: () => {
      setValues(start);
      setLeft(new Set());
    },
    submit: (send) => (event) => {
      event.preventDefault();
      if (!busy) void run(send);
    },
  };
}

/** Chinese has no space between sentences. */
const joined = ({ say, do: advice }: ErrorText): string =>
  `${say}${/\p{Script=Han}。$/u.test(say) ? '' : ' '}${advice}`;
