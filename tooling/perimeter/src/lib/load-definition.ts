import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { accessText, type Access } from './access.ts';
import { describeInput, type DescribedSchema } from './input.ts';
import type { LockedAction, LockedLimit, LockedWebhook } from './lock.ts';

const DEFINITION = Symbol.for('perimeter.definition');

interface Limit {
  max: number;
  window: string;
  onOutage?: 'open' | 'closed';
}

/** What `defineAction` keeps behind the action: of all its properties, those that are locked. */
export interface Definition {
  id: string;
  access: Access;
  rateLimit: Limit | 'unlimited';
  rateLimitAlso?: Limit;
  idempotent?: true;
  authorize?: unknown;
  timeout?: string;
  input: DescribedSchema;
  secrets?: readonly string[];
  bound?: readonly string[];
  errors?: object;
}

/** Imports a source file of the workspace in plain Node. */
export async function load(root: string, file: string): Promise<Record<string, unknown>> {
  return (await import(pathToFileURL(join(root, file)).href)) as Record<string, unknown>;
}

/** The definition behind an exported function, or null when it is none of `defineAction`. */
export function definitionOf(value: unknown): Partial<Definition> | null {
  if (typeof value !== 'function' || !(DEFINITION in value)) return null;
  return value[DEFINITION] as Partial<Definition>;
}

/** What is locked of a function of `defineWebhook`; null when it is none. */
export function webhookOf(value: unknown): LockedWebhook | null {
  const { provider, verify } = (definitionOf(value) ?? {}) as {
    provider?: string;
    verify?: { name: string };
  };
  return provider && verify ? { provider, verify: verify.name } : null;
}

/** The properties without which an action is not guarded. */
export function missingIn(definition: Partial<Definition>): string[] {
  return (['id', 'access', 'rateLimit', 'input'] as const).filter((name) => !definition[name]);
}

/** What is locked of an action. */
export function describe(definition: Definition, file: string, name: string): LockedAction {
  const { id, access, rateLimit, rateLimitAlso } = definition;
  const { input, fields } = describeInput(definition.input);
  return {
    id,
    file,
    export: name,
    access: accessText(access),
    rateLimit: rateLimit === 'unlimited' ? rateLimit : limitOf(rateLimit),
    rateLimitAlso: rateLimitAlso ? limitOf(rateLimitAlso) : null,
    idempotent: definition.idempotent ?? false,
    authorize: definition.authorize !== undefined,
    timeout: definition.timeout ?? null,
    secrets: [...(definition.secrets ?? [])],
    bound: [...(definition.bound ?? [])],
    errors: Object.keys(definition.errors ?? {}),
    input,
    fields,
  };
}

function limitOf({ max, window, onOutage = 'open' }: Limit): LockedLimit {
  return { max, window, onOutage };
}
