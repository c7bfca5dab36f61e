import { compareAction } from './compare-action.ts';
import { compareExposure } from './compare-exposure.ts';
import { compareHandlers } from './compare-handlers.ts';
import { carriedBy, changed, finding, show, type Finding } from './finding.ts';
import type { Lock, LockedAction } from './lock.ts';

/** The pages of an app that carry an action, by its id. */
export type UsedBy = (id: string) => readonly string[];

/**
 * What is different between a lock and what was found: one finding for each thing that a reviewer should see.
 * Pure: it reads nothing else.
 */
export function compare(lock: Lock, found: Lock, usedBy: UsedBy = () => []): Finding[] {
  return [
    ...compareExposure(lock, found),
    ...compareActions(lock, found, usedBy),
    ...compareHandlers(lock, found),
  ];
}

function compareActions(lock: Lock, found: Lock, usedBy: UsedBy): Finding[] {
  const pairs = pairsOf(lock.actions, found.actions);
  const roles = { ...lock.roles, ...found.roles };
  return pairs.flatMap(([before, after]): Finding[] => {
    if (!before) return after ? [newAction(found.app, after, usedBy(after.id))] : [];
    if (!after) return [goneAction(found.app, before)];
    const changes = compareAction(before, after, roles);
    return [
      ...moved(found.app, before, after),
      ...changes.map((change) => changed(found.app, after.id, change)),
    ];
  });
}

type Pair = [before: LockedAction | undefined, after: LockedAction | undefined];

/** Pairs by id; what has a new id in its old place is the same action, so that nothing hides behind a new name. */
function pairsOf(before: readonly LockedAction[], after: readonly LockedAction[]): Pair[] {
  const isIn = (list: readonly LockedAction[], id: string) => list.some((one) => one.id === id);
  const partners = after.map((now): Pair => {
    const same = before.find(({ id }) => id === now.id);
    const renamed = before.find((old) => place(old) === place(now) && !isIn(after, old.id));
    return [same ?? renamed, now];
  });
  const gone = before.filter((old) => !partners.some(([known]) => known === old));
  return [...partners, ...gone.map((old): Pair => [old, undefined])];
}

function place({ file, export: name }: LockedAction): string {
  return `${file} ${name}`;
}

function moved(app: string, before: LockedAction, after: LockedAction): Finding[] {
  if (place(before) === place(after)) return [];
  const [verb, from, to] =
    before.file === after.file
      ? ['was renamed', before.export, after.export]
      : ['has moved', place(before), place(after)];
  const happened = `${after.id} ${verb} from ${from} to ${to}: open tabs will break.`;
  return [finding(app, 'MOVED', after.id, { happened, before: from, after: to })];
}

function newAction(app: string, action: LockedAction, pages: readonly string[]): Finding {
  const policy = `${action.access}, ${show(action.rateLimit)}`;
  const happened = `${action.id} (${action.file} ${action.export}) can be called in ${app} now, by ${action.access}${carriedBy(pages)}.`;
  return finding(app, 'NEW', action.id, { happened, after: policy });
}

function goneAction(app: string, { id, access, file }: LockedAction): Finding {
  const happened = `${id} (${file}) can no longer be called in ${app}.`;
  return finding(app, 'REMOVED', id, { happened, before: access });
}
