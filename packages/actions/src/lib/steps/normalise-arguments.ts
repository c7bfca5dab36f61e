import { KEY_FIELD, ORG_FIELD } from '../../result.ts';
import { exceedsBody } from '../exceeds-body.ts';
import { refuse } from '../refusal.ts';

/** What the caller sent, whatever the call's shape. The previous state is the caller's word and is dropped. */
export interface CallArguments {
  form: FormData | null;
  object: Record<string, unknown> | null;
  /** Fields that came by `.bind()`, beside the form. */
  bound: Record<string, unknown>;
  /** Slug of the org that the call names. */
  orgSlug: string | null;
  /** The idempotency key that came with the call. */
  key: string | null;
}

/**
 * @param declared - the fields that may be bound; with them, the first argument of a form's call is their object
 * @throws Refusal for anything that is no form and no object
 */
export function normaliseArguments(
  args: readonly unknown[],
  declared?: readonly string[],
): CallArguments {
  if (declared && args.length > 1) {
    const [first, ...rest] = args;
    return withBound(readForm(rest), first, declared);
  }
  const [input] = args;
  if (args.length > 1 || input instanceof FormData) return readForm(args);
  if (!isPlainObject(input)) throw unreadable();
  if (exceedsBody(input)) throw oversized();
  if (!(ORG_FIELD in input || KEY_FIELD in input))
    return { form: null, object: input, bound: {}, orgSlug: null, key: null };
  const { [ORG_FIELD]: org, [KEY_FIELD]: key, ...object } = input;
  return { form: null, object, bound: {}, orgSlug: onlyText([org]), key: onlyText([key]) };
}

/** A form, alone or after a previous state. */
function readForm(args: readonly unknown[]): CallArguments {
  const form = args.at(-1);
  if (args.length > 2 || !(form instanceof FormData)) throw unreadable();
  return {
    form,
    object: null,
    bound: {},
    orgSlug: onlyText(form.getAll(ORG_FIELD)),
    key: keyOf(form.getAll(KEY_FIELD)),
  };
}

/** A client can write what it wants here, as it can into a form: the schema and all rules still judge it. */
function withBound(
  call: CallArguments,
  fields: unknown,
  declared: readonly string[],
): CallArguments {
  if (!isPlainObject(fields)) throw unreadable();
  if (exceedsBody(fields)) throw oversized();
  const { [ORG_FIELD]: org, ...bound } = fields;
  if (Object.keys(bound).some((name) => !declared.includes(name))) throw unreadable();
  return { ...call, bound, orgSlug: ORG_FIELD in fields ? onlyText([org]) : call.orgSlug };
}

/** Two keys are none of ours: without one, a submit could have its effect twice. */
function keyOf(sent: unknown[]): string | null {
  if (sent.length > 1) throw unreadable();
  return onlyText(sent);
}

function unreadable() {
  return refuse('VALIDATION', {
    errors: { _form: ['This form could not be read. Reload the page and try again.'] },
  });
}

function oversized() {
  return refuse('VALIDATION', { errors: { _form: ['This form has more in it than we accept.'] } });
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** Exactly one, or none: of two orgs a check could look at one and an effect at the other. */
function onlyText(named: unknown[]): string | null {
  const [only] = named;
  return named.length === 1 && typeof only === 'string' ? only : null;
}
