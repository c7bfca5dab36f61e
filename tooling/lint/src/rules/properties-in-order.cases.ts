import type { RuleCases } from '../rule-cases.ts';
import { ORDER } from './properties-in-order.mjs';

const file = 'packages/actions/src/posts/actions.ts';
const head = `'use server';\nimport { defineAction } from '../define-action.ts';\n`;
const define = (names: string[]) =>
  `${head}export const save = defineAction({ ${names.map((name) => `${name}: x`).join(', ')} });`;

export const cases: RuleCases = {
  valid: [
    { file, code: define(ORDER) },
    { file, code: define(['id', 'access', 'input', 'handler', 'redirectTo']) },
    { file, code: define(['id', 'unknown', 'access']) },
    { file, code: `export const other = { handler: x, id: x };` },
  ],
  invalid: [
    { file, code: define(['access', 'id']), says: "Write 'id' above 'access'" },
    { file, code: define(['id', 'redirectTo', 'handler']), says: "'handler' above 'redirectTo'" },
    { file, code: define(['handler', 'access', 'input']), says: "'access' above 'handler'" },
    { file, code: define(['id', 'handler', 'errors', 'prepare']) },
  ],
};
