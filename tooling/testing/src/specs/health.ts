import { expect, test } from '../fixtures.ts';

/** The two routes that a supervisor asks: is the process up, can it reach its database. */
export function healthSpecs(): void {
  test.describe('health', { tag: '@js-only' }, () => {
    for (const path of ['/healthz', '/readyz']) {
      test(`${path} answers 200 with JSON that no cache keeps`, async ({ request }) => {
        const response = await request.get(path);
        expect(response.status()).toBe(200);
        expect(response.headers()['content-type']).toContain('application/json');
        expect(response.headers()['cache-control']).toContain('no-store');
        expect(await response.json()).toBeTruthy();
      });
    }
  });
}
