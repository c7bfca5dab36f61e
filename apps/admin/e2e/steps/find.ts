import { expect, type Site } from '@repo/testing/fixtures';

/** Searches a list of the back office and opens the one that is found. */
export async function find(admin: Site, list: '/users' | '/posts', text: string) {
  const { page } = admin;
  await admin.goto(list);
  await page.getByRole('searchbox').fill(text);
  await page.getByRole('button', { name: 'Filter' }).click();
  await expect(page.getByText(/^1 in all/)).toBeVisible();
  await page.getByRole('table').getByRole('link').click();
  await expect(
    page.getByRole('link', { name: list === '/users' ? 'People' : 'Posts' }),
  ).toHaveCount(2);
}
