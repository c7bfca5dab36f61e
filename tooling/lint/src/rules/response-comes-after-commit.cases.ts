import type { RuleCases } from '../rule-cases.ts';

const file = 'packages/actions/src/posts/actions.ts';

export const cases: RuleCases = {
  valid: [
    { file, code: `import { defineAction } from '../define-action.ts';` },
    { file, code: `import { sessionCookie } from '@repo/auth/cookie';` },
    {
      file,
      code: `export const handler = ({ afterCommit }) => afterCommit(({ cookies }) => cookies.set('a', 'b', {}));`,
    },
    {
      file: 'packages/actions/src/lib/next/next-ports.ts',
      code: `import { cookies } from 'next/headers';`,
    },
    { file: 'packages/actions/src/next.ts', code: `import { cookies } from 'next/headers';` },
    {
      file: 'packages/actions/src/posts/cases.test.ts',
      code: `import { redirect } from 'next/navigation';`,
    },
    { file: 'apps/web/src/app/page.tsx', code: `import { redirect } from 'next/navigation';` },
  ],
  invalid: [
    { file, code: `import { redirect } from 'next/navigation';`, says: 'redirectTo' },
    { file, code: `import { cookies } from 'next/headers';`, says: 'afterCommit' },
    { file, code: `import { revalidatePath } from 'next/cache';`, says: 'invalidates' },
    { file, code: `export const handler = async () => (await import('next/headers')).cookies();` },
    { file, code: `import { createSessionReader } from '@repo/auth/next';` },
    { file, code: `import { nextPorts } from '../lib/next/next-ports.ts';` },
    {
      file: 'packages/actions/src/account/shared/actions.ts',
      code: `import { after } from 'next/server';`,
    },
    {
      file: 'packages/actions/src/posts/go-back.ts',
      code: `import { redirect } from 'next/navigation';`,
    },
    {
      file: 'apps/web/src/features/posts/actions.ts',
      code: `import { redirect } from 'next/navigation';`,
    },
  ],
};
