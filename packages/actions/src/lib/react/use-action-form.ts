'use client';

import { unstable_isUnrecognizedActionError, unstable_rethrow } from 'next/navigation';
import {
  useActionState,
  useEffect,
  useRef,
  useState,
  useTransition,
  type FormEvent,
  type RefObject,
} from 'react';
import { MAX_BODY_BYTES } from '../../body-limit.ts';
import { idle, type Failure, type State, type Values } from '../../result.ts';
import { formBytes } from './form-bytes.ts';
import { reloadWithInput, restoreKept } from './keep-input.ts';

/** An action as a form sees it. */
type FormAction<Data, Code extends string, Field extends string> = (
  previous: unknown,
  form: FormData,
) => Promise<State<Data, Code, Field>>;

/** What `useActionForm` gives. */
export interface ActionForm<Data, Code extends string, Field extends string> {
  /** The last result, or idle. */
  state: State<Data, Code | LocalCode, Field>;
  /** Spread these on the `<form>`. */
  form: {
    action: (form: FormData) => void;
    onSubmit: (event: FormEvent<HTMLFormElement>) => void;
    ref: RefObject<HTMLFormElement | null>;
  };
  /** Whether a submit is under way. */
  pending: boolean;
  /** For the hidden field `KEY_FIELD` of an idempotent action: the page's key, then the one of the last answer. */
  key: string;
  /** What the user typed into a field before, else the given start value: for `defaultValue`. */
  value: (field: Field, start?: string | null) => string;
}

export interface ActionFormOptions<Field extends string = string> {
  /** What the page got from `idempotencyKey`, where the action is idempotent. */
  key?: string;
  /** The action's `secrets`: fields that are not kept over a reload, beside those that are secret by name or type. */
  secrets?: readonly NoInfer<Field>[];
  /**
   * Shows the outcome before the answer is there: call the setter of `useOptimistic` here. React takes it back when
   * the answer has come, so a refusal undoes it.
   */
  optimistic?: (form: FormData) => void;
}

/** Codes that arise in the browser: the page is older than the server, it was not reached, or would refuse the size. */
export type LocalCode = 'STALE_PAGE' | 'OFFLINE' | 'TOO_LARGE';

const LOCAL_MESSAGES: Record<LocalCode, string> = {
  STALE_PAGE:
    'This page is from before an update of the site. Copy what you typed, reload the page and submit again.',
  OFFLINE:
    'No answer came back. Check your connection, and whether it was saved, before you submit again.',
  TOO_LARGE: `This is more than the ${MAX_BODY_BYTES / 1024 ** 2} MB that one form may hold, so it was not sent. Shorten the text or choose smaller files, and submit again.`,
};

/** Nothing came back: what the last answer gave stays. */
function localFailure(
  code: LocalCode,
  { values, nextKey }: { values?: Values | undefined; nextKey?: string | undefined },
): Failure<LocalCode> {
  const errors = { _form: [LOCAL_MESSAGES[code]] };
  return { ok: false, code, errors, ...(values && { values }), ...(nextKey && { nextKey }) };
}

/**
 * Joins an action to a form. Without JavaScript the form posts to the action and the page shows the state. With
 * JavaScript the submit is handled here, so that a lost connection can be told and what was typed stays in the fields;
 * a page that is older than the server is loaded again, once, and its form filled in again. Pass the server reference
 * itself, or bound to fields (`.bind(null, { id })`): a wrapped function works with JavaScript only.
 */
export function useActionForm<Data, Code extends string, Field extends string>(
  action: FormAction<Data, Code, Field>,
  { key, optimistic, secrets = [] }: ActionFormOptions<Field> = {},
): ActionForm<Data, Code, Field> {
  const [posted, post, posting] = useActionState(action, idle as State<Data, Code, Field>);
  const [answered, setAnswered] = useState<State<Data, Code | LocalCode, Field> | null>(null);
  const [sending, startSending] = useTransition();
  const ref = useRef<HTMLFormElement>(null);
  /** Two submits within one tick see the same render: a ref knows of the first. */
  const busy = useRef(false);
  const state: State<Data, Code | LocalCode, Field> = answered ?? posted;

  function onSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (busy.current || sending || posting) return;
    const { currentTarget, nativeEvent } = event;
    const data = new FormData(currentTarget, (nativeEvent as SubmitEvent).submitter);
    if (formBytes(data) > MAX_BODY_BYTES) {
      setAnswered(localFailure('TOO_LARGE', state));
      return;
    }
    busy.current = true;
    startSending(async () => {
      try {
        optimistic?.(data);
        // The server ignores the previous state; sending what was typed a second time could pass its size limit.
        setAnswered(await action(idle, data));
      } catch (error) {
        unstable_rethrow(error);
        const stale = unstable_isUnrecognizedActionError(error);
        // The page is on its way out: the form stays busy.
        if (stale && reloadWithInput(currentTarget, data, secrets)) await new Promise(() => {});
        // Fields that nobody touched since the page was rendered still show the values of that time.
        setAnswered(localFailure(stale ? 'STALE_PAGE' : 'OFFLINE', state));
      } finally {
        busy.current = false;
      }
    });
  }

  useEffect(() => void restoreKept(ref.current), []);

  useEffect(() => {
    if (state.ok || state.code === undefined) return;
    const wrong = ref.current?.querySelector<HTMLElement>('[aria-invalid="true"], [role="alert"]');
    wrong?.focus();
  }, [state]);

  function value(field: Field, start?: string | null): string {
    const typed = state.values?.[field];
    return typeof typed === 'string' ? typed : (start ?? '');
  }

  return {
    state,
    form: { action: post, onSubmit, ref },
    key: state.nextKey ?? key ?? '',
    pending: sending || posting,
    value,
  };
}
