import type { RuleCases } from '../rule-cases.ts';

const file = 'packages/actions/src/posts/actions.ts';
const define = (properties: string) =>
  `'use server';\nimport { defineAction } from '../define-action.ts';\nexport const save = defineAction({ ${properties} });`;

export const cases: RuleCases = {
  valid: [
    { file, code: define(`id: 'posts.create', idempotent: true`) },
    { file, code: define(`id: 'posts.edit'`) },
    { file, code: define(`id: 'posts.recreate'`) },
    { file, code: define(`access: anyone`) },
    { file, code: `export const other = { id: 'posts.create' };` },
  ],
  invalid: [
    { file, code: define(`id: 'posts.create'`), says: "idempotencyKey('posts.create')" },
    { file, code: define(`id: "orgs.members.create", access: anyone`) },
    { file, code: define(`'id': 'posts.create'`) },
  ],
};
