import type { RuleCases } from '../rule-cases.ts';

const file = 'packages/actions/src/posts/actions.ts';

export const cases: RuleCases = {
  valid: [
    { file, code: `import { createPostSchema } from './schema.ts';` },
    { file, code: `import { defineAction } from '../lib/define-action.ts';` },
    { file, code: `import { emailSchema } from '../account/schema.ts';` },
    {
      file: 'packages/actions/src/posts/author-form.ts',
      code: `import { createPost } from './actions.ts';`,
    },
    {
      file: 'packages/actions/src/moderation/actions.test.ts',
      code: `import { createPost } from '../posts/actions.ts';`,
    },
    {
      file: 'apps/web/src/features/posts/post-form.tsx',
      code: `import { createPost } from '@repo/actions/posts/actions';`,
    },
  ],
  invalid: [
    {
      file,
      code: `import { signIn } from '../account/actions.ts';`,
      says: "share a query or a write of '@repo/db'",
    },
    { file, code: `import { hide } from '../moderation/staff-actions.ts';` },
    { file, code: `import { signIn } from '@repo/actions/account/actions';` },
    { file, code: `import { signOut } from '../account/shared/actions.ts';` },
    { file, code: `import { signOut } from '@repo/actions/account/shared/actions';` },
    { file, code: `export const load = () => import('../account/actions.ts');` },
  ],
};
