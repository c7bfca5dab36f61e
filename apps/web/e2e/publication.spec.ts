import { expect, test, type Page } from '@repo/testing/fixtures';
import { createPost, slugOf, uniqueTitle } from './steps/create-post.ts';

const LIST = '/o/northwind/posts';

function rowOf(page: Page, title: string) {
  const row = page.getByRole('row').filter({ hasText: title });
  const button = (verb: 'Publish' | 'Unpublish') =>
    row.getByRole('button', { name: `${verb} ${title}`, exact: true });
  return { row, button, status: (word: string) => row.getByText(word, { exact: true }) };
}

/** Lets the next answers of the server wait until they are let go. */
async function holdAnswers(page: Page): Promise<() => void> {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route('**/posts*', async (route) => {
    if (route.request().method() === 'POST') await held;
    await route.continue();
  });
  return letGo;
}

test('a post is published and taken back in the list, which keeps its filter', async ({
  web,
  somebodyElse,
}) => {
  const title = uniqueTitle('Toggled');
  await web.signIn('author');
  await createPost(web, title);
  const reader = await somebodyElse('web');
  await web.goto(`${LIST}?search=${encodeURIComponent(title)}`);
  const { button, status } = rowOf(web.page, title);
  await button('Publish').click();
  await expect(status('Published')).toBeVisible();
  await expect(button('Unpublish')).toBeEnabled();
  await expect(button('Unpublish')).not.toHaveAttribute('aria-disabled');
  await expect(web.page).toHaveURL(/search=Toggled/);
  await reader.goto('/p/northwind');
  await expect(reader.page.getByRole('link', { name: title })).toBeVisible();

  await button('Unpublish').click();
  await expect(status('Draft')).toBeVisible();
  await expect(button('Publish')).not.toHaveAttribute('aria-disabled');
  await web.page.reload();
  await expect(status('Draft')).toBeVisible();
});

test('a member sees the status and no button', async ({ web }) => {
  await web.signIn('member');
  await web.goto(LIST);
  const rows = web.page.getByRole('table').getByRole('row');
  await expect(rows.filter({ hasText: /Published|Draft/ }).first()).toBeVisible();
  await expect(web.page.getByRole('button', { name: /^(Publish|Unpublish) / })).toHaveCount(0);
});

test('an author is offered the button for their own posts only', async ({ web }) => {
  const title = uniqueTitle('Own');
  await web.signIn('author');
  await createPost(web, title);
  await web.goto(LIST);
  await expect(rowOf(web.page, title).button('Publish')).toBeVisible();
  await expect(web.page.getByRole('button', { name: /^(Publish|Unpublish) / })).toHaveCount(1);
});

test(
  'the status turns at the click, before the server has answered, and stays',
  { tag: '@js-only' },
  async ({ web }) => {
    const title = uniqueTitle('At once');
    await web.signIn('author');
    await createPost(web, title);
    await web.goto(LIST);
    const { button, status } = rowOf(web.page, title);
    const letGo = await holdAnswers(web.page);
    await button('Publish').click();
    await expect(status('Published')).toBeVisible();
    await expect(button('Unpublish')).toHaveAttribute('aria-busy', 'true');
    letGo();
    await expect(button('Unpublish')).not.toHaveAttribute('aria-busy');
    await expect(status('Published')).toBeVisible();
  },
);

test(
  'a refusal turns the status back and says why; the next click works',
  { tag: '@js-only' },
  async ({ web, context }) => {
    const { page } = web;
    const title = uniqueTitle('Refused');
    await web.signIn('author');
    await createPost(web, title);
    await web.goto(LIST);
    const { button, status, row } = rowOf(page, title);
    const cookies = await context.cookies();
    await context.clearCookies();
    const letGo = await holdAnswers(page);
    await button('Publish').click();
    await expect(status('Published')).toBeVisible();
    letGo();
    await expect(row.getByText('You are signed out.')).toBeVisible();
    await expect(status('Draft')).toBeVisible();
    await expect(status('Published')).toHaveCount(0);

    await context.addCookies(cookies);
    await button('Publish').click();
    await expect(status('Published')).toBeVisible();
    await expect(row.getByText('You are signed out.')).toHaveCount(0);
    await page.reload();
    await expect(status('Published')).toBeVisible();
  },
);

test(
  'without JavaScript a session that ended leads to sign in, and changes nothing',
  { tag: '@no-js-only' },
  async ({ web, context }) => {
    const title = uniqueTitle('Ended');
    await web.signIn('author');
    await createPost(web, title);
    await web.goto(LIST);
    const cookies = await context.cookies();
    const { button, status } = rowOf(web.page, title);
    await context.clearCookies();
    await button('Publish').click();
    await expect(web.page).toHaveURL(/\/sign-in\?next=/);
    await context.addCookies(cookies);
    await web.goto(LIST);
    await expect(status('Draft')).toBeVisible();
  },
);

test(
  'undo is a call with an object: what was just published is a draft again, here and in public',
  { tag: '@js-only' },
  async ({ web, request }) => {
    const { page } = web;
    const title = uniqueTitle('Undone');
    await web.signIn('author');
    await createPost(web, title);
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    const notice = page
      .getByRole('status')
      .filter({ hasText: 'Published. Anyone can read it now.' });
    const publicPage = () => request.get(`${web.url}/p/northwind/${slugOf(title)}`);
    await expect(notice).toBeVisible();
    expect((await publicPage()).status()).toBe(200);

    const sent = page.waitForRequest((call) => call.method() === 'POST');
    await page.getByRole('button', { name: 'Undo' }).click();
    const call = await sent;
    expect(call.headers()).toHaveProperty('next-action');
    expect(JSON.parse(call.postData() ?? '')).toEqual([
      { id: expect.any(String), stay: true, _org: 'northwind' },
    ]);
    await expect(page.getByText('Taken back. It is a draft again.')).toBeVisible();
    await expect(page.getByRole('definition').getByText('Draft')).toBeVisible();
    expect((await publicPage()).status()).toBe(404);
  },
);

test(
  'an undo that is refused says why in its own words, and works when the reason is gone',
  { tag: '@js-only' },
  async ({ web, context }) => {
    const { page } = web;
    await web.signIn('author');
    await createPost(web, uniqueTitle('Not undone'));
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await expect(page.getByText('Published. Anyone can read it now.')).toBeVisible();
    const cookies = await context.cookies();
    await context.clearCookies();
    const undo = page.getByRole('button', { name: 'Undo' });
    await undo.click();
    await expect(page.getByRole('alert').getByText('You are signed out.')).toBeVisible();
    await expect(page.getByText('Published. Anyone can read it now.')).toBeVisible();

    await context.addCookies(cookies);
    await undo.click();
    await expect(page.getByText('Taken back. It is a draft again.')).toBeVisible();
    await expect(page.getByText('You are signed out.')).toHaveCount(0);
  },
);
