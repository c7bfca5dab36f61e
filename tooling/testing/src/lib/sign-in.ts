import { expect, type Page } from '@playwright/test';
import { type AppName, appUrl } from './app-name.ts';

/** The people of the seed, or anybody by address and password. */
export type Who = 'author' | 'member' | 'staff' | { email: string; password: string };

/** The address and the password of somebody. */
export function credentials(who: Who): { email: string; password: string } {
  if (typeof who === 'object') return who;
  return { email: `${who}@example.test`, password: 'perimeter-dev-only' };
}

/** Signs in through the form of an app and waits for the page after it. */
export async function signIn(page: Page, app: AppName, who: Who): Promise<void> {
  await page.goto(`${appUrl(app)}/sign-in`);
  await submitSignIn(page, credentials(who));
  await expect(page, 'signing in leaves /sign-in').not.toHaveURL(/\/sign-in/);
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
