import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './project.ts';

/** An app of this repository, by the name of its folder. */
export type AppName = string;

/** What the commands want to know of an app. */
interface AppFacts {
  port: number;
  signIns: string[];
}

/** The apps, as `@repo/db/apps` has them: this package imports no other, so it reads the file. */
const apps = JSON.parse(
  readFileSync(join(projectRoot, 'packages/db/src/apps.json'), 'utf8'),
) as Record<AppName, AppFacts>;

/** All their names. */
export const appNames: AppName[] = Object.keys(apps);

/** What is known of an app. Throws an Error that names those there are. */
export function factsOf(app: AppName): AppFacts {
  const facts = apps[app];
  if (facts) return facts;
  throw new Error(
    `There is no app "${app}": packages/db/src/apps.json has ${appNames.join(', ')}.`,
  );
}
