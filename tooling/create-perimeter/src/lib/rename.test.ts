import { argon2Sync } from 'node:crypto';
import { expect, test } from 'vitest';
import { completeChoices } from './choices.mjs';
import { createRename, PASSWORD, PASSWORD_HASH } from './rename.mjs';

const rename = createRename(completeChoices({ name: 'my-product', scope: '@acme', port: 3001 }));

test('the password that a product tells is the one whose hash it seeds', () => {
  const [, , , cost = '', salt = '', hash = ''] = PASSWORD_HASH.split('$');
  const [memory, passes, parallelism] = [...cost.matchAll(/\d+/g)].map(Number);
  const nonce = Buffer.from(salt, 'base64');
  const made = argon2Sync('argon2id', {
    message: PASSWORD,
    nonce,
    memory: memory ?? 0,
    passes: passes ?? 0,
    parallelism: parallelism ?? 0,
    tagLength: 32,
  });
  expect(made.toString('base64').replace('=', '')).toBe(hash);
  expect(PASSWORD).toHaveLength('perimeter-dev-only'.length);
  expect(rename('packages/db/src/seed.ts', "'$argon2id$v=19$a'")).toBe(`'${PASSWORD_HASH}'`);
});

test.each([
  ["import '@repo/db';", "import '@acme/db';"],
  ['^@repo\\/db', '^@acme\\/db'],
  ['http://localhost:3000 and :3001', 'http://localhost:3001 and :3002'],
  ['3000.5 ms, 13000, 30000', '3000.5 ms, 13000, 30000'],
  [
    'postgresql://perimeter@127.0.0.1:5432/perimeter',
    'postgresql://my_product@127.0.0.1:5432/my_product',
  ],
  ['perimeter_admin_session', 'my_product_admin_session'],
  ['pnpm perimeter lock', 'pnpm perimeter lock'],
  [
    'PERIMETER_DEBUG, perimeter.action, the Perimeter',
    'PERIMETER_DEBUG, perimeter.action, the Perimeter',
  ],
])('%s becomes %s', (from, to) => {
  expect(rename('any.md', from)).toBe(to);
});

test('ports go by the name, in pairs that never overlap', () => {
  const ports = ['a', 'shop', 'my-product', 'acme'].map((name) => completeChoices({ name }).port);
  expect(ports).toEqual(ports.map((port) => Math.floor(port / 10) * 10));
  for (const port of ports) expect(port >= 3100 && port <= 3590).toBe(true);
  expect(new Set(ports).size).toBeGreaterThan(1);
});
