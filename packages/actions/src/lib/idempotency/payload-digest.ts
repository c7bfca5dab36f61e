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
  const hash = createHash('sha256');
  hash.update(JSON.stringify([orgSlug, bound, object]));
  for (const [name, entry] of form ?? []) {
    if (!isKnownField(shape, name)) continue;
    hash.update(JSON.stringify(typeof entry === 'string' ? [name, entry] : describe(name, entry)));
    if (typeof entry !== 'string') hash.update(new Uint8Array(await entry.arrayBuffer()));
  }
  return hash.digest('base64url');
}

function describe(name: string, file: File): unknown[] {
  return [name, file.name, file.type, file.size];
}
