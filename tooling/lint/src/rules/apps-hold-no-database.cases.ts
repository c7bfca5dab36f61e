import type { RuleCases } from '../rule-cases.ts';

const file = 'apps/web/src/app/page.tsx';

export const cases: RuleCases = {
  valid: [
    { file, code: `import { getPost } from '@repo/db/queries/posts';` },
    { file, code: `import { publishPost } from '@repo/actions/posts/actions';` },
    { file, code: `import { postgres } from './postgres.ts';` },
    { file: 'apps/web/e2e/posts.spec.ts', code: `import postgres from 'postgres';` },
    { file: 'packages/auth/src/store.ts', code: `import { database } from '@repo/db/client';` },
    {
      file: 'packages/actions/src/posts/actions.ts',
      code: `import { insertPost } from '@repo/db/writes/posts';`,
    },
  ],
  invalid: [
    { file, code: `import { database } from '@repo/db/client';`, says: '@repo/db/queries/*' },
    { file, code: `import { eq } from 'drizzle-orm';` },
    { file, code: `import { pgTable } from 'drizzle-orm/pg-core';` },
    { file, code: `import postgres from 'postgres';` },
    { file, code: `import { Pool } from 'pg';` },
    { file, code: `export const load = () => import('@repo/db/client');` },
    { file, code: `export { database } from '@repo/db/client';` },
    { file, code: `import { insertPost } from '@repo/db/writes/posts';`, says: 'call an action' },
    { file, code: `import { database } from '../../../../packages/db/src/client.ts';` },
    { file: 'packages/next/src/page.tsx', code: `import { database } from '@repo/db/client';` },
  ],
};
