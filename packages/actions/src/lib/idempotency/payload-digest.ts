import { createHash } from 'node:crypto';
import { isKnownField } from '../form-data/field-path.ts';
import type { Shape } from '../form-data/shape.ts';
import type { CallArguments } from '../steps/normalise-arguments.ts';

/**
 * A digest of all that was sent and that the schema knows, files included. What else is in a form differs between
 * submits: the key, and what React adds for forms without JavaScript.
 */
export async function payloadDigest(
  { form, object, bound, orgSlug }: CallArguments,
  shape: Shape,
): Promise<string> {
  const files: Blob[] = [];
  const write = (value: unknown) =>
    JSON.stringify(value, (_name, part: unknown) => writable(part, files));
  const hash = createHash('sha256');
  hash.update(write([orgSlug, bound, object]));
  for (const field of form ?? []) if (isKnownField(shape, field[0])) hash.update(write(field));
  for (const file of files) hash.update(new Uint8Array(await file.arrayBuffer()));
  return hash.digest('base64url');
}

/** JSON has no word for some of what React sends: it would fail, or write all of a kind alike. */
function writable(part: unknown, files: Blob[]): unknown {
  if (typeof part === 'bigint') return `${part}n`;
  if (part instanceof Map || part instanceof Set) return [...part];
  if (!(part instanceof Blob)) return part;
  files.push(part);
  return [part instanceof File ? part.name : '', part.type, part.size];
}
