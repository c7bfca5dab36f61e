import { expect, test } from '@repo/testing/fixtures';
import { find } from './steps/find.ts';
import { publishPost } from './steps/publish-post.ts';

test('hiding a post takes its public page down at once; restoring brings it back', async ({
  admin,
  somebodyElse,
  allowErrors,
}) => {
  allowErrors(/status of 404/);
  const author = await somebodyElse('web');
  const { title, path } = await publishPost(author);
  const reader = await somebodyElse('web');
  expect((await reader.goto(path)).status()).toBe(200);

  await admin.signIn('staff');
  await find(admin, '/posts', title);
  await admin.page.getByRole('button', { name: 'Hide' }).click();
  await expect(admin.page.getByText('The post is hidden.')).toBeVisible();
  expect((await reader.goto(path)).status()).toBe(404);
  await author.page.reload();
  await expect(author.page.getByText('Hidden by staff')).toBeVisible();

  await admin.page.getByRole('button', { name: 'Restore' }).click();
  await expect(admin.page.getByText('The post is restored')).toBeVisible();
  expect((await reader.goto(path)).status()).toBe(200);
});

test('staff unpublish with the action that authors have, and the author sees a draft', async ({
  admin,
  somebodyElse,
  allowErrors,
}) => {
  allowErrors(/status of 404/);
  const author = await somebodyElse('web');
  const { title, path } = await publishPost(author);
  expect((await author.goto(path)).status()).toBe(200);
  await admin.signIn({ email: 'moderator@example.test', password: 'perimeter-dev-only' });
  await find(admin, '/posts', title);
  await admin.page.getByRole('button', { name: 'Unpublish' }).click();
  await expect(admin.page.getByText('The post is a draft again.')).toBeVisible();
  await expect(admin.page.getByRole('button', { name: 'Unpublish' })).toHaveCount(0);
  expect((await author.goto(path)).status()).toBe(404);
});

test('the list shows all teams, and filters by title and status', async ({ admin }) => {
  const { page } = admin;
  await admin.signIn('staff');
  await admin.goto('/posts?search=A+better+empty+page');
  await expect(page.getByRole('row').filter({ hasText: 'Northwind' }).first()).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'Juniper Labs' }).first()).toBeVisible();
  await page.getByLabel('Status').selectOption('hidden');
  await page.getByRole('searchbox').fill('no title is like this');
  await page.getByRole('button', { name: 'Filter' }).click();
  await expect(page.getByText('No post matches')).toBeVisible();
  await expect(page).toHaveURL(/status=hidden/);
  await page.getByRole('link', { name: 'Show all posts' }).click();
  await expect(page).toHaveURL(/\/posts$/);
});
