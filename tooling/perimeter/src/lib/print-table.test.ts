import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import type { Lock } from './lock.ts';
import { printTables } from './print-table.ts';

const action = {
  id: 'posts.create',
  file: 'packages/actions/src/posts/actions.ts',
  export: 'createPost',
  access: 'member(author)',
  rateLimit: { max: 10, window: '1 m', onOutage: 'closed' },
  rateLimitAlso: null,
  idempotent: true,
  authorize: false,
  timeout: null,
  secrets: [],
  bound: [],
  errors: [],
  input: 'sha256-IjNWg0xusjP6gdq18xIFBhl3GV2yY9d2AaVF4xfmph0',
  fields: {},
} as const;

const web: Lock = {
  version: 1,
  app: 'web',
  exposes: ['anyone', 'member'],
  roles: {},
  actions: [action, { ...action, id: 'posts.edit', export: 'editPost', access: 'anyone' }],
  handlers: [
    { path: '/api/hook', methods: ['POST'], file: 'route.ts', action: null },
    { path: '/api/posts', methods: ['PUT'], file: 'route.ts', action: 'posts.edit' },
  ],
};

test('a table says who can call what, without columns that would be empty', () => {
  expect(stripVTControlCharacters(printTables([web]))).toMatchInlineSnapshot(`
    "web  exposes anyone, member  2 actions, 2 write handlers

      id            access          rate limit    idempotent  input     export
      packages/actions/src/posts/actions.ts
      posts.create  member(author)  10 per 1 m !  yes         IjNWg0xu  createPost
      posts.edit    anyone          10 per 1 m !  yes         IjNWg0xu  editPost

      route handlers that accept writes
      POST /api/hook  runs no action
      PUT /api/posts  runs posts.edit

    ! nobody passes while the store of limits is out
    input: the start of the digest of its JSON Schema, which sees no refinements

    "
  `);
});
