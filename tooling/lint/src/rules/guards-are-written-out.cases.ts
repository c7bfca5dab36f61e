import type { RuleCases } from '../rule-cases.ts';

const file = 'packages/actions/src/posts/actions.ts';
const head = `'use server';\nimport { defineAction } from '../define-action.ts';\n`;
const define = (properties: string) => `${head}export const save = defineAction({${properties}});`;
const rateLimit = `rateLimit: { max: 1, window: '1 m' }`;

export const cases: RuleCases = {
  valid: [
    { file, code: define(`access: anyone, ${rateLimit}`) },
    { file, code: define(`'access': member('author'), rateLimit: unlimited`) },
    { file, code: define('access, rateLimit') },
    { file, code: `${head}const local = defineAction({});` },
    {
      file: 'packages/actions/src/lib/testing/bad-action.ts',
      code: `import { defineAction } from '../../define-action.ts';\nexport const bad = defineAction({});`,
    },
  ],
  invalid: [
    { file, code: define(rateLimit), says: "`access: member('author')`" },
    { file, code: define('access: anyone'), says: "`rateLimit: { max: 10, window: '1 m' }`" },
    { file, code: define(`id: 'posts.save'`) },
    { file, code: define(`access: anyone, ['rateLimit']: unlimited`) },
    { file, code: define(`...base, access: anyone, ${rateLimit}`), says: 'without a spread' },
    { file, code: `${head}const of = {};\nexport const save = defineAction(of);` },
    {
      file,
      code: `${define(`access: anyone, ${rateLimit}`)}\nexport const other = defineAction({ ${rateLimit} });`,
    },
  ],
};
