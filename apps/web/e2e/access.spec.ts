import { expect, test } from '@repo/testing/fixtures';
import { createPost, uniqueTitle } from './steps/create-post.ts';

test('a member reads the team’s posts and is offered nothing else', async ({
  web,
  allowErrors,
}) => {
  allowErrors(/status of 404/);
  await web.signIn('member');
  await web.goto('/o/northwind/posts');
  await expect(web.page.getByRole('link', { name: 'New post' })).toHaveCount(0);
  expect((await web.goto('/o/northwind/posts/new')).status()).toBe(404);
  await web.goto('/o/northwind/posts');
  await web.page.getByRole('table').getByRole('link').first().click();
  await expect(web.page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(web.page.getByRole('link', { name: 'Edit' })).toHaveCount(0);
});

test('another team and its posts do not exist, whatever the address', async ({
  web,
  somebodyElse,
  allowErrors,
}) => {
  allowErrors(/status of 404/);
  await web.signIn('author');
  await createPost(web, uniqueTitle('Mine'));
  const path = new URL(web.page.url()).pathname;
  const stranger = await somebodyElse('web');
  await stranger.signIn({ email: 'owner2@example.test', password: 'perimeter-dev-only' });
  expect((await stranger.goto('/o/northwind')).status()).toBe(404);
  expect((await stranger.goto(path)).status()).toBe(404);
  expect((await stranger.goto(path.replace('northwind', 'juniper'))).status()).toBe(404);
  expect((await stranger.goto(`${path.replace('northwind', 'juniper')}/edit`)).status()).toBe(404);
  expect((await stranger.goto('/o/juniper/posts/not-an-id')).status()).toBe(404);
});

test('two tabs on two teams never mix', async ({ web, context }) => {
  const [first, second] = [uniqueTitle('First tab'), uniqueTitle('Second tab')];
  const both = { email: 'both@example.test', password: 'perimeter-dev-only' };
  await web.page.goto(await web.signIn(both));
  await expect(web.page.getByRole('heading', { name: 'Your teams' })).toBeVisible();
  const other = await context.newPage();
  await web.goto('/o/northwind/posts/new');
  await other.goto(`${web.url}/o/juniper/posts/new`);
  for (const [page, title] of [
    [web.page, first],
    [other, second],
  ] as const) {
    await page.getByLabel('Title').fill(title);
    await page.getByLabel('Topic').selectOption('news');
    await page.getByLabel('Text').fill('Text.');
  }
  await web.page.getByRole('button', { name: 'Save draft' }).click();
  await other.getByRole('button', { name: 'Save draft' }).click();
  await expect(web.page).toHaveURL(/\/o\/northwind\/posts\/[0-9a-f-]{36}/);
  await expect(other).toHaveURL(/\/o\/juniper\/posts\/[0-9a-f-]{36}/);
  await web.goto('/o/northwind/posts');
  await expect(web.page.getByRole('link', { name: first })).toBeVisible();
  await expect(web.page.getByRole('link', { name: second })).toHaveCount(0);
});

test('a page that does not exist says so, and leads back', async ({ web, allowErrors }) => {
  allowErrors(/status of 404/);
  expect((await web.goto('/p/northwind/no-such-post')).status()).toBe(404);
  await expect(web.page.getByRole('heading', { name: 'There is no such page' })).toBeVisible();
  await web.page.getByRole('link', { name: 'Go to the start page' }).click();
  await expect(web.page).toHaveURL(`${web.url}/`);
});
