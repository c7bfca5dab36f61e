import type { RuleCases } from '../rule-cases.ts';

const file = 'packages/actions/src/posts/actions.ts';
const define = (invalidates: string, names = 'path, tag') =>
  `'use server';\nimport { defineAction, ${names} } from '../define-action.ts';\nexport const save = defineAction({ handler: () => path('/p'), invalidates: ${invalidates} });`;

export const cases: RuleCases = {
  valid: [
    { file, code: define(`() => [tag('a'), tag('b')]`) },
    { file, code: define(`() => [path('/a'), path('/b')]`) },
    { file, code: define(`({ input }) => [tag(postsOf(input.path('a')))]`) },
    { file, code: define(`() => [tag(path('a'))]`, 'tag') },
    { file, code: `export const other = { invalidates: () => [tag('a'), path('/a')] };` },
  ],
  invalid: [
    { file, code: define(`() => [tag('a'), path('/a')]`), says: 'Leave path() out' },
    { file, code: define(`({ data }) => { return data ? [path('/a')] : [tag('a')]; }`) },
    { file, code: define(`() => [stale('a'), path('/a')]`, 'path, tag as stale') },
  ],
};
