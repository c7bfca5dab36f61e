import type { APIResponse } from '@playwright/test';
import { expect, test, type Who } from '../fixtures.ts';
import { nonceOf, parseContentSecurityPolicy, scriptTags } from '../lib/content-security-policy.ts';

/** A page whose answer is looked at. */
export interface SecuredPage {
  path: string;
  /** Who looks; nobody signed in, when left out. */
  as?: Who;
}

/** Options of `securitySpecs`. */
export interface SecurityOptions {
  /** One page of each kind: public, signed in, list, form. A page that does not exist comes by itself. */
  pages: SecuredPage[];
  /** Whether search engines may index the app. */
  robots: 'index' | 'noindex';
}

/** A page that does not exist, and begins like a file that no page is made for. */
const MISSING = '/icon.svgx';

/** Headers and the content security policy, on every page given and on one that does not exist. */
export function securitySpecs({ pages, robots }: SecurityOptions): void {
  test.describe('security headers', { tag: '@js-only' }, () => {
    for (const { path, as } of [...pages, { path: MISSING, as: undefined }]) {
      test(`${path} as ${describeWho(as)} has all of them, and a nonce of its own`, async ({
        site,
        context,
        allowErrors,
      }) => {
        allowErrors(/status of 404/);
        if (as) await site.signIn(as);
        const first = await context.request.get(`${site.url}${path}`, { maxRedirects: 0 });
        const second = await context.request.get(`${site.url}${path}`, { maxRedirects: 0 });
        expect(first.status()).toBe(path === MISSING ? 404 : 200);
        expectHeaders(first, robots);
        const nonce = await expectScriptNonce(first);
        expect(await expectScriptNonce(second), 'a nonce is used once').not.toBe(nonce);
        await site.goto(path);
      });
    }
  });
}

function expectHeaders(response: APIResponse, robots: SecurityOptions['robots']): void {
  const headers = response.headers();
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['referrer-policy']).toBe('same-origin');
  expect(headers['permissions-policy']).toBeTruthy();
  expect(headers['x-powered-by'], 'says nothing of what runs here').toBeUndefined();
  expect(headers['strict-transport-security'], 'means nothing over http').toBeUndefined();
  if (robots === 'noindex') expect(headers['x-robots-tag']).toContain('noindex');
  else expect(headers['x-robots-tag'] ?? '').not.toContain('noindex');
}

async function expectScriptNonce(response: APIResponse): Promise<string> {
  const policy = parseContentSecurityPolicy(response.headers()['content-security-policy'] ?? '');
  expect(policy.get('frame-ancestors')).toEqual(["'none'"]);
  expect(policy.get('object-src')).toEqual(["'none'"]);
  expect(policy.get('base-uri')?.[0]).toMatch(/^'(?:none|self)'$/);
  expect(policy.get('form-action')).toBeTruthy();
  expect(policy.get('script-src')).not.toContain("'unsafe-inline'");
  expect(policy.get('script-src')).not.toContain("'unsafe-eval'");
  const nonce = nonceOf(policy) ?? '';
  expect(nonce, 'script-src has a nonce of at least 128 bits').not.toBe('');
  const tags = scriptTags(await response.text());
  expect(tags.length, 'the page has scripts').toBeGreaterThan(0);
  expect(tags.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([]);
  return nonce;
}

function describeWho(who: Who | undefined): string {
  if (who === undefined) return 'anonymous';
  return typeof who === 'string' ? who : who.email;
}
