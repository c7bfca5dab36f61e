import { MESSAGES } from './messages.ts';
import { Refusal } from './refusal.ts';

/** An error of one action: its sentence, and the field it is about (default: the form). */
export interface ErrorDeclaration<Field extends string = string> {
  field?: Field;
  message: string;
}
export type ErrorMap<Field extends string = string> = Record<string, ErrorDeclaration<Field>>;

const BUILT_IN = ['FORBIDDEN', 'NOT_FOUND', 'CONFLICT', 'UNAVAILABLE'] as const;
type BuiltIn = (typeof BUILT_IN)[number];

/** One function per declared error, and the built-in ones that a handler may need. Each throws: write `return fail.X()`. */
export type Fail<E extends ErrorMap> = { readonly [Code in BuiltIn]: () => never } & {
  readonly [Code in keyof E]: () => never;
};

const NO_ERRORS: ErrorMap = {};
const made = new WeakMap<ErrorMap, Fail<ErrorMap>>();

/** The `fail` of an action, made once from its declared errors. */
export function failOf(errors: ErrorMap = NO_ERRORS): Fail<ErrorMap> {
  const fail = made.get(errors) ?? createFail(errors);
  made.set(errors, fail);
  return fail;
}

function createFail(errors: ErrorMap): Fail<ErrorMap> {
  const declared: [string, ErrorDeclaration][] = [
    ...BUILT_IN.map((code): [string, ErrorDeclaration] => [code, { message: MESSAGES[code] }]),
    ...Object.entries(errors),
  ];
  const throwing = declared.map(([code, { field = '_form', message }]) => [
    code,
    () => {
      throw new Refusal({ ok: false, code, errors: { [field]: [message] } });
    },
  ]);
  return Object.fromEntries(throwing) as Fail<ErrorMap>;
}
