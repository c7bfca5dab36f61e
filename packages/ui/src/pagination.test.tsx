import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';

import { pagesAround } from './lib/pages-around.ts';
import { Pagination } from './pagination.tsx';

const render = (page: number, pageCount: number) =>
  renderToStaticMarkup(
    <Pagination page={page} pageCount={pageCount} href={(n) => `/posts?page=${n}`} />,
  );

test.each([0, 1])('%i pages need no navigation', (pageCount) => {
  expect(render(1, pageCount)).toBe('');
});

test('the first page has no previous, the last no next', () => {
  expect(render(1, 3)).not.toContain('rel="prev"');
  expect(render(1, 3)).toMatch(/href="\/posts\?page=2" rel="next"/u);
  expect(render(3, 3)).toMatch(/href="\/posts\?page=2" rel="prev"/u);
  expect(render(3, 3)).not.toContain('rel="next"');
});

test('exactly the current page is marked', () => {
  expect(render(2, 5).match(/aria-current="page"/gu)).toHaveLength(1);
  expect(render(2, 5)).toMatch(/href="\/posts\?page=2" aria-current="page"/u);
});

test.each([
  [-4, 1],
  [99, 5],
])('page %i of 5 means page %i', (asked, shown) => {
  expect(render(asked, 5)).toContain(`href="/posts?page=${shown}" aria-current="page"`);
});

test.each<[number, number, (number | null)[]]>([
  [1, 2, [1, 2]],
  [1, 7, [1, 2, 3, 4, null, 7]],
  [4, 7, [1, 2, 3, 4, 5, 6, 7]],
  [6, 12, [1, null, 5, 6, 7, null, 12]],
  [12, 12, [1, null, 9, 10, 11, 12]],
])('on page %i of %i the links are %j: a gap never hides a single page', (page, count, pages) => {
  expect(pagesAround(page, count)).toEqual(pages);
});
