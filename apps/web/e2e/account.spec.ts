import {
  expect,
  expectAccessible,
  mailTo,
  screenshots,
  signIn,
  signUp,
  test,
  type Site,
} from '@repo/testing/fixtures';

async function ask({ page }: Site, email: string): Promise<string> {
  await page.getByLabel('Email').fill(email);
  await page.getByRole('button', { name: 'Send the link' }).click();
  await expect(page.getByRole('heading', { name: 'Check your mail' })).toBeVisible();
  return `${page.url()}\n${await page.getByRole('main').innerText()}`;
}

test('signing up leads by a mail to a team of one’s own, and keeps what was typed', async ({
  web,
  hasJs,
}) => {
  const { page } = web;
  const mark = `${hasJs ? 'js' : 'plain'} ${Date.now()}`;
  const email = `newcomer-${mark.replace(' ', '-')}@example.test`;
  await web.goto('/sign-up');
  const unknown = await ask(web, email);
  if (hasJs) await screenshots(page, 'web-check-your-mail');
  await web.goto('/sign-up');
  expect(await ask(web, 'author@example.test')).toBe(unknown);

  const { link } = await mailTo(email);
  // Programs that check mails open links, and do so again.
  for (let visit = 0; visit < 2; visit += 1) await page.request.get(link);
  await page.goto(link);
  await expectAccessible(page);
  if (hasJs) await screenshots(page, 'web-finish-sign-up');
  await page.getByLabel('Your name').fill('Newcomer');
  await page.getByLabel('Team').fill(`Team ${mark}`);
  await page.getByLabel('Password').fill('password1234');
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByText('Many people use this password. Choose another')).toBeVisible();
  await expect(page.getByLabel('Team')).toHaveValue(`Team ${mark}`);

  await page.getByLabel('Password').fill('a long enough password');
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `Team ${mark}` })).toBeVisible();
  await expect(page.getByText('You are owner here.')).toBeVisible();
  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'This link is over' })).toBeVisible();
});

test('who forgot their password chooses a new one by mail, and is signed out everywhere', async ({
  web,
  somebodyElse,
  hasJs,
}) => {
  const { page } = web;
  const elsewhere = await somebodyElse('web');
  const { email, team } = await signUp(elsewhere);
  await web.goto('/sign-in');
  await page.getByRole('link', { name: 'Forgot your password?' }).click();
  await expect(page.getByRole('heading', { name: 'Forgot your password?' })).toBeVisible();
  await ask(web, email);

  const { link } = await mailTo(email);
  const response = await page.goto(link);
  expect(response?.headers()).toMatchObject({
    'cache-control': expect.stringContaining('no-store'),
    'referrer-policy': 'same-origin',
  });
  await expectAccessible(page);
  if (hasJs) await screenshots(page, 'web-reset-password');
  await page.getByLabel('Password').fill('short but long enough');
  await page.getByRole('button', { name: 'Save the password' }).click();
  await expect(page.getByText('Your password is changed.')).toBeVisible();
  if (hasJs) await screenshots(page, 'web-sign-in-changed');

  await elsewhere.goto('/o');
  await expect(elsewhere.page).toHaveURL(/\/sign-in/);
  await page.goto(await signIn(page, 'web', { email, password: 'short but long enough' }));
  await expect(page.getByRole('heading', { level: 1, name: team })).toBeVisible();
  expect(await mailTo(email)).toMatchObject({ subject: 'Your password was changed' });
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
