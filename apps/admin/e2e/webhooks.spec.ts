import { expect, expectAccessible, screenshots, test } from '@repo/testing/fixtures';
import { addWebhookEvent } from './steps/add-webhook-event.ts';

const payload = {
  id: 'evt_1',
  data: { object: { customer: 'cus_1', email: 'somebody@example.test' } },
};

test('an event that failed is found by its sender’s health, looked at without names, and replayed', async ({
  admin,
  hasJs,
}) => {
  const { page } = admin;
  const { id, eventId, type } = await addWebhookEvent(payload);
  await page.goto(await admin.signIn('staff'));
  await page.getByRole('link', { name: /waiting, .* failed$/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Webhooks' })).toBeVisible();
  await expect(page.getByRole('row', { name: /stripe Failing/ })).toBeVisible();
  await page.getByRole('link', { name: 'failed events of stripe' }).click();
  await expect(page).toHaveURL(`${admin.url}/webhooks?provider=stripe&status=failed`);
  await page.getByRole('searchbox').fill(eventId);
  await page.getByRole('button', { name: 'Filter' }).click();
  await expect(page.getByRole('heading', { name: '1 event', exact: true })).toBeVisible();
  if (hasJs) await screenshots(page, 'admin-webhooks-one');
  await page.getByRole('link', { name: type }).click();

  await expect(page.getByRole('heading', { level: 1, name: type })).toBeVisible();
  await expect(page).toHaveTitle(/^Webhook event · /);
  await expect(page.getByText('"customer": "cus_1"')).toBeVisible();
  await expect(page.getByText('"email": "[text of 21]"')).toBeVisible();
  await expect(page.getByText('somebody@example.test')).toHaveCount(0);
  await expectAccessible(page);
  if (hasJs) await screenshots(page, 'admin-webhook');
  await page.getByRole('button', { name: 'Replay' }).click();
  await expect(page.getByText('The event waits for its effect again.')).toBeVisible();
  await expect(page.getByText('Kept, and waits for a worker')).toBeVisible();
  await expectAccessible(page);

  await admin.goto('/audit?action=webhooks.replay');
  await expect(page.locator(`a[href="/webhooks/${id}"]`)).toBeVisible();
});

test('a moderator sees that an event failed, but neither its payload nor a way to replay it', async ({
  admin,
}) => {
  const { id, type } = await addWebhookEvent(payload);
  await admin.signIn({ email: 'moderator@example.test', password: 'perimeter-dev-only' });
  await admin.goto(`/webhooks/${id}`);
  await expect(admin.page.getByRole('heading', { level: 1, name: type })).toBeVisible();
  await expect(admin.page.getByText('Shown to admins')).toBeVisible();
  await expect(admin.page.getByText('cus_1')).toHaveCount(0);
  await expect(admin.page.getByRole('button', { name: 'Replay' })).toHaveCount(0);
});
