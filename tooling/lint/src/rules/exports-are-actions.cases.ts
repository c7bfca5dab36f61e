import type { RuleCases } from '../rule-cases.ts';

const file = 'packages/actions/src/posts/actions.ts';
const head = `'use server';\nimport { defineAction } from '../define-action.ts';\n`;
const action = 'defineAction({ id: "posts.save" })';

export const cases: RuleCases = {
  valid: [
    { file, code: `${head}export const save = ${action};\nexport const drop = ${action};` },
    { file, code: `${head}const LIMIT = 3;\ninterface Row {}\nfunction own() {}` },
    {
      file,
      code: `'use server';\nimport { defineAction as declare } from '@repo/actions/define-action';\nexport const save = declare({});`,
    },
    { file: 'packages/actions/src/posts/schema.ts', code: 'export const LIMIT = 3;' },
  ],
  invalid: [
    { file, code: `${head}export async function save() {}`, says: "'save' is a public endpoint" },
    { file, code: `${head}export const save = async () => {};` },
    { file, code: `${head}export const save = withAuth(${action});` },
    { file, code: `${head}export const LIMIT = 3;`, says: 'moves to a file beside this one' },
    { file, code: `${head}export const save = ${action}, LIMIT = 3;` },
    { file, code: `${head}export class Save {}` },
    { file, code: `${head}export type Row = string;`, says: 'no types' },
    { file, code: `${head}export interface Row {}` },
    { file, code: `${head}export type { Row } from './row.ts';` },
    {
      file,
      code: `${head}const save = ${action};\nexport { save };`,
      says: 'where it is declared',
    },
    { file, code: `${head}export default ${action};` },
    { file, code: `${head}export { hide } from './hide.ts';` },
    { file, code: `${head}export * from './hide.ts';` },
    { file, code: `${head}export const { save } = { save: ${action} };` },
    { file, code: `${head}const save = ${action};\nexport = save;` },
    {
      file,
      code: `'use server';\nconst defineAction = (x) => x;\nexport const save = ${action};`,
    },
  ],
};
