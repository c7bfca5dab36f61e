import { expect, test } from '@repo/testing/fixtures';
import { createPost, slugOf, uniqueTitle } from './steps/create-post.ts';

test('an edit keeps what was typed after an error, and can clear a field', async ({ web }) => {
  const title = uniqueTitle('Edited');
  await web.signIn('author');
  await createPost(web, title);
  const { page } = web;
  await page.getByRole('link', { name: 'Edit' }).click();
  await expect(page.getByLabel('Summary')).toHaveValue('A summary.');
  await page.getByLabel('Summary').fill('');
  await page.getByLabel('Topic').selectOption('release');
  await page.getByLabel('Address').fill('Wrong Address');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('Use lower-case letters')).toBeVisible();
  await expect(page.getByLabel('Summary')).toHaveValue('');
  await expect(page.getByLabel('Topic')).toHaveValue('release');

  await page.getByLabel('Address').fill(slugOf(title));
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('Your changes are saved.')).toBeVisible();
  await expect(page.getByText('None')).toBeVisible();
  await expect(page.getByText('release', { exact: true })).toBeVisible();
});

test('the public page follows: published, changed, taken back, deleted', async ({
  web,
  somebodyElse,
}) => {
  const title = uniqueTitle('Followed');
  await web.signIn('author');
  await createPost(web, title);
  const { page } = web;
  const postUrl = page.url().replace(/\?.*/, '').replace(web.url, '');
  const reader = await somebodyElse('web');
  const address = `/p/northwind/${slugOf(title)}`;
  test.info().annotations.push({ type: 'address', description: address });

  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByText('Published. Anyone can read it now.')).toBeVisible();
  expect((await reader.goto(address)).status()).toBe(200);
  await expect(reader.page.getByText('Some text.')).toBeVisible();

  await page.getByRole('link', { name: 'Edit' }).click();
  await page.getByLabel('Text').fill('Other text.');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('Your changes are saved.')).toBeVisible();
  await reader.goto(address);
  await expect(reader.page.getByText('Other text.')).toBeVisible();

  await page.getByRole('button', { name: 'Unpublish' }).click();
  await expect(page.getByText('Taken back. It is a draft again.')).toBeVisible();
  await reader.goto('/p/northwind');
  await expect(reader.page.getByRole('link', { name: title })).toHaveCount(0);

  await web.goto(`${postUrl}/delete`);
  await page.getByRole('link', { name: 'Keep it' }).click();
  await expect(page).toHaveURL(new RegExp(`${postUrl}$`));
  await page.getByRole('link', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Delete for good' }).click();
  await expect(page.getByText('The post is deleted.')).toBeVisible();
});

test('a taken address is told at its field', async ({ web }) => {
  const title = uniqueTitle('Twice');
  await web.signIn('author');
  await createPost(web, title);
  const { page } = web;
  await web.goto('/o/northwind/posts/new');
  await page.getByLabel('Title').fill('Another title');
  await page.getByLabel('Address').fill(slugOf(title));
  await page.getByLabel('Topic').selectOption('guide');
  await page.getByLabel('Text').fill('Text.');
  await page.getByRole('button', { name: 'Save draft' }).click();
  await expect(page.getByText('Another post of yours has this address already.')).toBeVisible();
  await expect(page.getByLabel('Address')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('Title')).toHaveValue('Another title');
});

test('React’s own form, as the playbook writes it, works with the same action', async ({ web }) => {
  const title = uniqueTitle('Quick');
  await web.signIn('author');
  await web.goto('/o/northwind');
  const { page } = web;
  await page.getByLabel('Text').fill('Quick text.');
  await page.getByRole('button', { name: 'Save draft' }).click();
  await expect(page.getByText('Please fill this in.')).toBeVisible();
  await expect(page.getByLabel('Text')).toHaveValue('Quick text.');
  await page.getByLabel('Title').fill(title);
  await page.getByRole('button', { name: 'Save draft' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
});

test('the list searches, filters and pages by its address', async ({ web }) => {
  const { page } = web;
  await page.goto(await web.signIn('member'));
  await page.getByRole('link', { name: 'Posts', exact: true }).click();
  await page.getByRole('link', { name: 'Next' }).click();
  await expect(page).toHaveURL(/page=2/);
  await page.getByLabel('Search titles').fill('stack trace');
  await page.getByLabel('Status').selectOption('published');
  await page.getByRole('button', { name: 'Filter' }).click();
  await expect(page).toHaveURL(/search=stack\+trace/);
  // With the answer the field is made anew: what is typed before it is lost.
  await expect(page.getByLabel('Search titles')).toHaveAttribute('value', 'stack trace');
  await expect(
    page.getByRole('link', { name: /Reading a stack trace calmly/ }).first(),
  ).toBeVisible();
  await expect(page.getByRole('link', { name: 'How we plan a release' })).toHaveCount(0);
  await page.getByLabel('Search titles').fill('100 % nothing like this');
  await page.getByRole('button', { name: 'Filter' }).click();
  await expect(page.getByText('No post matches')).toBeVisible();
  await page.getByRole('link', { name: 'Show all posts' }).click();
  await expect(page.getByRole('link', { name: 'Next' })).toBeVisible();
});
