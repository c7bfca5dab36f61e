import { expect, type Page } from '@playwright/test';
import { type AppName, appUrl } from './app-name.ts';
import { hiddenFields } from './hidden-fields.ts';

/** The people of the seed, or anybody by address and password. */
export type Who = 'author' | 'member' | 'staff' | { email: string; password: string };

/** The address and the password of somebody. */
export function credentials(who: Who): { email: string; password: string } {
  if (typeof who === 'object') return who;
  return { email: `${who}@example.test`, password: 'perimeter-dev-only' };
}

/**
 * Signs in, opens no page, and gives the address that this leads to. The form is sent as a browser without JavaScript
 * sends it, but in a request: most tests are about what comes after, somewhere else.
 */
export async function signIn(page: Page, app: AppName, who: Who): Promise<string> {
  const origin = appUrl(app);
  const { request } = page.context();
  const form = await request.get(`${origin}/sign-in`);
  const response = await request.post(form.url(), {
    multipart: { ...hiddenFields(await form.text(), 'password'), ...credentials(who) },
    headers: { origin },
    maxRedirects: 0,
  });
  const { location } = response.headers();
  expect(location ?? (await response.text()), 'signing in leads on').not.toContain('/sign-in');
  return new URL(location ?? '', origin).href;
}

/** Fills in the form that is open and sends it. */
export async function submitSignIn(
  page: Page,
  { email, password }: { email: string; password: string },
): Promise<void> {
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}
