import { expect, expectAccessible, screenshots, test } from '@repo/testing/fixtures';
import { fillPlan } from './steps/fill-plan.ts';

test('who has no room for a post reads it in the list, and in the form, which keeps what was typed', async ({
  web,
}) => {
  const { page } = web;
  const { org, ...who } = await fillPlan();
  await web.signIn(who);
  await web.goto(`/o/${org}/posts/new`);
  await page.getByLabel('Title').fill('One too many');
  await page.getByLabel('Topic').selectOption('news');
  await page.getByLabel('Text').fill('Some text.');
  await page.getByRole('button', { name: 'Save draft' }).click();
  await expect(page.getByText("Your team's plan has no room for another post.")).toBeVisible();
  await expect(page.getByLabel('Title')).toHaveValue('One too many');
  await web.goto(`/o/${org}/posts`);
  await expect(page.getByText('50 of 50 posts on the Free plan')).toBeVisible();
  await expectAccessible(page);
  await screenshots(page, 'web-plan-full');
});
