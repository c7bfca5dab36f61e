import { ORG_FIELD, type Values } from '../../result.ts';
import { isKnownField } from './field-path.ts';
import type { Shape } from './shape.ts';

const SECRET_NAME = /password|passphrase|secret|token|code|otp/i;
const MAX_VALUES = 200;

/** Whether a field's content must never travel back: declared in `secrets`, or secret by its name. */
export function isSecretField(name: string, declared: readonly string[]): boolean {
  const [field = ''] = name.split(/[.[]/, 1);
  return declared.includes(field) || SECRET_NAME.test(name);
}

/** What the user typed into the fields that the schema knows, less files and secrets. */
export function typedValues(form: FormData, shape: Shape, secrets: readonly string[]): Values {
  const values: Values = Object.create(null) as Values;
  let count = 0;
  for (const [name, entry] of form) {
    if (typeof entry !== 'string' || name === ORG_FIELD || count >= MAX_VALUES) continue;
    if (isSecretField(name, secrets) || !isKnownField(shape, name)) continue;
    const before = values[name];
    values[name] = before === undefined ? entry : [before, entry].flat();
    count += 1;
  }
  return { ...values };
}

/** The contents of secret fields, so that a log can be cleaned of them. */
export function secretTexts(input: FormData | object, secrets: readonly string[]): string[] {
  const entries: Iterable<[string, unknown]> =
    input instanceof FormData ? input : Object.entries(input);
  const texts: string[] = [];
  for (const [name, entry] of entries) {
    if (typeof entry === 'string' && entry.length > 3 && isSecretField(name, secrets))
      texts.push(entry);
    if (texts.length === 50) break;
  }
  return texts;
}
