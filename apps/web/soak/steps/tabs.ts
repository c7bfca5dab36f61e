import { type Browser, type Page } from '@playwright/test';
import { Visitor, type Form } from './visitor.ts';

/** A post of somebody, as a visitor types it. */
export const typed = (title: string) => ({
  title,
  topic: 'news',
  summary: '',
  slug: '',
  body: `Typed before the deploy: ä, <b>, "quotes" (${title})`,
});

/** A person with a form of each app open. */
export interface Tabs {
  name: string;
  /** The title of the post that is typed in, in web. */
  title: string;
  /** The post that could be hidden, in admin. */
  post: string;
  submitWeb(): Promise<Answer>;
  submitAdmin(): Promise<Answer>;
}

/** Tabs of a browser. */
export interface BrowserTabs extends Tabs {
  /** The one with the post. */
  page: Page;
}

/** What somebody sees after a submit. */
export interface Answer {
  /** The text of the page; over plain HTTP the status, and the answer or the page that it leads to. */
  text: string;
}

interface Where {
  web: string;
  admin: string;
  title: string;
  post: string;
}

const PASSWORD = 'perimeter-dev-only';
const NEW = '/o/northwind/posts/new';

/** Two tabs of a browser: a post typed into web, and the page of a post in admin. */
export async function openInBrowser(
  browser: Browser,
  js: boolean,
  where: Where,
): Promise<BrowserTabs> {
  const context = await browser.newContext({ javaScriptEnabled: js });
  const open = async (base: string, email: string, path: string) => {
    const page = await context.newPage();
    await page.goto(`${base}/sign-in`);
    await page.getByLabel('Email').fill(email);
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
    await page.goto(`${base}${path}`);
    return page;
  };
  const web = await open(where.web, 'author@example.test', NEW);
  const { title, topic, body } = typed(where.title);
  await web.getByLabel('Title').fill(title);
  await web.getByLabel('Topic').selectOption(topic);
  await web.getByLabel('Text').fill(body);
  const admin = await open(where.admin, 'staff@example.test', `/posts/${where.post}`);
  const submit = (page: Page, button: string, outcome: RegExp) => async () => {
    await page.getByRole('button', { name: button, exact: true }).click();
    await page.getByText(outcome).first().waitFor();
    return { text: await page.locator('body').innerText() };
  };
  const outdated = 'out of date|before an update|was updated|newer';
  return {
    name: js ? 'a browser' : 'a browser without JavaScript',
    title,
    post: where.post,
    page: web,
    submitWeb: submit(web, 'Save draft', new RegExp(`draft is saved|${outdated}`, 'i')),
    submitAdmin: submit(admin, 'Hide', new RegExp(`post is hidden|${outdated}`, 'i')),
  };
}

/** The same two forms, by a client that speaks plain HTTP: as a browser without JavaScript, or as Next's client. */
export async function openByHttp(way: 'post' | 'call', where: Where): Promise<Tabs> {
  const [web, admin] = [new Visitor(where.web, '10.9.0.1'), new Visitor(where.admin, '10.9.0.1')];
  await web.signIn('author@example.test', PASSWORD);
  await admin.signIn('staff@example.test', PASSWORD);
  const write = await web.form(NEW, 'Save draft');
  const hide = await admin.form(`/posts/${where.post}`, 'Hide');
  const post = typed(where.title);
  const submit = (visitor: Visitor, form: Form, fields: Record<string, string>) => async () => {
    const response = await visitor[way](form, fields);
    const leads = response.headers.get('location') ?? response.headers.get('x-action-redirect');
    const shown = leads === null ? response : await visitor.page(leads.split(';', 1)[0] ?? '');
    return { text: `${response.status} ${await shown.text()}` };
  };
  return {
    name: way === 'post' ? 'a form by plain HTTP' : 'a call by plain HTTP',
    title: where.title,
    post: where.post,
    submitWeb: submit(web, write, way === 'call' ? withoutBlanks(post) : post),
    submitAdmin: submit(admin, hide, way === 'call' ? { id: where.post } : {}),
  };
}

/** A call says nothing of a field that is left out; a form has to. */
export function withoutBlanks(fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter(([, text]) => text !== ''));
}
