import type { StandardSchemaV1 } from '@standard-schema/spec';
import { decodeForm, type Decoded } from '../form-data/decode.ts';
import type { InputSchema, Shape } from '../form-data/shape.ts';
import { MESSAGES } from '../messages.ts';
import { refuse } from '../refusal.ts';
import type { CallArguments } from './normalise-arguments.ts';

const MAX_MESSAGES = 50;

/**
 * Decodes a form by the schema's shape and validates it, or the object as it is.
 * @returns the schema's output; a promise of it where the schema is asynchronous
 * @throws Refusal with a message per field
 */
export function validate(
  schema: InputSchema,
  shape: Shape,
  { form, object, bound }: Pick<CallArguments, 'form' | 'object' | 'bound'>,
): unknown {
  const decoded: Decoded = form ? decodeForm(form, shape) : { ok: true, value: object };
  if (!decoded.ok) throw refuse('VALIDATION', { errors: decoded.errors });
  const input = form ? Object.assign(decoded.value as object, bound) : decoded.value;
  const judged = schema['~standard'].validate(input);
  return judged instanceof Promise ? judged.then(accepted) : accepted(judged);
}

function accepted(result: StandardSchemaV1.Result<unknown>): unknown {
  if (result.issues) throw refuse('VALIDATION', { errors: errorsOf(result.issues) });
  refuseUnreadable(result.value, '');
  return result.value;
}

function errorsOf(issues: readonly StandardSchemaV1.Issue[]): Record<string, string[]> {
  const errors = new Map<string, string[]>();
  for (const { message, path = [] } of issues.slice(0, MAX_MESSAGES)) {
    const name =
      path.map((step) => String(typeof step === 'object' ? step.key : step)).join('.') || '_form';
    errors.set(name, [...(errors.get(name) ?? []), message]);
  }
  if (errors.size === 0) errors.set('_form', [MESSAGES.VALIDATION]);
  return Object.fromEntries(errors);
}

/** Text that lost bytes on its way, or that a database cannot hold. */
function refuseUnreadable(value: unknown, path: string): void {
  if (typeof value === 'string' && isUnreadable(value)) {
    const message = 'This contains characters that could not be read. Type them again.';
    throw refuse('VALIDATION', { errors: { [path || '_form']: [message] } });
  }
  if (Array.isArray(value) || (typeof value === 'object' && value?.constructor === Object)) {
    for (const key of Object.keys(value)) {
      refuseUnreadable(key, path);
      refuseUnreadable((value as Record<string, unknown>)[key], path ? `${path}.${key}` : key);
    }
  }
}

function isUnreadable(text: string): boolean {
  return text.includes('\0') || text.includes('\uFFFD') || !text.isWellFormed();
}
