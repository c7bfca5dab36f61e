import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { PostFields } from './post-fields.tsx';

const nothingTyped = {
  state: { errors: {} },
  value: (_: string, start?: string | null) => start ?? '',
};

test('starts with the post that is edited; an empty summary is an empty field', () => {
  const start = { title: 'A title', slug: 'a-title', topic: 'guide', summary: null, body: 'Text.' };
  const html = renderToStaticMarkup(<PostFields form={nothingTyped} start={start} />);
  expect(html).toContain('value="A title"');
  expect(html).toMatch(/<option value="guide" selected="">/);
  expect(html).toMatch(/<textarea[^>]*name="summary"[^>]*><\/textarea>/);
});

test('what was typed wins over the post, and each error stands at its field', () => {
  const typed: Record<string, string> = { title: 'Typed', topic: 'release' };
  const form = {
    state: { errors: { title: ['Too long.'] } },
    value: (field: string, start?: string | null) => typed[field] ?? start ?? '',
  };
  const html = renderToStaticMarkup(
    <PostFields form={form} start={{ title: 'Old', topic: 'news' }} />,
  );
  expect(html).toContain('value="Typed"');
  expect(html).toMatch(/<option value="release" selected="">/);
  const [field] = /<input[^>]*name="title"[^>]*>/.exec(html) ?? [];
  expect(field).toContain('aria-invalid="true"');
  expect(html).toContain('Too long.');
});
