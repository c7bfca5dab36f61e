import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@repo/testing/fixtures';

test.describe('pages of development', { tag: '@no-js-only' }, () => {
  test('are not there in a production build', async ({ web, request }) => {
    for (const path of ['/dev/mail', '/dev/mail/0198c0de-0000-7000-8000-000000000000'])
      expect((await request.get(`${web.url}${path}`)).status()).toBe(404);
  });

  test('are in no manifest of the build, nor is what they are made of in its code', () => {
    const build = join(import.meta.dirname, '../.next');
    const routes = readFileSync(join(build, 'app-path-routes-manifest.json'), 'utf8');
    expect(routes).toContain('/sign-in');
    expect(routes).not.toContain('/dev');
    const server = join(build, 'server');
    const code = readdirSync(server, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.js'))
      .map((file) => readFileSync(join(server, file), 'utf8'));
    expect(code.some((text) => text.includes('Create an account'))).toBe(true);
    expect(code.filter((text) => text.includes('What would have been sent'))).toEqual([]);
    // Nor is what sends mail: only a worker does.
    expect(code.filter((text) => text.includes('all recipients were rejected'))).toEqual([]);
  });
});
