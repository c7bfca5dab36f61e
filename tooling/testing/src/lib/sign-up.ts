import { expect } from '@playwright/test';
import { hiddenFields } from './hidden-fields.ts';
import { mailTo } from './mail-to.ts';
import type { Site } from './site.ts';

/** Somebody whom no other test knows. */
export interface Newcomer {
  name: string;
  team: string;
  email: string;
  password: string;
}

let made = 0;

/**
 * Signs a new person up to web, by the link of their mail; the tab ends on their team's page. The forms are sent as a
 * browser without JavaScript sends them, but in requests.
 */
export async function signUp(web: Site): Promise<Newcomer> {
  made += 1;
  const mark = `${process.pid}-${made}-${Date.now()}`;
  const newcomer = {
    name: `Newcomer ${mark}`,
    team: `Team ${mark}`,
    email: `newcomer-${mark}@example.test`,
    password: 'a long enough password',
  };
  const { name, team: orgName, email, password } = newcomer;
  await sendForm(web, `${web.url}/sign-up`, { email });
  const { link } = await mailTo(email);
  await web.page.goto(await sendForm(web, link, { name, orgName, password }));
  await expect(web.page.getByRole('heading', { level: 1, name: orgName })).toBeVisible();
  return newcomer;
}

/** Fills in the form of a page. Gives where that leads. */
async function sendForm(
  { url, page }: Site,
  address: string,
  fields: Record<string, string>,
): Promise<string> {
  const { request } = page.context();
  const [field = ''] = Object.keys(fields);
  const form = await request.get(address);
  const response = await request.post(address, {
    multipart: { ...hiddenFields(await form.text(), field), ...fields },
    headers: { origin: url },
    maxRedirects: 0,
  });
  const { location } = response.headers();
  expect(location ?? (await response.text()), 'the form leads on').toMatch(/^\/|^http/);
  return new URL(location ?? '', url).href;
}
