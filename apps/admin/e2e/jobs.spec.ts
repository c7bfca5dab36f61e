import { expect, expectAccessible, screenshots, test } from '@repo/testing/fixtures';
import { addDeadJob } from './steps/add-dead-job.ts';

test('a dead job is found, looked at without its secrets, and retried', async ({
  admin,
  hasJs,
}) => {
  const { page } = admin;
  const { id, job } = await addDeadJob({ slug: 'a-post', apiToken: 's3cr3t' });
  await page.goto(await admin.signIn('staff'));
  await page.getByRole('link', { name: 'Jobs' }).click();
  await page.getByLabel('Status').selectOption('dead');
  await page.getByRole('button', { name: 'Filter' }).click();
  await expect(page).toHaveURL(/status=dead/);
  await page.getByRole('link', { name: job }).click();
  await expect(page.getByRole('heading', { level: 1, name: job })).toBeVisible();
  await expect(page.getByText(id)).toBeVisible();
  await expect(page.getByText('a-post')).toBeVisible();
  await expect(page.getByText('s3cr3t')).toHaveCount(0);
  await expectAccessible(page);
  if (hasJs) await screenshots(page, 'admin-job');

  await page.getByRole('button', { name: 'Retry' }).click();
  await expect(page.getByText('The job gets one more attempt.')).toBeVisible();
  await expect(page.getByText('Waiting')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Retry' })).toHaveCount(0);
  await expectAccessible(page);
});

test('a moderator sees that a job is dead, but neither its input nor a way to retry it', async ({
  admin,
}) => {
  const { id, job } = await addDeadJob({ slug: 'a-post' });
  await admin.signIn({ email: 'moderator@example.test', password: 'perimeter-dev-only' });
  await admin.goto(`/jobs/${id}`);
  await expect(admin.page.getByRole('heading', { level: 1, name: job })).toBeVisible();
  await expect(admin.page.getByText('Shown to admins')).toBeVisible();
  await expect(admin.page.getByText('a-post')).toHaveCount(0);
  await expect(admin.page.getByRole('button', { name: 'Retry' })).toHaveCount(0);
});
