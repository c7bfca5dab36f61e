import { expect, test } from 'vitest';
import { completeChoices } from './choices.mjs';
import { problemOf } from './problems.mjs';

const dependencies = ['next', '@types/node'];

test.each(['shop', 'my-product', 'a1', 'a-name-of-thirty-characters-ab'])(
  '%s is a name',
  (name) => {
    expect(problemOf(completeChoices({ name }), dependencies)).toBeNull();
  },
);

test.each([
  ['unicode', { name: 'größe' }, /"größe" cannot be the name .*for example gro-e\.$/],
  ['a space', { name: 'my shop' }, /"my shop" cannot be .*for example my-shop\.$/],
  ['a digit in front', { name: '3shop' }, /"3shop" cannot be the name .*for example shop\.$/],
  ['nothing to suggest', { name: '製品' }, /and begin with a letter\.$/],
  ['a name of npm', { name: 'node_modules' }, /"node_modules" cannot be the name/],
  ['a name of Node', { name: 'http' }, /The name "http" is taken by Node, npm, Postgres/],
  ['a dependency', { name: 'next' }, /The name "next" is taken by .* a package of the product/],
  ['a workspace', { name: 'admin' }, /The name "admin" is taken/],
  ['a database of Postgres', { name: 'postgres' }, /The name "postgres" is taken/],
  ['what Postgres keeps for itself', { name: 'pg-shop' }, /The name "pg-shop" is taken/],
  ['a long name', { name: 'a'.repeat(31) }, /has 31 characters; use 30 at most\.$/],
  ['no scope', { name: 'shop', scope: '@Acme Inc' }, /"@Acme Inc" cannot be the scope/],
  ['a long scope', { name: 'shop', scope: `@${'a'.repeat(31)}` }, /31 characters at most\.$/],
  ['the scope of others', { name: 'shop', scope: '@types' }, /The scope @types belongs to/],
  ['a title that breaks code', { name: 'shop', title: "Ben's" }, /"Ben's" cannot be the title/],
  ['no port', { name: 'shop', port: Number.NaN }, /--port must be a whole number from 1024/],
  ['a port that browsers refuse', { name: 'shop', port: 5060 }, /that browsers open/],
  ['a port whose next is refused', { name: 'shop', port: 6664 }, /that browsers open/],
])('%s is refused in one sentence', (_what, chosen, sentence) => {
  const problem = problemOf(completeChoices(chosen), dependencies) ?? '';
  expect(problem).toMatch(sentence);
  expect(problem).toMatch(/^[^\n]+\.$/);
});
