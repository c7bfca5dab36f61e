import admin from '@repo/actions/locks/admin.json' with { type: 'json' };
import web from '@repo/actions/locks/web.json' with { type: 'json' };
import { expect, signUp, test, type Page, type Site } from '@repo/testing/fixtures';

const actionsOf = (page: Page, app: string) =>
  page.getByRole('table', { name: `Server Actions of ${app}` });

const rowOf = (page: Page, action: string) =>
  actionsOf(page, 'web')
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name: action, exact: true }) });

/** Somebody new tries to save a post with an address that is none. */
async function beRefused(person: Site): Promise<void> {
  const { page } = person;
  await signUp(person);
  await page.getByRole('link', { name: 'New post' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'New post' })).toBeVisible();
  await page.getByLabel('Title').fill('A title');
  await page.getByLabel('Address').fill('Not an address!');
  await page.getByLabel('Topic').selectOption('news');
  await page.getByLabel('Text').fill('Some text.');
  await page.getByRole('button', { name: 'Save draft' }).click();
  await expect(page.getByText('Use lower-case letters')).toBeVisible();
}

test('shows all that the locks of both apps hold, and who may call it', async ({ admin: site }) => {
  const { page } = site;
  await page.goto(await site.signIn('staff'));
  await page.getByRole('link', { name: 'Perimeter', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Perimeter' })).toBeVisible();
  for (const { app, actions, handlers } of [web, admin]) {
    const table = actionsOf(page, app);
    await expect(table.getByRole('rowheader')).toHaveCount(actions.length);
    for (const { id, access } of actions) {
      const row = table.getByRole('row').filter({
        has: page.getByRole('link', { name: id, exact: true }),
      });
      await expect(row.getByText(access, { exact: true }), id).toBeVisible();
    }
    const writes = page.getByRole('table', { name: `Route handlers of ${app}` });
    await expect(writes.getByRole('rowheader')).toHaveCount(handlers.length);
  }
  await expect(rowOf(page, 'posts.create')).toContainText('10 per 1 m');
  await expect(page.getByText('in the log only, and not counted here')).toBeVisible();
});

test('a refusal is counted at its action, and leads to the calls and the ids in the log', async ({
  admin: site,
  somebodyElse,
}) => {
  const { page } = site;
  const refused = async () => {
    await site.goto('/perimeter');
    const words = await rowOf(page, 'posts.create')
      .getByText(/^\d+ refused$/)
      .innerText();
    return Number.parseInt(words, 10);
  };
  await site.signIn('staff');
  const before = await refused();
  await beRefused(await somebodyElse('web'));
  expect(await refused()).toBeGreaterThan(before);

  await rowOf(page, 'posts.create').getByRole('link', { name: 'VALIDATION' }).click();
  await expect(page).toHaveURL(/\/audit\?app=web&action=posts\.create&outcome=VALIDATION&from=/);
  const rows = page
    .getByRole('table')
    .getByRole('row')
    .filter({ has: page.getByRole('cell') });
  await expect(rows.first()).toContainText('posts.create');
  expect(await rows.filter({ hasNotText: 'VALIDATION' }).count()).toBe(0);

  const reference = await rows
    .first()
    .getByText(/^[0-9a-f]{12}$/)
    .innerText();
  await page.getByRole('link', { name: 'Audit log' }).click();
  await expect(page).toHaveURL(/\/audit$/);
  await page.getByLabel('Reference').fill(reference);
  await page.getByRole('button', { name: 'Filter' }).click();
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText(reference);
});

test('the overview has the sign-ups of today, as a number that needs no chart', async ({
  admin: site,
  somebodyElse,
}) => {
  const { page } = site;
  const table = page.getByRole('table', { name: 'Sign-ups, new posts and refused calls by day' });
  const today = async () => {
    await site.goto('/');
    await page.getByText('Numbers by day').click();
    await expect(table.getByRole('rowheader')).toHaveCount(14);
    return Number(await table.getByRole('row').nth(1).getByRole('cell').first().innerText());
  };
  await site.signIn('staff');
  const before = await today();
  await signUp(await somebodyElse('web'));
  expect(await today()).toBeGreaterThan(before);
});
