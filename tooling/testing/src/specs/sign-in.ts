import { expect, type Page, test, type Who } from '../fixtures.ts';
import { credentials, submitSignIn } from '../lib/sign-in.ts';

/** Options of `signInSpecs`. */
export interface SignInOptions {
  /** Somebody who may use the app. */
  who: Who;
  /** The path that signing in leads to. */
  lands: RegExp;
  /** A path that only somebody signed in may see; others are sent to `/sign-in`. */
  guarded: string;
}

/** Signing in and out, the same in every app, with JavaScript and without. */
export function signInSpecs({ who, lands, guarded }: SignInOptions): void {
  const { email, password } = credentials(who);
  const wrong = 'not-the-password-of-anybody';

  test.describe('signing in', () => {
    test('a wrong password says so, keeps the email and is never sent back', async ({
      site,
      hasJs,
    }) => {
      await site.goto('/sign-in');
      await submitSignIn(site.page, { email, password: wrong });
      await expect(alert(site.page)).toBeVisible();
      await expect(site.page).toHaveURL(/\/sign-in/);
      await expect(site.page.getByLabel('Email')).toHaveValue(email);
      // With JavaScript the field is still the one that was typed into.
      if (!hasJs) await expect(site.page.getByLabel('Password')).toHaveValue('');
      expect(await site.page.content()).not.toContain(wrong);
    });

    test('an unknown address is answered like a wrong password', async ({ site }) => {
      const said: string[] = [];
      for (const address of [email, 'nobody@example.test']) {
        await site.goto('/sign-in');
        await submitSignIn(site.page, { email: address, password: wrong });
        said.push(await alert(site.page).innerText());
      }
      expect(said[1]).toBe(said[0]);
    });

    test('the right password leads to the app', async ({ site }) => {
      await site.goto('/sign-in');
      await submitSignIn(site.page, { email, password });
      await expect(site.page).toHaveURL(lands);
      await expect(signOut(site.page)).toBeVisible();
    });

    test('signing out shows at once and closes what was open', async ({ site }) => {
      await site.signIn(who);
      await site.goto(guarded);
      await signOut(site.page).click();
      await expect(site.page).not.toHaveURL(({ pathname }) => pathname === guarded);
      await expect(signOut(site.page)).toBeHidden();
      await site.goto(guarded);
      await expect(site.page).toHaveURL(/\/sign-in/);
    });
  });
}

const signOut = (page: Page) => page.getByRole('button', { name: 'Sign out' });

// Next announces routes in an alert of its own, which is empty on a page that was loaded.
const alert = (page: Page) => page.getByRole('alert').filter({ hasText: /\S/ }).first();
