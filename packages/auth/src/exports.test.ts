import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('these are the doors of the package; a new one is a decision', () => {
  const { exports } = JSON.parse(
    readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
  ) as { exports: Record<string, string> };
  expect(exports).toEqual({
    './access': './src/access.ts',
    './cookie': './src/cookie.ts',
    './email-token': './src/email-token.ts',
    './env': './src/env.ts',
    './next': './src/next.ts',
    './password': './src/password.ts',
    './session': './src/session.ts',
    './sessions': './src/sessions.ts',
  });
});
