import { expect, signIn, signUp, test } from '@repo/testing/fixtures';
import { find } from './steps/find.ts';

const moderator = { email: 'moderator@example.test', password: 'perimeter-dev-only' };

test('disabling a person ends their session at once and refuses sign-in, until they are enabled', async ({
  admin,
  somebodyElse,
}) => {
  const { page } = admin;
  const person = await somebodyElse('web');
  const newcomer = await signUp(person);
  await admin.signIn('staff');
  await find(admin, '/users', newcomer.email);
  await expect(page.getByText('Active', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'Disable…' }).click();
  await expect(page.getByText('All sessions of this person end now')).toBeVisible();
  await page.getByRole('button', { name: 'Disable the account' }).click();
  await expect(page.getByRole('status')).toContainText('The account is disabled.');
  await expect(page.getByRole('definition').getByText('Disabled', { exact: true })).toBeVisible();

  await person.goto('/o');
  await expect(person.page).toHaveURL(/\/sign-in/);
  await person.page.getByLabel('Email').fill(newcomer.email);
  await person.page.getByLabel('Password').fill(newcomer.password);
  await person.page.getByRole('button', { name: 'Sign in' }).click();
  await expect(person.page.getByText('This account was disabled.')).toBeVisible();

  await page.getByRole('button', { name: 'Enable the account' }).click();
  await expect(page.getByRole('status')).toContainText('The account is enabled.');
  await person.page.goto(await signIn(person.page, 'web', newcomer));
  await expect(person.page.getByRole('heading', { name: newcomer.team })).toBeVisible();
});

test('a search that finds nobody says so and leads back to everybody', async ({ admin }) => {
  await admin.signIn('staff');
  await admin.goto('/users?search=nobody+is+called+this&status=disabled');
  await expect(admin.page.getByText('Nobody matches')).toBeVisible();
  await expect(admin.page.getByLabel('Status')).toHaveValue('disabled');
  await admin.page.getByRole('link', { name: 'Show all people' }).click();
  await expect(admin.page.getByRole('row').nth(20)).toBeVisible();
});

test('the pages of a filtered list keep the filter', async ({ admin }) => {
  const { page } = admin;
  await admin.signIn('staff');
  await admin.goto('/users?search=member&status=active');
  await page.getByRole('link', { name: 'Next' }).click();
  await expect(page).toHaveURL(/search=member/);
  await expect(page).toHaveURL(/page=2/);
  await expect(page.getByRole('searchbox')).toHaveValue('member');
  await expect(page.getByRole('rowheader').first()).toContainText('Member');
});

test('a moderator is not offered to disable anybody, nor finds the page for it', async ({
  admin,
  allowErrors,
}) => {
  allowErrors(/status of 404/);
  await admin.signIn(moderator);
  await find(admin, '/users', 'author2@example.test');
  await expect(admin.page.getByRole('link', { name: 'Disable…' })).toHaveCount(0);
  const response = await admin.goto(`${new URL(admin.page.url()).pathname}/disable`);
  expect(response.status()).toBe(404);
});

test('a form that stayed open is refused once its staff member may no longer use it', async ({
  admin,
  somebodyElse,
  context,
  hasJs,
  allowErrors,
}) => {
  allowErrors(/status of 404/);
  const { page } = admin;
  const newcomer = await signUp(await somebodyElse('web'));
  await admin.signIn('staff');
  await find(admin, '/users', newcomer.email);
  await page.getByRole('link', { name: 'Disable…' }).click();
  await expect(page.getByRole('button', { name: 'Disable the account' })).toBeVisible();
  await signIn(await context.newPage(), 'admin', moderator);
  await page.getByRole('button', { name: 'Disable the account' }).click();
  const refusal = hasJs ? 'Your role does not allow this.' : 'There is no such page';
  await expect(page.getByText(refusal)).toBeVisible();
  await find(admin, '/users', newcomer.email);
  await expect(page.getByText('Active', { exact: true })).toBeVisible();
});

test('a session that ended leads to sign in, and nothing was done', async ({
  admin,
  somebodyElse,
  context,
  hasJs,
}) => {
  const { page } = admin;
  const newcomer = await signUp(await somebodyElse('web'));
  await admin.signIn('staff');
  await find(admin, '/users', newcomer.email);
  await page.getByRole('link', { name: 'Disable…' }).click();
  await expect(page.getByRole('button', { name: 'Disable the account' })).toBeVisible();
  await context.clearCookies();
  await page.getByRole('button', { name: 'Disable the account' }).click();
  if (hasJs) await expect(page.getByRole('link', { name: 'Sign in in a new tab' })).toBeVisible();
  else await expect(page).toHaveURL(/\/sign-in\?next=.*disable$/);
  await admin.signIn('staff');
  await find(admin, '/users', newcomer.email);
  await expect(page.getByText('Active', { exact: true })).toBeVisible();
});

test('nobody can disable their own account', async ({ admin }) => {
  const { page } = admin;
  const email = 'staff@example.test';
  await admin.signIn({ email, password: 'perimeter-dev-only' });
  await find(admin, '/users', email);
  await expect(page.getByRole('link', { name: 'Disable…' })).toHaveCount(0);
  await admin.goto(`${new URL(page.url()).pathname}/disable`);
  await page.getByRole('button', { name: 'Disable the account' }).click();
  await expect(page.getByText('You cannot disable yourself.')).toBeVisible();
});
