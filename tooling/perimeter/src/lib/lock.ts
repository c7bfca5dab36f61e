/** A limit as the lock keeps it: defaults are written out. */
export interface LockedLimit {
  max: number;
  window: string;
  onOutage: 'open' | 'closed';
}

/** What is known of one field of an input: keywords of JSON Schema, less what nobody decides by. */
export interface LockedField {
  type: string;
  required?: true;
  values?: readonly unknown[];
  /** A digest of all that is said of the field in keywords that are not compared one by one. */
  other?: string;
  [keyword: string]: unknown;
}

/** A Server Action that an app exposes. */
export interface LockedAction {
  id: string;
  file: string;
  export: string;
  access: string;
  rateLimit: LockedLimit | 'unlimited';
  rateLimitAlso: LockedLimit | null;
  idempotent: boolean;
  authorize: boolean;
  timeout: string | null;
  secrets: readonly string[];
  bound: readonly string[];
  errors: readonly string[];
  /** Digest of the input's JSON Schema, without its notes for people. */
  input: string;
  fields: Readonly<Record<string, LockedField>>;
}

/** A sender of webhooks, and how it signs. */
export interface LockedWebhook {
  provider: string;
  verify: string;
}

/** A route handler that accepts writes, and the action that it runs through `runInRoute`. */
export interface LockedHandler {
  path: string;
  methods: readonly string[];
  file: string;
  action: string | null;
  /** Of a handler made by `defineWebhook`. */
  webhook?: LockedWebhook;
}

/** The public surface of one app. */
export interface Lock {
  version: 1;
  app: string;
  exposes: readonly string[];
  /** For each kind of access with roles: from least to most. */
  roles: Readonly<Record<string, readonly string[]>>;
  actions: readonly LockedAction[];
  handlers: readonly LockedHandler[];
}

/** The text of a lock: an action a block, a property a line, so that a diff reads well. */
export function printLock(lock: Lock): string {
  return `${print(lock, 0)}\n`;
}

/** @throws when the text is no lock of a version that is known */
export function parseLock(text: string): Lock {
  const lock = JSON.parse(text) as Partial<Lock> | null;
  if (lock?.version !== 1 || !Array.isArray(lock.actions) || !Array.isArray(lock.handlers))
    throw new Error('no lock of version 1');
  return lock as Lock;
}

function print(value: unknown, depth: number): string {
  if (Array.isArray(value)) {
    const items = value.map((item) => print(item, depth + 1));
    return value.some(isObject) ? block('[', items, ']', depth) : `[${items.join(', ')}]`;
  }
  if (!isObject(value)) return JSON.stringify(value);
  const items = Object.entries(value).map(
    ([key, item]) => `${JSON.stringify(key)}: ${print(item, depth + 1)}`,
  );
  const isLeaf = depth > 2 && !Object.values(value).some(isObject);
  if (items.length === 0) return '{}';
  return isLeaf ? `{ ${items.join(', ')} }` : block('{', items, '}', depth);
}

function block(open: string, items: string[], close: string, depth: number): string {
  const indent = '  '.repeat(depth);
  return `${open}\n${items.map((item) => `${indent}  ${item}`).join(',\n')}\n${indent}${close}`;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
