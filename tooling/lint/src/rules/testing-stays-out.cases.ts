import type { RuleCases } from '../rule-cases.ts';

const file = 'packages/actions/src/posts/actions.ts';

export const cases: RuleCases = {
  valid: [
    { file, code: `import { defineAction } from '../define-action.ts';` },
    { file, code: `import { test } from '../ab-testing.ts';` },
    {
      file: 'packages/actions/src/posts/actions.test.ts',
      code: `import { call } from '../testing.ts'; import fc from 'fast-check';`,
    },
    {
      file: 'packages/actions/src/lib/limit/many-callers.soak.ts',
      code: `import { test } from 'vitest';`,
    },
    {
      file: 'packages/actions/src/testing.ts',
      code: `export { fuzz } from './lib/testing/fuzz.ts';`,
    },
    {
      file: 'packages/actions/src/lib/testing/fuzz.ts',
      code: `import fc from 'fast-check';`,
    },
    {
      file: 'apps/web/e2e/posts.spec.ts',
      code: `import { test } from '@repo/testing/fixtures';`,
    },
    {
      file: 'packages/actions/vitest.config.ts',
      code: `import { preset } from '@repo/testing/vitest';`,
    },
    {
      file: 'tooling/bench/src/overhead.ts',
      code: `import { call } from '@repo/actions/testing';`,
    },
  ],
  invalid: [
    {
      file,
      code: `import { call } from '../testing.ts';`,
      says: 'import it from a *.test.ts',
    },
    { file, code: `import { fuzz } from '../lib/testing/fuzz.ts';` },
    { file, code: `import { useTestDatabase } from '@repo/db/testing';` },
    { file, code: `import fc from 'fast-check';` },
    { file, code: `export const load = () => import('vitest');` },
    {
      file: 'apps/web/src/features/posts/new-post-form.tsx',
      code: `import { formData } from '@repo/actions/testing';`,
    },
    {
      file: 'apps/web/src/app/page.tsx',
      code: `export { test } from '@repo/testing/fixtures';`,
    },
  ],
};
