import { changed, type Finding } from './finding.ts';
import type { Lock } from './lock.ts';

/** What is different in the kinds of access that an app may expose, and in the order of their roles. */
export function compareExposure(lock: Lock, found: Lock): Finding[] {
  const kinds = exposed(lock, found);
  const roles = Object.keys({ ...lock.roles, ...found.roles }).flatMap((kind) => {
    const [before, after] = [lock.roles[kind] ?? [], found.roles[kind] ?? []];
    if (before.join() === after.join()) return [];
    const weaker = isSubsequence(before, after)
      ? null
      : 'A role may reach more than before, in every action that asks for one.';
    return changed(found.app, `roles of ${kind}`, { property: 'order', before, after, weaker });
  });
  return [...kinds, ...roles];
}

function exposed(lock: Lock, found: Lock): Finding[] {
  const [before, after] = [lock.exposes, found.exposes];
  if (before.toSorted().join() === after.toSorted().join()) return [];
  const weaker = after.every((kind) => before.includes(kind))
    ? null
    : 'Actions of another audience may be exposed here without an error.';
  return [changed(found.app, `app ${found.app}`, { property: 'exposes', before, after, weaker })];
}

function isSubsequence(inner: readonly string[], outer: readonly string[]): boolean {
  let next = 0;
  for (const item of outer) if (item === inner[next]) next += 1;
  return next === inner.length;
}
