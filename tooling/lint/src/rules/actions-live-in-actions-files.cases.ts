import type { RuleCases } from '../rule-cases.ts';

const code = `'use server';\nexport const save = defineAction({});`;

export const cases: RuleCases = {
  valid: [
    { file: 'packages/actions/src/posts/actions.ts', code },
    { file: 'packages/actions/src/posts/shared/actions.ts', code },
    { file: 'apps/web/src/form.tsx', code: `'use client';\nexport const a = 1;` },
    { file: 'apps/web/src/text.ts', code: `export const a = 'use server';` },
    { file: 'apps/web/src/late.ts', code: `export const a = 1;\n'use server';` },
  ],
  invalid: [
    { file: 'packages/actions/src/posts/publish.ts', code, says: 'src/<subject>/actions.ts' },
    { file: 'packages/actions/src/posts/staff-actions.ts', code },
    { file: 'packages/actions/src/posts/actions.tsx', code },
    { file: 'apps/web/src/features/posts/save.ts', code: `"use server";\nexport {};` },
    { file: 'apps/web/src/two.ts', code: `'use strict';\n'use server';\nexport {};` },
  ],
};
