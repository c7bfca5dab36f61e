import { KEY_FIELD, ORG_FIELD, type Values } from '../../result.ts';
import { SECRET_NAME } from '../secret-name.ts';
import { isKnownField, MAX_DEPTH } from './field-path.ts';
import type { Shape } from './shape.ts';

const MAX_VALUES = 200;
const MAX_SECRETS = 50;

/** Whether a field's content must never travel back: declared in `secrets`, or secret by its name. */
export function isSecretField(name: string, declared: readonly string[]): boolean {
  if (SECRET_NAME.test(name)) return true;
  return declared.length > 0 && declared.includes(name.split(/[.[]/, 1)[0] ?? '');
}

/** What the user typed into the fields that the schema knows, less files and secrets. */
export function typedValues(form: FormData, shape: Shape, secrets: readonly string[]): Values {
  const values: Values = Object.create(null) as Values;
  let count = 0;
  for (const [name, entry] of form) {
    if (
      typeof entry !== 'string' ||
      name === ORG_FIELD ||
      name === KEY_FIELD ||
      count >= MAX_VALUES
    )
      continue;
    if (isSecretField(name, secrets) || !isKnownField(shape, name)) continue;
    const before = values[name];
    values[name] = before === undefined ? entry : [before, entry].flat();
    count += 1;
  }
  return { ...values };
}

/** The contents of secret fields, longest first, so that a log can be cleaned of them. */
export function secretTexts(input: FormData | object, secrets: readonly string[]): string[] {
  const texts = [...fieldsOf(input, '', 0)].flatMap(([name, entry]) =>
    typeof entry === 'string' && entry.length > 3 && isSecretField(name, secrets) ? entry : [],
  );
  return texts.toSorted((a, b) => b.length - a.length).slice(0, MAX_SECRETS);
}

function* fieldsOf(
  input: FormData | object,
  path: string,
  depth: number,
): Generator<[string, unknown]> {
  if (input instanceof FormData) return yield* input;
  for (const [key, value] of Object.entries(input)) {
    const name = path ? `${path}.${key}` : key;
    if (typeof value !== 'object' || value === null) yield [name, value];
    else if (depth < MAX_DEPTH) yield* fieldsOf(value as object, name, depth + 1);
  }
}
