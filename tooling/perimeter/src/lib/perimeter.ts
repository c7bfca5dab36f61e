import { realpathSync } from 'node:fs';
import { findApps } from './apps.ts';
import { CODES } from './codes.ts';
import { compare } from './compare.ts';
import { duplicateIds } from './duplicate-ids.ts';
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
  const twice = duplicateIds(readings.flatMap(({ found }) => found ?? []));
  return readings.map((reading) => ({
    ...reading,
    problems: [...reading.problems, ...twice.filter(({ app }) => app === reading.app.name)],
  }));
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
    ...readings.flatMap((reading) => {
      const { problems } = reading;
      // Of what is an error here nobody has to hear that it is new as well.
      const isError = (subject: string) => problems.some((problem) => problem.subject === subject);
      const differs = differences(root, reading, revision);
      return [
        ...problems,
        ...differs.filter(({ code, subject }) => code !== 'NEW' || !isError(subject)),
      ];
    }),
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
  // An app that a commit had not locked yet had nothing: all of it is new.
  if (!lock && revision !== null) lock = { ...found, actions: [], handlers: [] };
  if (!lock) return [finding(app.name, 'NO_LOCK', app.name, { happened: `There is no ${path}.` })];
  const findings = compare(lock, found, (id) => pages.get(id) ?? []);
  if (findings.length > 0 || revision !== null || JSON.stringify(lock) === JSON.stringify(found))
    return findings;
  const happened = `${path} says the same, and not as \`pnpm perimeter lock\` writes it: something was added, doubled or put in another order.`;
  return [finding(app.name, 'CHANGED', app.name, { happened })];
}

/** 0: in step. 1: differs from the locks. 2: holds what no lock may hold. 3: nothing can be said. */
export function exitCodeOf(findings: Finding[]): 0 | 1 | 2 | 3 {
  const severities = findings.map(({ code }) => CODES[code].severity);
  if (severities.includes('unreadable')) return 3;
  if (severities.includes('error')) return 2;
  return severities.length > 0 ? 1 : 0;
}
