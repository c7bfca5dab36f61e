import type { RuleCases } from '../rule-cases.ts';

const file = 'packages/actions/src/lib/define-action.ts';

export const cases: RuleCases = {
  valid: [
    { file, code: `import { limit } from './limit.ts';` },
    { file, code: `import { idle } from '../lib/result.ts';` },
    { file, code: `import { tagStore } from '../tags.ts';` },
    { file, code: `import { idle } from '@repo/actions/result';` },
    { file, code: `import { getSession } from '@repo/auth';` },
    {
      file: 'packages/actions/src/posts/actions.ts',
      code: `import { postSchema } from './schema.ts';`,
    },
  ],
  invalid: [
    {
      file,
      code: `import { createPost } from '../posts/actions.ts';`,
      says: 'through a port or a property of defineAction',
    },
    { file, code: `import type { Post } from '../posts/schema.ts';` },
    { file, code: `export { createPost } from '../posts/actions.ts';` },
    { file, code: `export const load = () => import('../posts/actions.ts');` },
    { file, code: `import { createPost } from '@repo/actions/posts/actions';` },
    {
      file: 'packages/actions/src/lib/next/run.ts',
      code: `export * from '../../posts/schema.ts';`,
    },
  ],
};
