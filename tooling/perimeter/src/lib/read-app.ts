import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { kindsIn } from './access.ts';
import type { App } from './apps.ts';
import { keyProblem } from './encryption-key.ts';
import { carriedBy, finding, type Finding } from './finding.ts';
import { load } from './load-definition.ts';
import type { Lock, LockedAction } from './lock.ts';
import { readManifest, type ExposedFunction } from './manifest.ts';
import { readFunction } from './read-function.ts';
import { readHandlers } from './read-handlers.ts';

/** What an app really exposes. */
export interface Reading {
  app: App;
  /** Null when there was nothing to read; `problems` tell why. */
  found: Lock | null;
  /** Errors, and what could not be read: nothing that a lock could hold. */
  problems: Finding[];
  /** Pages that carry an action, by its id. */
  pages: ReadonlyMap<string, readonly string[]>;
}

/** What `src/perimeter.ts` of an app says. */
type Declared = Pick<Lock, 'exposes' | 'roles'>;

/**
 * Reads the production build of an app, and the definitions that it names.
 * @param root - a real path, without links
 * @param key the variable with the encryption key, where people are served; null elsewhere
 */
export async function readApp(root: string, app: App, key: string | null): Promise<Reading> {
  const nothing = { app, found: null, pages: new Map<string, string[]>() };
  const declared = await readDeclared(root, app);
  if (!declared) {
    const happened = `${app.folder} does not say what it may expose.`;
    return { ...nothing, problems: [finding(app.name, 'NO_PERIMETER', app.folder, { happened })] };
  }
  const manifest = readManifest(root, app.folder);
  if (!manifest) {
    const happened = `${app.folder} has no production build.`;
    return { ...nothing, problems: [finding(app.name, 'NO_BUILD', app.folder, { happened })] };
  }
  const read = await Promise.all(
    manifest.functions.map((one) => readFunction(root, app.name, one)),
  );
  const routes = await readHandlers(root, app);
  const exposed = read.flatMap(({ action }) => action ?? []);
  const actions = byPlace([...routes.actions, ...exposed]);
  const pages = pagesOf(actions, manifest.functions);
  const keyIs = keyProblem(manifest.key, key);
  return {
    app,
    found: { version: 1, app: app.name, ...declared, actions, handlers: routes.handlers },
    pages,
    problems: [
      ...(keyIs ? [finding(app.name, keyIs.code, app.name, keyIs)] : []),
      ...read.flatMap(({ problem }) => problem ?? []),
      ...routes.problems,
      ...actions.flatMap((action) => notExposed(app.name, declared.exposes, action, pages)),
    ],
  };
}

async function readDeclared(root: string, { folder }: App): Promise<Declared | null> {
  const file = ['src/perimeter.ts', 'perimeter.ts']
    .map((path) => `${folder}/${path}`)
    .find((path) => existsSync(join(root, path)));
  const declared = file && ((await load(root, file)).perimeter as Partial<Declared> | undefined);
  if (!declared || !Array.isArray(declared.exposes)) return null;
  return { exposes: declared.exposes as string[], roles: declared.roles ?? {} };
}

/** Each once, sorted by id. */
function byPlace(actions: LockedAction[]): LockedAction[] {
  const places = new Map(actions.map((action) => [`${action.file} ${action.export}`, action]));
  return [...places.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function pagesOf(
  actions: LockedAction[],
  functions: ExposedFunction[],
): Map<string, readonly string[]> {
  return new Map(
    actions.map(({ id, file, export: name }) => {
      const exposed = functions.find((one) => one.file === file && one.export === name);
      return [id, exposed?.pages ?? []];
    }),
  );
}

function notExposed(
  app: string,
  exposes: readonly string[],
  action: LockedAction,
  pages: Reading['pages'],
): Finding[] {
  const { id, access, file } = action;
  if (kindsIn(access).some((kind) => exposes.includes(kind))) return [];
  const happened = `${id} (${file}) asks for ${access}, and ${app} exposes ${exposes.join(', ')} only${carriedBy(pages.get(id) ?? [])}.`;
  return [finding(app, 'ACCESS_NOT_EXPOSED', id, { happened })];
}
