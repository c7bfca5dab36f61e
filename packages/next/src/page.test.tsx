import { notFound, redirect } from 'next/navigation';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { createPage } from './page.tsx';

const page = createPage(() => <h1>Missing</h1>);

test('a page is what it renders', async () => {
  const render = page(async ({ name }: { name: string }) => <p>{name}</p>);
  expect(renderToStaticMarkup(await render({ name: 'here' }))).toBe('<p>here</p>');
});

test('notFound() becomes the page that says so', async () => {
  const render = page(async () => notFound());
  expect(renderToStaticMarkup(await render({}))).toBe('<h1>Missing</h1>');
});

test('everything else that is thrown passes: redirects and surprises', async () => {
  await expect(page(async () => redirect('/elsewhere'))({})).rejects.toMatchObject({
    digest: expect.stringContaining('/elsewhere'),
  });
  await expect(page(async () => Promise.reject(new Error('surprise')))({})).rejects.toThrow(
    'surprise',
  );
});
