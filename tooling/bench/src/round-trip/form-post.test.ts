import { expect, test } from 'vitest';
import { formPost } from './form-post.ts';

test('a post is what a browser sends for useActionState: the fields, then the arguments', async () => {
  const { headers, body } = formPost('7f00', 'http://127.0.0.1:1', 'session=x', {
    title: 'Tea & cake',
  });
  expect(headers).toMatchObject({ 'next-action': '7f00', origin: 'http://127.0.0.1:1' });
  const sent = await new Response(body, { headers }).formData();
  expect([...sent]).toEqual([
    ['_1_title', 'Tea & cake'],
    ['0', '[{"ok":false,"errors":{}},"$K1"]'],
  ]);
});
