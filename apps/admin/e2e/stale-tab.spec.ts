import { expect, makeStale, test } from '@repo/testing/fixtures';

test(
  'signing in from a tab that is older than the server keeps the address, and no password anywhere',
  { tag: '@js-only' },
  async ({ admin, allowErrors }) => {
    allowErrors(/status of 409/);
    const { page } = admin;
    const password = 'perimeter-dev-only';
    // What is there when the page is loaded again, before it is restored and removed.
    await page.addInitScript(() => {
      window.name = JSON.stringify(sessionStorage);
    });
    await admin.goto('/sign-in?next=/users');
    await page.getByLabel('Email').fill('staff@example.test');
    await page.getByLabel('Password').fill(password);
    const tab = await makeStale(page);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.locator('form').getByRole('status')).toContainText('Passwords are not kept');
    await expect(page.getByLabel('Email')).toHaveValue('staff@example.test');
    await expect(page.getByLabel('Password')).toHaveValue('');
    await expect(page.getByRole('button', { name: 'Sign in' })).toBeFocused();
    const kept = await page.evaluate(() => window.name);
    expect(kept, 'it looks at what was kept').toContain('staff@example.test');
    expect(kept).not.toContain(password);
    await expect.poll(tab.loads).toBe(1);

    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page).toHaveURL(`${admin.url}/users`);
  },
);
