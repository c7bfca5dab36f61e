import { expect, test } from '@repo/testing/fixtures';
import type { Page } from '@repo/testing/fixtures';
import { uniqueTitle } from './steps/create-post.ts';

async function typeIntoForm(page: Page, title: string) {
  await page.getByLabel('Title').fill(title);
  await page.getByLabel('Topic').selectOption('guide');
  await page.getByLabel('Text').fill('Typed for an hour.');
}

test.describe('a form whose server is not what it was', { tag: '@js-only' }, () => {
  test('a lost connection says so, keeps what was typed, and the next try works', async ({
    web,
    allowErrors,
  }) => {
    allowErrors(/ERR_FAILED|Failed to fetch/);
    const { page } = web;
    const title = uniqueTitle('Offline');
    await web.signIn('author');
    await web.goto('/o/northwind/posts/new');
    await typeIntoForm(page, title);
    await page.route('**/posts/new', (route) => route.abort());
    await page.getByRole('button', { name: 'Save draft' }).click();
    await expect(page.getByText('No answer came back.')).toBeVisible();
    await expect(page.getByLabel('Text')).toHaveValue('Typed for an hour.');
    await page.unroute('**/posts/new');
    await page.getByRole('button', { name: 'Save draft' }).click();
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  });

  test('a slow answer shows that it is under way, and a second click sends nothing more', async ({
    web,
  }) => {
    const { page } = web;
    const title = uniqueTitle('Slow');
    let sent = 0;
    const answer = Promise.withResolvers<void>();
    await web.signIn('author');
    await web.goto('/o/northwind/posts/new');
    await typeIntoForm(page, title);
    await page.route('**/posts/new', async (route) => {
      sent += 1;
      await answer.promise;
      await route.continue();
    });
    const button = page.getByRole('button', { name: /Save draft|Saving/ });
    await button.click();
    await expect(button).toHaveAttribute('aria-busy', 'true');
    await button.click({ force: true });
    await page.getByLabel('Title').press('Enter');
    answer.resolve();
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    expect(sent).toBe(1);
  });

  test('a form over the size limit says so, keeps what was typed and sends nothing', async ({
    web,
  }) => {
    const { page } = web;
    const title = uniqueTitle('Large');
    let sent = 0;
    page.on('request', (request) => void (request.method() === 'POST' && (sent += 1)));
    await web.signIn('author');
    await web.goto('/o/northwind/posts/new');
    await typeIntoForm(page, title);
    const before = sent;
    const fillText = (length: number) =>
      page.getByLabel('Text').evaluate((field: HTMLTextAreaElement, text) => {
        field.value = text;
      }, 'x'.repeat(length));
    await fillText(1024 * 1024);
    await page.getByRole('button', { name: 'Save draft' }).click();
    const alert = page.getByText('This is more than the 1 MB that one form may hold');
    await expect(alert).toBeVisible();
    await expect(page.getByRole('alert').filter({ has: alert })).toBeFocused();
    await expect(page.getByLabel('Title')).toHaveValue(title);
    await expect(page.getByLabel('Topic')).toHaveValue('guide');
    expect(sent).toBe(before);

    await fillText(10);
    await page.getByRole('button', { name: 'Save draft' }).click();
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    expect(sent).toBeGreaterThan(before);
  });
});
