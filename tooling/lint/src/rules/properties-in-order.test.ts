import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository } from '../repository-files.ts';
import { ruleCases } from '../rule-cases.ts';
import { ORDER } from './properties-in-order.mjs';

const file = 'packages/actions/src/posts/actions.ts';
const head = `'use server';\nimport { defineAction } from '../define-action.ts';\n`;
const define = (names: string[]) =>
  `${head}export const save = defineAction({ ${names.map((name) => `${name}: x`).join(', ')} });`;

ruleCases('properties-in-order', {
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
});

test('the order is the one of ActionDefinition', async () => {
  const path = join(repository, 'packages/actions/src/lib/definition.ts');
  const [, declared = ''] = (await readFile(path, 'utf8')).split('interface ActionDefinition<');
  const [body = ''] = declared.split('\n}\n');
  expect(ORDER).toEqual([...body.matchAll(/^  (\w+)\??:/gm)].map(([, name]) => name));
});
