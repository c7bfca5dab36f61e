import { expect, expectAccessible, test } from '../../src/fixtures.ts';

test.fail('fails: console.error', { tag: '@js-only' }, async ({ site }) => {
  await site.goto('/console-error');
});

test.fail('fails: an uncaught exception', { tag: '@js-only' }, async ({ site }) => {
  await site.goto('/exception');
});

test.fail('fails: a violation of the content security policy', async ({ site }) => {
  await site.goto('/violation');
});

test.fail('fails: an error in the tab of somebody else', async ({ somebodyElse }) => {
  const other = await somebodyElse();
  await other.goto('/violation');
});

test.fail('fails: a picture without a text', async ({ site }) => {
  await site.goto('/inaccessible');
  await expectAccessible(site.page);
});

test('passes: an error that the test allows', async ({ site, allowErrors }) => {
  allowErrors(/Content Security Policy/);
  await site.goto('/violation');
});

test('passes: an accessible page', async ({ site }) => {
  await site.goto('/sign-in');
  await expectAccessible(site.page);
});

test('passes: the app sees the address of the test, from every tab', async ({
  site,
  somebodyElse,
  ip,
}) => {
  expect(await (await site.goto('/ip')).text()).toBe(ip);
  expect(await (await (await somebodyElse('admin')).goto('/ip')).text()).toBe(ip);
  expect(ip).toMatch(/^10\./);
});

test('passes: JavaScript runs in js only', async ({ site, hasJs }, { project }) => {
  expect(hasJs).toBe(project.name === 'js');
  await site.goto('/scripted');
  await expect(site.page.locator('p')).toHaveText(hasJs ? 'on' : 'off');
});

test('passes: runs without JavaScript only', { tag: '@no-js-only' }, ({ hasJs }) => {
  expect(hasJs).toBe(false);
});
