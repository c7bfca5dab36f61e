import { realpathSync } from 'node:fs';
import { findApps } from './apps.ts';
import { CODES } from './codes.ts';
import { compare } from './compare.ts';
import { finding, type Finding } from './finding.ts';
import type { Lock } from './lock.ts';
import { lockedApps, lockPath, readLock } from './locks.ts';
import { readApp, type Reading } from './read-app.ts';

/**
 * What all apps of a workspace expose.
 * @param key the variable with the encryption key, where people are served; null elsewhere
 */
export async function readPerimeter(root: string, key: string | null): Promise<Reading[]> {
  const real = realpathSync(root);
  const apps = findApps(real);
  if (apps.length === 0)
    throw new Error('No workspace has a next.config: there is no app to read.');
  const readings = await Promise.all(apps.map((app) => readApp(real, app, key)));
  const twice = duplicates(readings);
  return readings.map((reading) => ({
    ...reading,
    problems: [...reading.problems, ...twice.filter(({ app }) => app === reading.app.name)],
  }));
}

/** One id, two actions: in one app or in two of them. Said once, of the app where the second was found. */
function duplicates(readings: Reading[]): Finding[] {
  const places = new Map<string, string>();
  return readings.flatMap(({ found }) =>
    (found?.actions ?? []).flatMap(({ id, file, export: name }) => {
      const [first, place] = [places.get(id), `${file} ${name}`];
      places.set(id, first ?? place);
      if (!found || first === undefined || first === place) return [];
      return finding(found.app, 'DUPLICATE_ID', id, {
        happened: `${first} and ${place} have the same id, ${id}.`,
      });
    }),
  );
}

/**
 * Compares what was found with the locks.
 * @param revision the locks of this commit; null: those in the folder
 */
export function checkPerimeter(
  root: string,
  readings: Reading[],
  revision: string | null,
): Finding[] {
  const names = readings.map(({ app }) => app.name);
  const lost = lockedApps(root).filter((name) => !names.includes(name));
  return [
    ...readings.flatMap((reading) => [
      ...reading.problems,
      ...differences(root, reading, revision),
    ]),
    ...lost.map((name) =>
      finding(name, 'LOST_LOCK', name, { happened: `${lockPath(name)} belongs to no app.` }),
    ),
  ];
}

function differences(root: string, reading: Reading, revision: string | null): Finding[] {
  const { app, found, pages } = reading;
  if (!found) return [];
  const path = lockPath(app.name);
  let lock: Lock | null;
  try {
    lock = readLock(root, app.name, revision);
  } catch (error) {
    if (revision !== null) throw error;
    return [finding(app.name, 'BAD_LOCK', app.name, { happened: `${path} cannot be read.` })];
  }
  if (!lock) return [finding(app.name, 'NO_LOCK', app.name, { happened: `There is no ${path}.` })];
  return compare(lock, found, (id) => pages.get(id) ?? []);
}

/** 0: in step. 1: differs from the locks. 2: holds what no lock may hold. 3: nothing can be said. */
export function exitCodeOf(findings: Finding[]): 0 | 1 | 2 | 3 {
  const severities = findings.map(({ code }) => CODES[code].severity);
  if (severities.includes('unreadable')) return 3;
  if (severities.includes('error')) return 2;
  return severities.length > 0 ? 1 : 0;
}
