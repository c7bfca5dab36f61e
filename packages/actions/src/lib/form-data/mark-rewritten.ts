import type { JsonSchema } from './json-schema.ts';

interface Definition {
  type: string;
  /** Of a pipe: what comes first. */
  in?: { _zod: { def: Definition } };
  checks?: readonly { _zod: { def: { check: string; pattern?: RegExp } } }[];
}

/** What zod tells of one schema inside of the input. */
interface ZodContext {
  zodSchema: { _zod: { def: Definition } };
  jsonSchema: JsonSchema;
}

/**
 * An `override` for zod's JSON Schema, which does not say that a text is trimmed or put into lower case before a
 * pattern looks at it, which flags the pattern has, and that a preprocessor makes something else of the input. There
 * the browser would refuse what the schema accepts. Other libraries do not call it.
 */
export function markRewritten({ zodSchema, jsonSchema }: ZodContext): void {
  const { type, in: first, checks = [] } = zodSchema._zod.def;
  const definitions = checks.map((check) => check._zod.def);
  if (definitions.some(({ check, pattern }) => check === 'overwrite' || hasMeaning(pattern?.flags)))
    jsonSchema.rewritten = 'text';
  if (type === 'pipe' && first?._zod.def.type === 'transform') jsonSchema.rewritten = 'all';
}

/** Flags that change what a pattern accepts. */
function hasMeaning(flags = ''): boolean {
  return /[ims]/.test(flags);
}
