import { constraintsOf } from '@repo/actions/constraints';
import { createPostSchema, editPostSchema } from '@repo/actions/posts/schema';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { PostFields } from './post-fields.tsx';

const edit = constraintsOf(editPostSchema);
const nothingTyped = {
  state: { errors: {} },
  value: (_: string, start?: string | null) => start ?? '',
};

test('starts with the post that is edited; an empty summary is an empty field', () => {
  const start = { title: 'A title', slug: 'a-title', topic: 'guide', summary: null, body: 'Text.' };
  const html = renderToStaticMarkup(
    <PostFields form={nothingTyped} constraints={edit} start={start} />,
  );
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
    <PostFields form={form} constraints={edit} start={{ title: 'Old', topic: 'news' }} />,
  );
  expect(html).toContain('value="Typed"');
  expect(html).toMatch(/<option value="release" selected="">/);
  const [field] = /<input[^>]*name="title"[^>]*>/.exec(html) ?? [];
  expect(field).toContain('aria-invalid="true"');
  expect(html).toContain('Too long.');
});

test('what the schema asks for stands at the fields, and each topic is a choice', () => {
  const constraints = constraintsOf(createPostSchema);
  const html = renderToStaticMarkup(<PostFields form={nothingTyped} constraints={constraints} />);
  const field = (name: string) => new RegExp(`<\\w+[^>]*name="${name}"[^>]*>`).exec(html)?.[0];
  expect(field('title')).toMatch(/required="".*maxLength="200"/);
  expect(field('slug')).toContain('maxLength="80"');
  expect(field('slug')).not.toContain('required');
  expect(field('body')).toMatch(/required="".*maxLength="20000"/);
  expect([...html.matchAll(/<option value="(\w+)"/g)].map(([, value]) => value)).toEqual([
    'news',
    'guide',
    'release',
  ]);
});
