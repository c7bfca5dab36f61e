import { expect, signUp, type Site } from '@repo/testing/fixtures';

/** A published post that no other test knows. */
export interface PublishedPost {
  title: string;
  /** Its public page in web. */
  path: string;
}

/** A new person signs up and publishes a post; the tab ends on its page, as its author sees it. */
export async function publishPost(web: Site): Promise<PublishedPost> {
  const { page } = web;
  const { team } = await signUp(web);
  const title = `Post of ${team}`;
  await page.getByRole('link', { name: 'New post' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'New post' })).toBeVisible();
  await page.getByLabel('Title').fill(title);
  await page.getByLabel('Topic').selectOption('news');
  await page.getByLabel('Text').fill('Some text.');
  await page.getByRole('button', { name: 'Save draft' }).click();
  await expect(page.getByText('The draft is saved.')).toBeVisible();
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByText('Published. Anyone can read it now.')).toBeVisible();
  const link = page.getByRole('link', { name: /^\/p\// });
  return { title, path: await link.innerText() };
}
