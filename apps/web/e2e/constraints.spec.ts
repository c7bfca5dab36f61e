import { expect, mailTo, test, type Page } from '@repo/testing/fixtures';
import { uniqueTitle } from './steps/create-post.ts';

const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });

/** What the browser has against a field, as `validity` names it. */
function complaint(page: Page, label: string): Promise<string> {
  return field(page, label).evaluate((control: HTMLInputElement) => {
    for (const name in control.validity)
      if (name !== 'valid' && control.validity[name as keyof ValidityState]) return name;
    return '';
  });
}

function countPosts(page: Page): () => number {
  let sent = 0;
  page.on('request', (request) => void (request.method() === 'POST' && (sent += 1)));
  return () => sent;
}

test('the browser asks for what is missing and sends nothing; blanks get their answer from the server', async ({
  web,
}) => {
  const { page } = web;
  await web.signIn('author');
  await web.goto('/o/northwind/posts/new');
  const sent = countPosts(page);
  await page.getByRole('button', { name: 'Save draft' }).click();
  await expect(field(page, 'Title')).toBeFocused();
  expect(await complaint(page, 'Title')).toBe('valueMissing');
  expect(await complaint(page, 'Topic')).toBe('valueMissing');
  expect(sent()).toBe(0);

  await field(page, 'Title').fill('   ');
  await field(page, 'Topic').selectOption('guide');
  await field(page, 'Text').fill('Some text.');
  await page.getByRole('button', { name: 'Save draft' }).click();
  await expect(page.getByText('Please fill this in.')).toBeVisible();
  await expect(field(page, 'Title')).toHaveAttribute('aria-invalid', 'true');
  await expect(field(page, 'Text')).toHaveValue('Some text.');
  expect(sent()).toBe(1);

  const title = uniqueTitle('Asked for');
  await field(page, 'Title').fill(title);
  await page.getByRole('button', { name: 'Save draft' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
});

test('who goes past the browser gets the same from the server, at each field', async ({ web }) => {
  const { page } = web;
  await web.goto('/sign-up');
  const skipping = (name: string) =>
    page
      .locator('form')
      .filter({ has: page.getByRole('button', { name }) })
      .evaluate((form: HTMLFormElement) => {
        form.noValidate = true;
      });
  await field(page, 'Email').fill('not an address');
  expect(await complaint(page, 'Email')).toBe('typeMismatch');
  await skipping('Send the link');
  await page.getByRole('button', { name: 'Send the link' }).click();
  await expect(page.getByText('Enter an email address, for example')).toBeVisible();
  await expect(field(page, 'Email')).toHaveValue('not an address');

  const email = `past-${Date.now()}@example.test`;
  await field(page, 'Email').fill(email);
  await page.getByRole('button', { name: 'Send the link' }).click();
  await expect(page.getByRole('heading', { name: 'Check your mail' })).toBeVisible();
  await page.goto((await mailTo(email)).link);
  await field(page, 'Password').pressSequentially('short');
  expect(await complaint(page, 'Password')).toBe('tooShort');
  const sent = countPosts(page);
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(field(page, 'Your name')).toBeFocused();
  expect(sent()).toBe(0);

  await skipping('Create account');
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByText('Please fill this in.')).toHaveCount(2);
  await expect(page.getByText('Use at least 12 characters.')).toBeVisible();
});

test('a field takes as many characters as its schema', async ({ web }) => {
  const { page } = web;
  await web.signIn('author');
  await web.goto('/o/northwind/posts/new');
  await field(page, 'Title').pressSequentially('x'.repeat(202));
  await expect(field(page, 'Title')).toHaveValue('x'.repeat(200));
  await expect(page.getByLabel('Summary')).toHaveAttribute('maxlength', '300');
  await expect(page.getByLabel('Summary')).not.toHaveAttribute('required');
});
