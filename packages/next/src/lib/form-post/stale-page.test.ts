import { expect, test } from 'vitest';
import { stalePage } from './stale-page.ts';

async function pageOf(
  fields: Record<string, string>,
  path = '/o/acme/posts/new?from=1',
  own = true,
) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  const response = stalePage({ path, form, own });
  return { response, html: await response.text() };
}

test('it says what happened, leads back to the page of the form, and shows what was typed', async () => {
  const { response, html } = await pageOf({ title: 'Hello', body: 'One\n\nTwo', empty: ' ' });
  expect(response.status).toBe(409);
  expect(html).toContain('<h1>This form is out of date</h1>');
  expect(html).toContain('Nothing was saved.');
  expect(html).toContain('<a href="/o/acme/posts/new?from=1">');
  expect(html).toMatch(/<label for="typed-0">title<\/label><textarea id="typed-0"[^>]*>\nHello</);
  expect(html).toContain('\nOne\n\nTwo</textarea>');
  expect(html).not.toContain('empty');
});

test('what was typed is text, whatever it looks like', async () => {
  const { html } = await pageOf({ '"><b>name': '</textarea><script>alert(1)</script>' });
  expect(html).not.toContain('<script');
  expect(html).not.toContain('<b>');
  expect(html.match(/<\/textarea>/g)).toHaveLength(1);
});

test('secrets, files, and what the form carries for itself are not shown', async () => {
  const form = new FormData();
  const hidden = { password: 'p1', inviteToken: 't1', otp: 'o1', _org: 'g1', _key: 'k1' };
  for (const [name, value] of Object.entries(hidden)) form.append(name, `hidden-${value}`);
  form.append('$ACTION_1:1', '["hidden-state"]');
  form.append('file', new File(['hidden-file'], 'hidden-name.txt'));
  form.append('title', 'shown');
  const html = await stalePage({ path: '/', form, own: true }).text();
  expect(html).toContain('shown');
  expect(html).not.toContain('hidden-');
});

test('a form that another site made up is not shown as the user’s own', async () => {
  const { html } = await pageOf({ title: 'Call 0900 now' }, '/sign-in', false);
  expect(html).not.toContain('Call 0900 now');
  expect(html).toContain('<a href="/sign-in">');
});

test.each(['//evil.example/x', '/\\evil.example', '\\\\evil.example', 'https://evil.example/'])(
  'the way back never leads to another site: %s',
  async (path) => {
    const { html } = await pageOf({}, path);
    const [, href = ''] = /<a href="([^"]*)"/.exec(html) ?? [];
    expect(new URL(href.replaceAll('&#38;', '&'), 'https://own.example').host).toBe('own.example');
  },
);

test('it is styled within its own policy, which allows nothing else', async () => {
  const { response, html } = await pageOf({ title: 'x' });
  const policy = response.headers.get('content-security-policy') ?? '';
  const [, nonce = ''] = /<style nonce="([^"]+)">/.exec(html) ?? [];
  expect(policy).toContain(`style-src 'nonce-${nonce}'`);
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('unsafe');
  expect(html).not.toMatch(/ style=/);
});
