import { expect, test } from '@repo/testing/fixtures';

let people = 0;

function newcomer(project: string) {
  people += 1;
  return {
    name: 'Newcomer',
    team: `Team ${project} ${Date.now()} ${people}`,
    email: `newcomer-${project}-${Date.now()}-${people}@example.test`,
    password: 'a long enough password',
  };
}

test('signing up keeps the input after an error, then leads to a team of one’s own', async ({
  web,
  hasJs,
}) => {
  const { page } = web;
  const who = newcomer(hasJs ? 'js' : 'plain');
  await web.goto('/sign-up');
  await page.getByLabel('Your name').fill(who.name);
  await page.getByLabel('Team').fill(who.team);
  await page.getByLabel('Email').fill('author@example.test');
  await page.getByLabel('Password').fill(who.password);
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByText('There is an account with this address already.')).toBeVisible();
  await expect(page.getByLabel('Your name')).toHaveValue(who.name);
  await expect(page.getByLabel('Team')).toHaveValue(who.team);
  expect(await page.content()).not.toContain(who.password);

  await page.getByLabel('Email').fill(who.email);
  await page.getByLabel('Password').fill(who.password);
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByRole('heading', { level: 1, name: who.team })).toBeVisible();
  await expect(page.getByText('You are owner here.')).toBeVisible();
});

test('a common password is refused with a reason', async ({ web, hasJs }) => {
  const { page } = web;
  const who = newcomer(hasJs ? 'js' : 'plain');
  await web.goto('/sign-up');
  await page.getByLabel('Your name').fill(who.name);
  await page.getByLabel('Team').fill(who.team);
  await page.getByLabel('Email').fill(who.email);
  await page.getByLabel('Password').fill('password1234');
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByText('Many people use this password. Choose another one.')).toBeVisible();
});

test('after signing in one gets where one wanted to go', async ({ web }) => {
  await web.goto('/o/northwind/posts?status=draft');
  await expect(web.page).toHaveURL(/\/sign-in\?next=/);
  await web.page.getByLabel('Email').fill('author@example.test');
  await web.page.getByLabel('Password').fill('perimeter-dev-only');
  await web.page.getByRole('button', { name: 'Sign in' }).click();
  await expect(web.page).toHaveURL(/\/o\/northwind\/posts/);
});

test('a session that ended while somebody typed loses nothing', async ({ web, context, hasJs }) => {
  const { page } = web;
  const title = `Typed for an hour, ${hasJs ? 'with' : 'without'} JavaScript`;
  await web.signIn('author');
  await web.goto('/o/northwind/posts/new');
  await page.getByLabel('Title').fill(title);
  await page.getByLabel('Topic').selectOption('release');
  await page.getByLabel('Text').fill('A long text.');
  await context.clearCookies();
  await page.getByRole('button', { name: 'Save draft' }).click();
  await expect(page.getByText('You are signed out.')).toBeVisible();
  await expect(page.getByLabel('Title')).toHaveValue(title);
  await expect(page.getByLabel('Topic')).toHaveValue('release');
  await expect(page.getByLabel('Text')).toHaveValue('A long text.');

  const [tab] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('link', { name: 'Sign in in a new tab' }).click(),
  ]);
  await tab.getByLabel('Email').fill('author@example.test');
  await tab.getByLabel('Password').fill('perimeter-dev-only');
  await tab.getByRole('button', { name: 'Sign in' }).click();
  await expect(tab.getByRole('heading', { name: 'You are signed in again' })).toBeVisible();
  await page.getByRole('button', { name: 'Save draft' }).click();
  await expect(page.getByText('The draft is saved.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
});
