import { expect, expectAccessible, makeStale, test, type Page } from '@repo/testing/fixtures';
import { createPost, uniqueTitle } from './steps/create-post.ts';

/** Another person than the one that a test has of its own. */
const SEEDED = { email: 'author@example.test', password: 'perimeter-dev-only' };

const status = (page: Page) => page.locator('form').getByRole('status');
const save = (page: Page) => page.getByRole('button', { name: 'Save draft' });
const kept = (page: Page) => page.evaluate(() => JSON.stringify(sessionStorage));

async function typePost(page: Page, title: string): Promise<void> {
  await page.getByLabel('Title').fill(title);
  await page.getByLabel('Topic').selectOption('release');
  await page.getByLabel('Summary').fill('Two\nlines.');
  await page.getByLabel('Text').fill('Typed for an hour.');
}

async function expectTyped(page: Page, title: string): Promise<void> {
  await expect(page.getByLabel('Title')).toHaveValue(title);
  await expect(page.getByLabel('Topic')).toHaveValue('release');
  await expect(page.getByLabel('Summary')).toHaveValue('Two\nlines.');
  await expect(page.getByLabel('Text')).toHaveValue('Typed for an hour.');
}

test.describe('a tab that is older than the server', { tag: '@js-only' }, () => {
  test.beforeEach(({ allowErrors }) => allowErrors(/status of 409/));

  test('is loaded again once, with what was typed in it, and one more submit saves it', async ({
    web,
  }) => {
    const { page } = web;
    const title = uniqueTitle('Stale');
    await web.signIn('author');
    await web.goto('/o/northwind/posts/new');
    await typePost(page, title);
    const tab = await makeStale(page);
    await save(page).click();
    await expect(status(page)).toContainText('What you typed is back.');
    await expectTyped(page, title);
    await expect(save(page)).toBeFocused();
    await expectAccessible(page);
    expect(await kept(page), 'what was kept is gone').not.toContain(title);
    await expect.poll(() => [tab.refused(), tab.loads()]).toEqual([1, 1]);

    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await expect(page.getByText('Two lines.')).toBeVisible();
  });

  test('is not loaded a second time when that did not help: it says what to do', async ({
    web,
  }) => {
    const { page } = web;
    const title = uniqueTitle('Stale for good');
    await web.signIn('author');
    await web.goto('/o/northwind/posts/new');
    await typePost(page, title);
    const tab = await makeStale(page, 'always');
    await save(page).click();
    await expect(status(page)).toBeVisible();
    await save(page).click();
    const sentence = page.getByRole('alert').filter({ hasText: 'Copy what you typed' });
    await expect(sentence).toBeFocused();
    await expect(status(page)).toHaveCount(0);
    await expectTyped(page, title);
    await expect.poll(() => [tab.refused(), tab.loads()]).toEqual([2, 1]);
  });

  for (const [why, fails] of [
    ['forbids storage', 'getItem'],
    ['has no room', 'setItem'],
  ] as const) {
    test(`is not loaded again where the browser ${why}: nothing is lost`, async ({ web }) => {
      const { page } = web;
      const title = uniqueTitle('Nowhere to keep it');
      await page.addInitScript((method) => {
        Storage.prototype[method] = () => {
          throw new DOMException('No.', 'QuotaExceededError');
        };
      }, fails);
      await web.signIn('author');
      await web.goto('/o/northwind/posts/new');
      await typePost(page, title);
      const tab = await makeStale(page);
      await save(page).click();
      await expect(page.getByText('Copy what you typed, reload the page')).toBeVisible();
      await expectTyped(page, title);
      expect(tab.loads()).toBe(0);
    });
  }

  test('has what was typed again after signing in, when the session ended as well', async ({
    web,
    context,
  }) => {
    const { page } = web;
    const title = uniqueTitle('Stale and signed out');
    await web.signIn(SEEDED);
    await web.goto('/o/northwind/posts/new');
    await typePost(page, title);
    await makeStale(page);
    await context.clearCookies();
    await save(page).click();
    await expect(page).toHaveURL(/\/sign-in/);
    await expect(status(page)).toHaveCount(0);
    await page.getByLabel('Email').fill(SEEDED.email);
    await page.getByLabel('Password').fill(SEEDED.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(status(page)).toContainText('What you typed is back.');
    await expectTyped(page, title);
  });

  test('gives nothing of it to somebody else who signs in after that', async ({ web, context }) => {
    const { page } = web;
    const title = uniqueTitle('Stale and left');
    await web.signIn('author');
    await web.goto('/o/northwind/posts/new');
    await typePost(page, title);
    await makeStale(page);
    await context.clearCookies();
    await save(page).click();
    await expect(page).toHaveURL(/\/sign-in/);
    expect(await kept(page), 'it waits for who has typed it').toContain(title);
    await page.getByLabel('Email').fill(SEEDED.email);
    await page.getByLabel('Password').fill(SEEDED.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(save(page)).toBeVisible();
    await expect.poll(() => kept(page)).not.toContain(title);
    await expect(page.getByLabel('Title')).toHaveValue('');
    await expect(page.getByLabel('Text')).toHaveValue('');
    await expect(status(page)).toHaveCount(0);
  });

  test('says so at the button that was pressed, where a form has nothing to type', async ({
    web,
  }) => {
    const { page } = web;
    const titles = [uniqueTitle('First row'), uniqueTitle('Second row')];
    await web.signIn('author');
    for (const title of titles) await createPost(web, title);
    await web.goto('/o/northwind/posts');
    const button = page.getByRole('button', { name: `Publish ${titles[0]}` });
    await makeStale(page);
    await button.click();
    await expect(status(page)).toContainText('please submit once more');
    await expect(status(page)).not.toContainText('What you typed');
    await expect(button).toBeFocused();
    await button.click();
    await expect(page.getByRole('button', { name: `Unpublish ${titles[0]}` })).toBeVisible();
    await expect(status(page)).toHaveCount(0);
  });

  test('shows how to go on for a form without the hook', async ({ web, allowErrors }) => {
    allowErrors(/was not found on the server/);
    const { page } = web;
    await web.signIn('author');
    await web.goto('/o/northwind');
    await makeStale(page);
    await page.getByRole('button', { name: 'Dark' }).click();
    await expect(page.getByRole('heading', { name: 'The site was updated' })).toBeVisible();
    await page.getByRole('button', { name: 'Reload the page' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Northwind' })).toBeVisible();
  });

  test('takes no part of a page of another deployment for its own: it loads the page', async ({
    web,
  }) => {
    const { page } = web;
    const title = uniqueTitle('Another deployment');
    await web.signIn('author');
    await createPost(web, title);
    await web.goto('/o/northwind/posts');
    let loads = 0;
    page.on('load', () => void (loads += 1));
    // What a build under another name says: Next with pages, `headers()` of createNextConfig with actions.
    await page.route('**/o/northwind/posts*', async (route) => {
      const sent = route.request().headers();
      if (loads > 0 || !(sent['next-action'] || sent.rsc)) return route.continue();
      const response = await route.fetch();
      const headers = { ...response.headers(), 'x-nextjs-deployment-id': 'another' };
      return route.fulfill({ response, headers });
    });
    await page.getByRole('button', { name: `Publish ${title}` }).click();
    await expect(page.getByRole('button', { name: `Unpublish ${title}` })).toBeVisible();
    await expect.poll(() => loads).toBe(1);
  });
});
