import { expect, test } from '@repo/testing/fixtures';

test('an author writes a post, with an error first, publishes it, and anyone can read it', async ({
  web,
  somebodyElse,
  hasJs,
}) => {
  const title = `Written ${hasJs ? 'with' : 'without'} JavaScript ${Date.now()}`;
  const { page } = web;
  await page.goto(await web.signIn('author'));
  await page.getByRole('link', { name: 'New post' }).click();
  // The page before has fields of the same names.
  await expect(page.getByRole('heading', { level: 1, name: 'New post' })).toBeVisible();

  await page.getByLabel('Title').fill(title);
  await page.getByLabel('Address').fill('Not an address!');
  await page.getByLabel('Topic').selectOption('guide');
  await page.getByLabel('Text').fill('First line.\n\nSecond paragraph.');
  await page.getByRole('button', { name: 'Save draft' }).click();
  await expect(page.getByText('Use lower-case letters, digits and single hyphens')).toBeVisible();
  await expect(page.getByLabel('Title')).toHaveValue(title);
  await expect(page.getByLabel('Topic')).toHaveValue('guide');
  await expect(page.getByLabel('Text')).toHaveValue('First line.\n\nSecond paragraph.');
  if (hasJs) await expect(page.getByLabel('Address')).toBeFocused();

  await page.getByLabel('Address').fill('');
  await page.getByRole('button', { name: 'Save draft' }).click();
  await expect(page.getByText('The draft is saved.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();

  const address = `/p/northwind/${title.toLowerCase().replaceAll(' ', '-')}`;
  const reader = await somebodyElse('web');
  expect((await reader.goto('/p/northwind')).status()).toBe(200);
  await expect(reader.page.getByRole('link', { name: title })).toHaveCount(0);

  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByText('Published. Anyone can read it now.')).toBeVisible();
  await reader.goto('/p/northwind');
  await reader.page.getByRole('link', { name: title }).click();
  await expect(reader.page).toHaveURL(new RegExp(`${address}$`));
  await expect(reader.page.getByText('Second paragraph.')).toBeVisible();
});
