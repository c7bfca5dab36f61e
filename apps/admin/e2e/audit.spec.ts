import { expect, signUp, test } from '@repo/testing/fixtures';
import { find } from './steps/find.ts';
import { publishPost } from './steps/publish-post.ts';

const DAY_MS = 86_400_000;

/** A time as a `datetime-local` control holds it, in UTC. */
function minute(offset: number): string {
  return new Date(Date.now() + offset).toISOString().slice(0, 16);
}

test('what a person did is found by their address, action and time', async ({
  admin,
  somebodyElse,
}) => {
  const { page } = admin;
  const rows = page.getByRole('rowheader');
  const author = await somebodyElse('web');
  const { title } = await publishPost(author);
  await admin.signIn('staff');
  await find(admin, '/posts', title);
  await page.getByRole('link', { name: /^Newcomer/ }).click();
  await page.getByRole('link', { name: 'See what this person did' }).click();
  await expect(rows).toHaveCount(2);

  await page.getByLabel('Action').selectOption('posts.publish');
  await page.getByRole('button', { name: 'Filter' }).click();
  await expect(rows).toHaveCount(1);
  await expect(page.getByRole('cell').filter({ hasText: 'Done' })).toHaveCount(1);
  await expect(page.getByRole('cell').getByText(/^[0-9a-f]{12}$/)).toHaveCount(1);

  const yesterday = minute(-DAY_MS);
  await page.getByLabel('From, UTC').fill(yesterday);
  await page.getByLabel('To, UTC').fill(minute(0));
  await page.getByRole('button', { name: 'Filter' }).click();
  // With the answer the fields are made anew: what is typed before it is lost.
  await expect(page.getByLabel('From, UTC')).toHaveAttribute('value', yesterday);
  await expect(rows).toHaveCount(1);
  await page.getByLabel('From, UTC').fill(minute(DAY_MS));
  await page.getByLabel('To, UTC').fill('');
  await page.getByRole('button', { name: 'Filter' }).click();
  await expect(page.getByText('No call matches')).toBeVisible();
  await page.getByRole('link', { name: 'Show all calls' }).click();
  await expect(page).toHaveURL(/\/audit$/);
});

test('the subject of an event leads to its page', async ({ admin, somebodyElse }) => {
  const { page } = admin;
  const { title } = await publishPost(await somebodyElse('web'));
  await admin.signIn('staff');
  await find(admin, '/posts', title);
  const post = new URL(page.url()).pathname;
  await page.getByRole('link', { name: /^Newcomer/ }).click();
  await page.getByRole('link', { name: 'See what this person did' }).click();
  await page.getByRole('row').filter({ hasText: 'posts.publish' }).getByRole('link').click();
  await expect(page).toHaveURL(`${admin.url}${post}`);
});

test('a refusal is there too, with its code and the id of its log line', async ({
  admin,
  somebodyElse,
}) => {
  const { page } = admin;
  const author = await somebodyElse('web');
  const { email } = await signUp(author);
  await author.page.getByRole('link', { name: 'New post' }).click();
  await expect(author.page.getByRole('heading', { level: 1, name: 'New post' })).toBeVisible();
  await author.page.getByLabel('Title').fill('A title');
  await author.page.getByLabel('Address').fill('Not an address!');
  await author.page.getByLabel('Topic').selectOption('news');
  await author.page.getByLabel('Text').fill('Some text.');
  await author.page.getByRole('button', { name: 'Save draft' }).click();
  await expect(author.page.getByText('Use lower-case letters')).toBeVisible();
  await admin.signIn('staff');
  await admin.goto(`/audit?actor=${email}`);
  await expect(page.getByRole('cell').filter({ hasText: 'VALIDATION' })).toHaveText(/[0-9a-f]{12}/);
});

test('the log has pages that keep the filter', async ({ admin, somebodyElse }) => {
  const { page } = admin;
  const person = await somebodyElse('web');
  const { email } = await signUp(person);
  for (let i = 0; i < 21; i += 1) {
    const colours = i % 2 === 0 ? 'dark' : 'light';
    await person.page.getByRole('button', { name: colours }).click();
    await expect(person.page.locator('html')).toHaveAttribute('data-theme', colours);
  }
  await admin.signIn('staff');
  await admin.goto(`/audit?actor=${email}&action=preferences.setTheme`);
  await expect(page.getByRole('rowheader')).toHaveCount(20);
  await page.getByRole('link', { name: 'Next' }).click();
  await expect(page.getByRole('rowheader')).toHaveCount(1);
  await expect(page.getByLabel('Email')).toHaveValue(email);
});

test('a time that is none filters nothing', async ({ admin }) => {
  await admin.signIn('staff');
  expect((await admin.goto('/audit?from=yesterday&to=2026-99-99T00:00')).status()).toBe(200);
  await expect(admin.page.getByRole('rowheader').first()).toBeVisible();
});
