import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { finding, type Finding } from './finding.ts';
import type { LockedAction, LockedHandler } from './lock.ts';
import {
  definitionOf,
  describe,
  load,
  missingIn,
  webhookOf,
  type Definition,
} from './load-definition.ts';
import { readRoute, type Reference } from './read-route.ts';
import { builtRoutes, type BuiltRoute } from './routes.ts';

/** The route handlers of an app that accept writes, and the actions that they run. */
export interface ReadHandlers {
  handlers: LockedHandler[];
  actions: LockedAction[];
  problems: Finding[];
}

/** @param root - a real path, without links */
export async function readHandlers(
  root: string,
  app: { name: string; folder: string },
): Promise<ReadHandlers> {
  const all = builtRoutes(root, app.folder).map((route) => readHandler(root, app.name, route));
  const read = await Promise.all(all);
  return {
    handlers: read.flatMap(({ handlers }) => handlers).toSorted(byPath),
    actions: read.flatMap(({ actions }) => actions),
    problems: read.flatMap(({ problems }) => problems),
  };
}

async function readHandler(root: string, app: string, route: BuiltRoute): Promise<ReadHandlers> {
  const { path, kind, files } = route;
  const [file, ...others] = files;
  const unreadable = (why: string) =>
    finding(app, 'UNREADABLE', path, { happened: `${file ?? `The source of ${path}`}: ${why}.` });
  if (!file) return { handlers: [], actions: [], problems: [unreadable('it was not found')] };
  if (others.length > 0) {
    const why = `${others.join(', ')} may be the source of ${path} as well: keep one`;
    return { handlers: [], actions: [], problems: [unreadable(why)] };
  }
  if (kind === 'pages') {
    const handler = { path, methods: ['POST', 'PUT', 'PATCH', 'DELETE'], file, action: null };
    return { handlers: [handler], actions: [], problems: [] };
  }
  const { methods, given, unclear } = readRoute(file, readFileSync(join(root, file), 'utf8'));
  const problems = unclear ? [unreadable(unclear)] : [];
  const actions: LockedAction[] = [];
  const byAction = new Map<string | null, string[]>();
  const webhooks: LockedHandler[] = [];
  for (const [method, references] of methods) {
    const reference = given.get(method);
    const webhook = reference && webhookOf((await exported(root, file, reference))?.value);
    if (webhook) {
      webhooks.push({ path, methods: [method], file, action: null, webhook });
      continue;
    }
    const ids: string[] = [];
    for (const reference of references) {
      const action = await resolve(root, file, reference);
      if (action) actions.push(action);
      else
        problems.push(
          unreadable(`${reference.name} of ${reference.from} is no action that can be loaded`),
        );
      ids.push(action?.id ?? reference.name);
    }
    const action = [...new Set(ids)].toSorted().join(', ') || null;
    byAction.set(action, [...(byAction.get(action) ?? []), method]);
  }
  const handlers = [...byAction].map(([action, own]) => ({
    path,
    methods: own.toSorted(),
    file,
    action,
  }));
  return { handlers: [...handlers, ...webhooks], actions, problems };
}

async function resolve(
  root: string,
  from: string,
  reference: Reference,
): Promise<LockedAction | null> {
  const found = await exported(root, from, reference);
  const definition = definitionOf(found?.value);
  if (!found || !definition || missingIn(definition).length > 0) return null;
  return describe(definition as Definition, found.file, reference.name);
}

/** What another file exports under this name, loaded in plain Node; null when it cannot be. */
async function exported(
  root: string,
  from: string,
  { from: module, name }: Reference,
): Promise<{ file: string; value: unknown } | null> {
  try {
    const path = createRequire(join(root, from)).resolve(module);
    const file = relative(root, path).replaceAll('\\', '/');
    return { file, value: (await load(root, file))[name] };
  } catch {
    return null;
  }
}

function byPath(a: LockedHandler, b: LockedHandler): number {
  const [one, other] = [a, b].map(({ path, methods }) => `${path} ${methods.join()}`);
  return (one ?? '') < (other ?? '') ? -1 : 1;
}
