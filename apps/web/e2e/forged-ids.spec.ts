import { expect, test, type Site } from '@repo/testing/fixtures';
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Stack } from '@repo/services/stack';
import { uniqueTitle } from './steps/create-post.ts';
import { actionsOf } from './steps/other-build.ts';
import { postByHand, postForm } from './steps/post-by-hand.ts';
import { startWindowedWeb } from './steps/windowed-web.ts';

const older = randomBytes(32).toString('base64');
const PATH = '/o/northwind/posts/new';
const named = (app: 'web' | 'admin', name: string) =>
  actionsOf(app).find((action) => action.name === name) ?? { id: '', idUnder: () => '' };
const create = named('web', 'createPost');
const hide = named('admin', 'hidePost');

test.describe('ids that lead nowhere, with the window open', { tag: '@no-js-only' }, () => {
  test.describe.configure({ mode: 'default' });
  let stack: Stack;
  let to: string;
  test.beforeAll(async () => {
    stack = await startWindowedWeb(older);
    to = stack.web ?? '';
  });
  test.afterAll(() => stack.stop());

  /**
   * Makes one more call, and gives how many the log tells of. Lines can come after the answers, but in their order: when
   * that of this call is there, all of the calls before are.
   */
  async function calls(sent: Record<string, string>): Promise<number> {
    const headers = { ...sent, 'next-action': create.id, 'content-type': 'text/plain' };
    const body = '[{"_org":"northwind"}]';
    const { text } = await postByHand({ to, path: PATH, headers, body });
    const id = /"errorId":"\w+"/.exec(text)?.[0] ?? `no id in ${text}`;
    await expect.poll(() => stack.logs('web').join('\n')).toContain(id);
    return stack.logs('web').filter((line) => line.includes('"action":')).length;
  }

  /** The headers of somebody who is signed in and on the form, and a key for it. */
  async function visitor(site: Site) {
    const { page } = site;
    await site.signIn('author');
    await page.goto(`${to}${PATH}`);
    const key = await page.locator('input[name=_key]').first().inputValue();
    const cookies = await page.context().cookies();
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    const headers = { cookie, origin: to, 'sec-fetch-site': 'same-origin' };
    return { key, headers };
  }

  test('the same requests with the right id work: those below fail for what is forged in them', async ({
    web,
    ip,
  }) => {
    const { key, headers } = await visitor(web);
    const body = postForm(create.idUnder(older), uniqueTitle('By hand'), key);
    const from = { ...headers, 'x-forwarded-for': ip };
    expect(await postByHand({ to, path: PATH, headers: from, body })).toMatchObject({
      status: 303,
    });
    const call = { ...from, 'next-action': create.idUnder(older), 'content-type': 'text/plain' };
    const answer = await postByHand({
      to,
      path: PATH,
      headers: call,
      body: '[{"_org":"northwind"}]',
    });
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('VALIDATION');
  });

  const forged: [string, () => string][] = [
    ['an id that was made up', () => `7f${randomBytes(20).toString('hex')}`],
    ['the id of an action that only the other app has', () => hide.id],
    ['its id under an older key', () => hide.idUnder(older)],
    [
      'an id under a key that is not listed',
      () => create.idUnder(randomBytes(32).toString('base64')),
    ],
  ];
  for (const [name, idOf] of forged) {
    test(`${name} executes nothing, with JavaScript and without`, async ({ web }) => {
      const { key, headers } = await visitor(web);
      const before = await calls(headers);
      const title = uniqueTitle('Forged');
      const claims: Record<string, string>[] = [
        {},
        {
          'x-inside': '1',
          'x-loopback': '1',
          'x-perimeter-inside': '1',
          'x-action-forwarded': '1',
        },
      ];
      for (const claim of claims) {
        const body = postForm(idOf(), title, key);
        const post = await postByHand({ to, path: PATH, headers: { ...headers, ...claim }, body });
        expect(post.status).toBe(409);
        expect(post.text).toContain('This form is out of date');
        const call = { ...headers, ...claim, 'next-action': idOf(), 'content-type': 'text/plain' };
        const answer = await postByHand({ to, path: PATH, headers: call, body: '[]' });
        expect(answer.status).toBe(409);
        expect(answer.headers['x-nextjs-action-not-found']).toBe('1');
      }
      expect(await calls(headers)).toBe(before + 1);
    });
  }

  test('a form whose action is not on the page that it is posted to gets the page, too, under either key', async ({
    web,
  }) => {
    const { key, headers } = await visitor(web);
    const before = await calls(headers);
    for (const id of [create.id, create.idUnder(older)]) {
      const body = postForm(id, 'Typed <b>elsewhere</b>', key);
      const {
        status,
        text,
        headers: told,
      } = await postByHand({ to, path: '/sign-in', headers, body });
      expect(status).toBe(409);
      expect(told['content-type']).toContain('text/html');
      expect(told['content-security-policy']).toContain("default-src 'none'");
      expect(text).toContain('Typed &#60;b&#62;elsewhere');
      expect(text).toContain('<a href="/sign-in">');
    }
    expect(await calls(headers)).toBe(before + 1);
  });

  test('a form of an older build is counted by the address that it comes from', async ({
    web,
    ip,
  }) => {
    const own = ip.split('.').slice(2).join('.');
    const signIn = named('web', 'signIn');
    await web.page.goto(`${to}/sign-in`);
    const attempt = (client: string, at: number) => {
      const body = postForm(signIn.idUnder(older), '', '');
      body.append('email', `nobody${at}@example.test`);
      body.append('password', 'wrong');
      const headers = { origin: to, 'x-forwarded-for': `198.51.100.${at}, ${client}` };
      return postByHand({ to, path: '/sign-in', headers, body });
    };
    const answers: string[] = [];
    for (let at = 0; at < 15; at += 1) answers.push((await attempt(`10.200.${own}`, at)).text);
    expect(answers.slice(0, 10).every((text) => text.includes('do not belong together'))).toBe(
      true,
    );
    expect(answers.at(-1)).toContain('That was too often.');
    expect((await attempt(`10.201.${own}`, 16)).text).toContain('do not belong together');
  });

  test('Host and forwarding headers never send a form elsewhere, nor make it one of our own', async ({
    web,
  }) => {
    let asked = 0;
    const elsewhere = createServer((_, response) => response.end());
    elsewhere.on('connection', () => (asked += 1));
    await new Promise<void>((listening) => void elsewhere.listen(0, '127.0.0.1', listening));
    const host = `127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
    try {
      const { key, headers } = await visitor(web);
      const title = uniqueTitle('Elsewhere');
      const tricks: Record<string, string>[] = [
        { host },
        { host: `${host}@evil.example` },
        { 'x-forwarded-host': host, 'x-forwarded-proto': 'http', 'x-forwarded-port': '1' },
        { host, 'x-forwarded-host': 'evil.example' },
      ];
      for (const trick of tricks) {
        const body = postForm(create.idUnder(older), title, key);
        const post = await postByHand({ to, path: PATH, headers: { ...headers, ...trick }, body });
        // Refused by Next or by the engine: the Origin is not the host that was claimed.
        expect(post.status === 500 || post.text.includes('another site')).toBe(true);
      }
      for (const path of [`http://${host}${PATH}`, `//${host}${PATH}`]) {
        const body = postForm(create.idUnder(older), title, key);
        expect(
          (await postByHand({ to, path, headers: { ...headers, origin: `http://${host}` }, body }))
            .status,
        ).not.toBe(303);
      }
      expect(asked).toBe(0);
      await web.goto(`/o/northwind/posts?search=${encodeURIComponent(title)}`);
      await expect(web.page.getByText('No post matches')).toBeVisible();
    } finally {
      elsewhere.close();
    }
  });

  test('a form over the limit is refused also in chunks, and broken bodies break nothing', async ({
    web,
  }) => {
    const { key, headers } = await visitor(web);
    const id = create.idUnder(older);
    for (const known of [id, create.id])
      for (const chunked of [true, false]) {
        const body = postForm(known, uniqueTitle('Large'), key);
        body.set('body', 'x'.repeat(2 * 1024 * 1024));
        const { status } = await postByHand({ to, path: PATH, headers, body, chunked });
        expect(status).toBe(413);
      }

    const type = { 'content-type': 'multipart/form-data; boundary=b' };
    const part = `--b\r\nContent-Disposition: form-data; name="$ACTION_ID_${id}"\r\n\r\n`;
    for (const body of [
      '',
      part,
      `${part}--b--`,
      `${part}\r\n--b--\r\n`.replaceAll('"', ''),
      '\0'.repeat(999),
    ])
      for (const more of [type, { 'content-type': 'multipart/form-data' }])
        expect(
          (await postByHand({ to, path: PATH, headers: { ...headers, ...more }, body })).status,
        ).toBeGreaterThan(199);
    expect((await web.page.request.get(`${to}/readyz`)).status()).toBe(200);
  });
});
