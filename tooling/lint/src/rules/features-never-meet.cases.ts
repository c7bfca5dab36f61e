import type { RuleCases } from '../rule-cases.ts';

const file = 'apps/web/src/features/posts/post-list.tsx';

export const cases: RuleCases = {
  valid: [
    { file, code: `import { PostRow } from './post-row.tsx';` },
    { file, code: `import { PostRow } from '../posts/post-row.tsx';` },
    { file, code: `import { navigation } from '../../navigation.ts';` },
    {
      file: 'apps/web/src/app/page.tsx',
      code: `import { Posts } from '../features/posts/posts.tsx';`,
    },
  ],
  invalid: [
    {
      file,
      code: `import { Member } from '../people/member.tsx';`,
      says: 'let the page join them',
    },
    { file, code: `import { Member } from '@/features/people/member.tsx';` },
    { file, code: `export { Member } from '../people/member.tsx';` },
    {
      file: 'apps/admin/features/audit/list.tsx',
      code: `import { User } from '../users/user.tsx';`,
    },
  ],
};
