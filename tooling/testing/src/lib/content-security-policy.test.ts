import { expect, test } from 'vitest';
import { nonceOf, parseContentSecurityPolicy, scriptTags } from './content-security-policy.ts';

const nonce = 'q83vEjRWeJCrze8SNFZ4kA==';

test('the nonce of script-src is found', () => {
  const policy = parseContentSecurityPolicy(`default-src 'self'; script-src 'nonce-${nonce}'`);
  expect(nonceOf(policy)).toBe(nonce);
});

test.each([
  ['another directive', `style-src 'nonce-${nonce}'`],
  ['fewer than 128 bits', `script-src 'nonce-abc'`],
  ['no quotes', `script-src nonce-${nonce}`],
])('a nonce in %s is none', (_what, header) => {
  expect(nonceOf(parseContentSecurityPolicy(header))).toBeNull();
});

test('every script tag of a page is found', () => {
  const html = '<script>1</script><SCRIPT src="/a.js"></SCRIPT><scripted><p>';
  expect(scriptTags(html)).toEqual(['<script>', '<SCRIPT src="/a.js">']);
});
