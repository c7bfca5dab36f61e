import { finding, type Finding } from './finding.ts';
import type { Lock } from './lock.ts';

/** One id, two actions: in one app or in two of them. Told of the app where the second was found. */
export function duplicateIds(apps: readonly Pick<Lock, 'app' | 'actions'>[]): Finding[] {
  const places = new Map<string, string>();
  return apps.flatMap(({ app, actions }) =>
    actions.flatMap(({ id, file, export: name }) => {
      const [first, place] = [places.get(id), `${file} ${name}`];
      places.set(id, first ?? place);
      if (first === undefined || first === place) return [];
      const happened = `${first} and ${place} have the same id, ${id}.`;
      return finding(app, 'DUPLICATE_ID', id, { happened });
    }),
  );
}
