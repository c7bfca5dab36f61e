/** Codes that any action can answer with. Each has a section in `docs/errors.md`. */
export type BuiltInCode =
  | 'VALIDATION'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'CROSS_ORIGIN'
  | 'RATE_LIMITED'
  | 'CONFLICT'
  | 'TIMEOUT'
  | 'UNAVAILABLE'
  | 'INTERNAL';

/** What is wrong, by field name (nested ones dotted: `address.city`); `_form` is about the form as a whole. */
export type Errors<Field extends string = string> = { [Name in Field | '_form']?: string[] } & {
  [dotted: `${string}.${string}`]: string[] | undefined;
};

/** What the user typed, by field name. Never files, never secrets. */
export type Values = Record<string, string | string[]>;

export interface Success<Data, Field extends string = string> {
  ok: true;
  data: Data;
  /** The key for the form's next submit, where the action is idempotent. */
  nextKey?: string;
  /** Always empty; here so that `state.errors?.title?.[0]` needs no check of `ok`. */
  errors: Errors<Field>;
  values?: undefined;
}

export interface Failure<Code extends string = BuiltInCode, Field extends string = string> {
  ok: false;
  code: Code;
  errors: Errors<Field>;
  /** The user's input, given back to the form. */
  values?: Values;
  /** Seconds to wait, with RATE_LIMITED. */
  retryAfter?: number;
  /** The key for the form's next submit, where the action is idempotent. */
  nextKey?: string;
  /** Finds this call in the log and the audit events. */
  errorId?: string;
}

/** A form that was not submitted yet. */
export interface Idle<Field extends string = string> {
  ok: false;
  code?: undefined;
  errors: Errors<Field>;
  values?: undefined;
  retryAfter?: undefined;
  errorId?: undefined;
  nextKey?: undefined;
}

/** What an action answers. Discriminate on `ok`, then on `code`. */
export type Result<Data, Code extends string = BuiltInCode, Field extends string = string> =
  | Success<Data, Field>
  | Failure<Code, Field>;

/** What a form shows: a result, or `idle`. */
export type State<Data, Code extends string = BuiltInCode, Field extends string = string> =
  | Result<Data, Code, Field>
  | Idle<Field>;

/** The initial state for `useActionState`. */
export const idle: Idle<never> = { ok: false, errors: {} };

/** Hidden field of a form, or property of an object, that names the org a call is about (its slug). */
export const ORG_FIELD = '_org';

/** Hidden field of a form, or property of an object, with the key that makes a submit have its effect once. */
export const KEY_FIELD = '_key';
