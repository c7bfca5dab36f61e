import type { Browser } from '@playwright/test';
import type { Stack } from '@repo/services/stack';
import type { FreshDatabase } from '@repo/testing/fresh-database';
import { openByHttp, openInBrowser, typed, withoutBlanks } from './tabs.ts';
import { Visitor } from './visitor.ts';

let opened = 0;

/** Opens a form of each app in every way there is: in a browser, in one without JavaScript, and by plain HTTP. */
export async function openTabs(browser: Browser, stack: Stack, database: FreshDatabase) {
  const { web = '', admin = '' } = stack.urls;
  const posts = await database.rows<{ id: string }>(
    'select id from posts where published_at is not null and hidden_at is null order by id limit 4',
  );
  const where = (at: number) => ({
    web,
    admin,
    title: `Before the deploy ${(opened += 1)}`,
    post: posts[at]?.id ?? '',
  });
  return [
    await openInBrowser(browser, true, where(0)),
    await openInBrowser(browser, false, where(1)),
    await openByHttp('post', where(2)),
    await openByHttp('call', where(3)),
  ] as const;
}

/** The form for a post, opened twice by plain HTTP: to be submitted as a form, and as a call, wherever web is by then. */
export async function openPostForms(web: string) {
  const open = async (way: 'post' | 'call', title: string) => {
    const visitor = new Visitor(web, '10.9.1.1');
    await visitor.signIn('author@example.test', 'perimeter-dev-only');
    const form = await visitor.form('/o/northwind/posts/new', 'Save draft');
    const fields = way === 'call' ? withoutBlanks(typed(title)) : typed(title);
    const submit = async (at: string) => {
      const { headers } = await visitor.at(at)[way](form, fields);
      return headers.get('location') ?? headers.get('x-action-redirect');
    };
    return { title, submit };
  };
  return [await open('post', 'Standalone, a form'), await open('call', 'Standalone, a call')];
}
