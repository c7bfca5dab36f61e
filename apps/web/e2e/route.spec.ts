import { setTimeout } from 'node:timers/promises';
import { expect, test, type Site } from '@repo/testing/fixtures';
import postgres from 'postgres';
import { createPost, slugOf, uniqueTitle } from './steps/create-post.ts';

/** The author's own draft: where it is, and where the public sees it. */
async function draft(web: Site) {
  const title = uniqueTitle('By route');
  await createPost(web, title);
  const { pathname } = new URL(web.page.url());
  return {
    route: `${web.url}/api${pathname}/publication`,
    address: `/p/northwind/${slugOf(title)}`,
  };
}

test.describe('an action behind a route handler', { tag: '@no-js-only' }, () => {
  test.beforeEach(async ({ web }) => void (await web.signIn('author')));

  test('publishes and takes back, and the cached public pages follow at once', async ({
    web,
    context,
    request,
  }) => {
    const { route, address } = await draft(web);
    const headers = { origin: web.url, 'sec-fetch-site': 'same-origin' };
    const statusOfPage = async () => (await request.get(`${web.url}${address}`)).status();
    for (let round = 0; round < 2; round += 1) {
      expect(await statusOfPage()).toBe(404);
      const published = await context.request.put(route, { headers });
      expect(published.status()).toBe(200);
      expect(await published.json()).toMatchObject({ ok: true, errors: {} });
      expect(await statusOfPage()).toBe(200);
      const takenBack = await context.request.delete(route, { headers });
      expect(await takenBack.json()).toMatchObject({ ok: true });
    }
    expect(await statusOfPage()).toBe(404);
  });

  test('answers when the public pages follow, and not before', async ({
    web,
    context,
    request,
  }) => {
    const { route, address } = await draft(web);
    const headers = { origin: web.url, 'sec-fetch-site': 'same-origin' };
    const sql = postgres(process.env.E2E_DATABASE_URL ?? '', { max: 1 });
    try {
      const { put } = await sql.begin(async (tx) => {
        // Nobody can make a tag stale now, so there is no answer yet.
        await tx`lock table cache_tags in share mode`;
        const put = context.request.put(route, { headers });
        expect(await Promise.race([put, setTimeout(1_000, 'no answer')])).toBe('no answer');
        return { put };
      });
      expect((await put).status()).toBe(200);
    } finally {
      await sql.end();
    }
    expect((await request.get(`${web.url}${address}`)).status()).toBe(200);
  });

  test('asks for all that the action asks for', async ({ web, context, request }) => {
    const { route, address } = await draft(web);
    const own = { origin: web.url };
    const answers = [
      await context.request.put(route),
      await context.request.put(route, { headers: { origin: 'https://evil.example' } }),
      await context.request.put(route, { headers: { ...own, 'sec-fetch-site': 'cross-site' } }),
      await request.put(route, { headers: own }),
      await context.request.put(route.replace('northwind', 'juniper'), { headers: own }),
      await context.request.put(route.replace(/[^/]+(?=.publication)/, 'no-id'), { headers: own }),
    ];
    const said = answers.map(async (answer) => {
      const { code } = (await answer.json()) as { code: string };
      return `${answer.status()} ${code}`;
    });
    expect(await Promise.all(said)).toEqual([
      '403 CROSS_ORIGIN',
      '403 CROSS_ORIGIN',
      '403 CROSS_ORIGIN',
      '401 UNAUTHENTICATED',
      '404 NOT_FOUND',
      '400 VALIDATION',
    ]);
    expect((await request.get(`${web.url}${address}`)).status()).toBe(404);
  });
});
