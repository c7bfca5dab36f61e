import { expect, test } from '@repo/testing/fixtures';
import { startStack } from '@repo/services/stack';
import { find } from './steps/find.ts';
import { publishPost } from './steps/publish-post.ts';

test(
  'hiding a post reaches every process of web at once',
  { tag: '@no-js-only' },
  async ({ admin, somebodyElse, request }) => {
    const second = await startStack({
      apps: ['web'],
      databaseUrl: process.env.E2E_DATABASE_URL ?? '',
      env: { APP_SECRET: 'the second process of web, in a browser test' },
    });
    try {
      const author = await somebodyElse('web');
      const { title, path } = await publishPost(author);
      const addresses = [`${author.url}${path}`, `${second.web}${path}`];
      const statuses = () =>
        Promise.all(addresses.map(async (url) => (await request.get(url)).status()));
      expect(await statuses()).toEqual([200, 200]);
      expect(await statuses(), 'now from both caches').toEqual([200, 200]);

      await admin.signIn('staff');
      await find(admin, '/posts', title);
      await admin.page.getByRole('button', { name: 'Hide' }).click();
      await expect(admin.page.getByText('The post is hidden.')).toBeVisible();
      expect(await statuses()).toEqual([404, 404]);

      await admin.page.getByRole('button', { name: 'Restore' }).click();
      await expect(admin.page.getByText('The post is restored')).toBeVisible();
      expect(await statuses()).toEqual([200, 200]);
    } finally {
      await second.stop();
    }
  },
);
