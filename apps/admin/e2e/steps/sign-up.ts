import { expect, type Site } from '@repo/testing/fixtures';

let made = 0;

/** Somebody whom no other test knows. */
export interface Newcomer {
  name: string;
  team: string;
  email: string;
  password: string;
}

/** Signs a new person up through web's form; the tab ends on their team's page. */
export async function signUp(web: Site): Promise<Newcomer> {
  const { page } = web;
  made += 1;
  const mark = `${process.pid}-${made}-${Date.now()}`;
  const newcomer = {
    name: `Newcomer ${mark}`,
    team: `Team ${mark}`,
    email: `newcomer-${mark}@example.test`,
    password: 'a long enough password',
  };
  await web.goto('/sign-up');
  await page.getByLabel('Your name').fill(newcomer.name);
  await page.getByLabel('Team').fill(newcomer.team);
  await page.getByLabel('Email').fill(newcomer.email);
  await page.getByLabel('Password').fill(newcomer.password);
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByRole('heading', { level: 1, name: newcomer.team })).toBeVisible();
  return newcomer;
}
