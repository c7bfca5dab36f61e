import { expect, type Site } from '@repo/testing/fixtures';

let made = 0;

/** A title that no other test uses. */
export function uniqueTitle(words: string): string {
  made += 1;
  return `${words} ${process.pid}-${made}-${Date.now()}`;
}

/** Where a title leads, in `/p/[org]/[slug]`. */
export function slugOf(title: string): string {
  return title.toLowerCase().replaceAll(' ', '-');
}

/** Writes a draft through the form; the tab ends on the post's page. */
export async function createPost(site: Site, title: string, org = 'northwind'): Promise<void> {
  const { page } = site;
  await site.goto(`/o/${org}/posts/new`);
  await page.getByLabel('Title').fill(title);
  await page.getByLabel('Topic').selectOption('news');
  await page.getByLabel('Summary').fill('A summary.');
  await page.getByLabel('Text').fill('Some text.');
  await page.getByRole('button', { name: 'Save draft' }).click();
  await expect(page.getByText('The draft is saved.')).toBeVisible();
}
