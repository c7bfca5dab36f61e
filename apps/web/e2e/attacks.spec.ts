import { expect, mailTo, test, type Site } from '@repo/testing/fixtures';
import { uniqueTitle } from './steps/create-post.ts';

type Sent = Record<string, string>;

/** The hidden fields of a form as the server wrote it, so that a request can be made by hand. */
async function hiddenFields({ page }: Site, button = 'Save draft'): Promise<Sent> {
  const form = page.locator('form').filter({ has: page.getByRole('button', { name: button }) });
  const inputs = await form.locator('input[type=hidden]').all();
  const pairs = inputs.map(async (input) => [
    await input.getAttribute('name'),
    await input.inputValue(),
  ]);
  return Object.fromEntries(await Promise.all(pairs)) as Sent;
}

const post = (title: string): Sent => ({
  title,
  topic: 'news',
  summary: '',
  slug: '',
  body: 'Text.',
});

test.describe('requests by hand', { tag: '@no-js-only' }, () => {
  test.beforeEach(async ({ web }) => {
    await web.signIn('author');
    await web.goto('/o/northwind/posts/new');
  });

  const attacks: {
    name: string;
    headers: (origin: string) => Sent;
    status: RegExp;
    says?: RegExp;
  }[] = [
    {
      name: 'a form of another site (wrong Origin)',
      headers: () => ({ origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }),
      status: /^5\d\d$/,
    },
    {
      name: 'a request without Origin',
      headers: () => ({}),
      status: /^200$/,
      says: /another site/,
    },
    {
      name: 'a request that the browser calls cross-site',
      headers: (origin) => ({ origin, 'sec-fetch-site': 'cross-site' }),
      status: /^200$/,
      says: /another site/,
    },
    {
      name: 'a request of a sibling domain',
      headers: (origin) => ({ origin, 'sec-fetch-site': 'same-site' }),
      status: /^200$/,
      says: /another site/,
    },
  ];
  for (const { name, headers, status, says } of attacks) {
    test(`${name} changes nothing`, async ({ web, context }) => {
      const title = uniqueTitle('Attack');
      const multipart = { ...(await hiddenFields(web)), ...post(title) };
      const url = `${web.url}/o/northwind/posts/new`;
      const response = await context.request.post(url, {
        multipart,
        headers: headers(web.url),
        maxRedirects: 0,
      });
      expect(String(response.status())).toMatch(status);
      if (says) expect(await response.text()).toMatch(says);
      await web.goto(`/o/northwind/posts?search=${encodeURIComponent(title)}`);
      await expect(web.page.getByText('No post matches')).toBeVisible();
    });
  }

  test('the same request from the page itself works: the attacks above fail for their headers only', async ({
    web,
    context,
  }) => {
    const title = uniqueTitle('No attack');
    const multipart = { ...(await hiddenFields(web)), ...post(title) };
    const headers = { origin: web.url, 'sec-fetch-site': 'same-origin' };
    const url = `${web.url}/o/northwind/posts/new`;
    const response = await context.request.post(url, { multipart, headers, maxRedirects: 0 });
    expect(response.status()).toBe(303);
  });

  test('an action at another path is guarded all the same', async ({ web, somebodyElse }) => {
    const fields = await hiddenFields(web);
    const stranger = await somebodyElse('web');
    const headers = { origin: web.url, 'sec-fetch-site': 'same-origin' };
    const title = uniqueTitle('Elsewhere');
    const multipart = { ...fields, ...post(title) };
    await stranger.page
      .context()
      .request.post(`${web.url}/`, { multipart, headers, maxRedirects: 0 });
    await web.goto(`/o/northwind/posts?search=${encodeURIComponent(title)}`);
    await expect(web.page.getByText('No post matches')).toBeVisible();
  });

  test('a file where text belongs, twice the same field, 201 characters, broken text: an error each', async ({
    web,
    context,
  }) => {
    const fields = await hiddenFields(web);
    const headers = { origin: web.url, 'sec-fetch-site': 'same-origin' };
    const send = async (change: (form: FormData) => void) => {
      const form = new FormData();
      for (const [name, value] of Object.entries({ ...fields, ...post('Bad input') }))
        form.set(name, value);
      change(form);
      const url = `${web.url}/o/northwind/posts/new`;
      const response = await context.request.post(url, {
        multipart: form,
        headers,
        maxRedirects: 0,
      });
      expect(response.status()).toBe(200);
      return response.text();
    };
    expect(await send((form) => form.set('title', new File(['x'], 'x.txt')))).toContain(
      'Text is expected here',
    );
    expect(await send((form) => form.append('title', 'again'))).toContain('sent more than once');
    expect(await send((form) => form.set('title', 'x'.repeat(201)))).toContain(
      'Use at most 200 characters.',
    );
    expect(await send((form) => form.set('title', 'a\u0000b'))).toContain('could not be read');
    const many = (form: FormData) => {
      for (let i = 0; i < 10_000; i += 1) form.append(`field${i}`, '1');
    };
    expect(await send(many)).toContain('more in it than we accept');
  });
});

test.describe('requests by anybody', { tag: '@no-js-only' }, () => {
  test('50 MB are refused before anything reads them', async ({ web, request }) => {
    const data = Buffer.alloc(50 * 1024 * 1024, 'x');
    const response = await request.post(`${web.url}/sign-in`, {
      data,
      headers: { origin: web.url },
    });
    expect(response.status()).toBe(413);
    expect(await response.text()).toContain('1 MB');
  });

  test('whoever names another host in their request gets no link to it into a mail', async ({
    web,
    request,
  }) => {
    const email = `victim-${Date.now()}@example.test`;
    await web.goto('/sign-up');
    const headers = {
      host: 'evil.test',
      origin: 'http://evil.test',
      'x-forwarded-host': 'evil.test',
    };
    const multipart = { ...(await hiddenFields(web, 'Send the link')), email };
    const options = { multipart, headers, maxRedirects: 0 };
    const response = await request.post(`${web.url}/sign-up`, options);
    expect(response.headers().location).toContain('/check-your-mail');
    const { link, text } = await mailTo(email);
    expect(link).toContain(`${web.url}/sign-up/finish?token=`);
    expect(text).not.toContain('evil');
  });

  const cookies = [
    'expired',
    'a.b',
    `${'a'.repeat(22)}.${'b'.repeat(43)}`,
    '%00%ff',
    'x'.repeat(4000),
  ];
  for (const cookie of cookies) {
    test(`the cookie "${cookie.slice(0, 30)}" signs nobody in and breaks nothing`, async ({
      web,
      request,
    }) => {
      const headers = { cookie: `perimeter_session=${cookie}` };
      const response = await request.get(`${web.url}/o/northwind`, { headers, maxRedirects: 0 });
      expect(response.status()).toBe(307);
      expect(response.headers().location).toContain('/sign-in?next=');
    });
  }

  test('a cookie of the other app signs nobody in', async ({ web, admin, context, request }) => {
    await admin.signIn('staff');
    const own = 'perimeter_admin_session';
    const [cookie] = (await context.cookies()).filter(({ name }) => name === own);
    const headers = { cookie: `perimeter_session=${cookie?.value}` };
    const response = await request.get(`${web.url}/o`, { headers, maxRedirects: 0 });
    expect(response.status()).toBe(307);
  });

  test('too many sign-ins from one address are refused, whatever it claims in X-Forwarded-For', async ({
    web,
    request,
    ip,
  }) => {
    await web.goto('/sign-in');
    const fields = await hiddenFields(web, 'Sign in');
    const answers: string[] = [];
    // Where one window ends and the next begins, one or two more may pass.
    for (let i = 0; i < 15; i += 1) {
      const response = await request.post(`${web.url}/sign-in`, {
        multipart: { ...fields, email: `nobody${i}@example.test`, password: 'wrong' },
        // The proxy in front (the loopback, here) appends the real address; the rest is the client's claim.
        headers: { origin: web.url, 'x-forwarded-for': `198.51.100.${i}, ${ip}` },
      });
      answers.push(await response.text());
    }
    expect(answers.slice(0, 10).every((html) => html.includes('do not belong together'))).toBe(
      true,
    );
    expect(answers.at(-1)).toContain('That was too often.');
  });
});
