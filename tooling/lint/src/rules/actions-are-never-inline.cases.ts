import type { RuleCases } from '../rule-cases.ts';

const file = 'apps/web/src/app/page.tsx';

export const cases: RuleCases = {
  valid: [
    { file: 'packages/actions/src/posts/actions.ts', code: `'use server';\nexport {};` },
    { file, code: `export function Page() { 'use strict'; return null; }` },
    { file, code: `export function Page() { return 'use server'; }` },
  ],
  invalid: [
    {
      file,
      code: `export default function Page() { async function save() { 'use server'; } return <form action={save} />; }`,
      says: 'defineAction',
    },
    { file, code: `export const save = async () => { "use server"; };` },
    { file, code: `export const of = { async save() { 'use server'; } };` },
    {
      file: 'packages/actions/src/posts/actions.ts',
      code: `export async function save() { 'use server'; }`,
    },
  ],
};
