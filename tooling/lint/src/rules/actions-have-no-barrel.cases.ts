import type { RuleCases } from '../rule-cases.ts';

const file = 'packages/actions/src/index.ts';
const one = `import { createPost } from './posts/actions.ts';\n`;

export const cases: RuleCases = {
  valid: [
    { file, code: `export * from './posts/schema.ts';` },
    { file, code: `export { createPost } from './posts/create-post.ts';` },
    { file, code: `${one}export const form = () => createPost;` },
    { file, code: `${one}export const bound = createPost.bind(null, {});` },
    { file, code: `import { a } from './reactions.ts';\nexport { a };` },
    {
      file: 'packages/actions/src/posts/cases.test.ts',
      code: `export { createPost } from './actions.ts';`,
    },
  ],
  invalid: [
    { file, code: `export * from './posts/actions.ts';`, says: '@repo/actions/<subject>/actions' },
    { file, code: `export * as posts from './posts/actions.ts';` },
    { file, code: `export { createPost } from './posts/shared/actions.ts';` },
    { file: 'apps/web/src/posts.ts', code: `export * from '@repo/actions/posts/actions';` },
    { file, code: `${one}export { createPost };` },
    { file, code: `${one}export { createPost as create };` },
    { file, code: `${one}export default createPost;` },
    { file, code: `${one}export const create = createPost;` },
    { file, code: `import * as posts from './posts/actions.ts';\nexport { posts };` },
  ],
};
