import { ORG_FIELD } from '../../result.ts';
import { refuse } from '../refusal.ts';

/** What the caller sent, whatever the call's shape. The previous state is the caller's word and is dropped. */
export interface CallArguments {
  form: FormData | null;
  object: Record<string, unknown> | null;
  /** Slug of the org that the call names. */
  orgSlug: string | null;
}

/** @throws Refusal for anything that is no form and no object */
export function normaliseArguments(args: readonly unknown[]): CallArguments {
  const input = args.length === 2 ? args[1] : args[0];
  if (args.length > 2 || (args.length === 2 && !(input instanceof FormData))) throw unreadable();
  if (input instanceof FormData)
    return { form: input, object: null, orgSlug: slug(input.getAll(ORG_FIELD)) };
  if (!isPlainObject(input)) throw unreadable();
  const { [ORG_FIELD]: org, ...object } = input;
  return { form: null, object, orgSlug: slug([org]) };
}

function unreadable() {
  return refuse('VALIDATION', {
    errors: { _form: ['This form could not be read. Reload the page and try again.'] },
  });
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** Exactly one name, or none: two would let a check and an effect look at different orgs. */
function slug(named: unknown[]): string | null {
  const [only] = named;
  return named.length === 1 && typeof only === 'string' ? only : null;
}
