import type { FreshDatabase } from '@repo/testing/fresh-database';
import type { Tabs } from './tabs.ts';
import { SECOND } from './two-builds.ts';

/** The posts of this title, as they were saved. */
export function saved({ rows }: FreshDatabase, title: string): Promise<{ body: string }[]> {
  return rows(`select body from posts where title = '${title}'`);
}

/** How often this post was hidden. */
async function hidden({ rows }: FreshDatabase, post: string): Promise<number> {
  const events = await rows(
    `select app from audit_events where action = 'moderation.hidePost' and outcome = 'done' and subject_id = '${post}'`,
  );
  return events.length;
}

/** Submits both forms of every tab, and says what came of each. */
export async function submitAll(database: FreshDatabase, tabs: readonly Tabs[]) {
  const outcomes = [];
  for (const tab of tabs) {
    const [web, admin] = [await tab.submitWeb(), await tab.submitAdmin()];
    outcomes.push({
      tab: tab.name,
      web: saidBy(web.text),
      admin: saidBy(admin.text),
      saved: await saved(database, tab.title),
      hidden: await hidden(database, tab.post),
    });
  }
  return outcomes;
}

/** What a page says of a submit, in short. */
export function saidBy(text: string): string {
  if (text.includes(SECOND)) return 'saved by the second build';
  if (text.includes('The post is hidden.')) return 'hidden';
  const outdated = /^409 |This form is out of date|The site was updated while this page was open/;
  return outdated.test(text) ? 'outdated' : text;
}

/** How many posts `writePosts` has made of each title. */
export function made({ rows }: FreshDatabase): Promise<{ title: string; count: number }[]> {
  return rows(
    "select title, count(*)::int as count from posts where title like 'Load %' group by title",
  );
}
