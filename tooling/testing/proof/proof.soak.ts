import { afterEach, expect, test } from 'vitest';
import { startDemo } from './demo-app.ts';
import { runPlaywright } from './run-playwright.ts';

let stop = () => {};
afterEach(() => stop());

test('fixtures fail a test for what its pages did wrong, and for nothing else', async () => {
  const demo = await startDemo();
  stop = () => demo.stop();
  const ended = await runPlaywright('fixtures.spec.ts', demo.url);
  expect(Object.keys(ended)).toHaveLength(17);
  for (const [title, how] of Object.entries(ended))
    expect(`${title} ${how}`).toBe(`${title} ${title.includes('passes:') ? 'passed' : 'failed'}`);
});

test('the shared specs accept an app that keeps to the contract', async () => {
  const demo = await startDemo();
  stop = () => demo.stop();
  const ended = await runPlaywright('shared.spec.ts', demo.url);
  expect(Object.keys(ended)).toHaveLength(13);
  expect(new Set(Object.values(ended))).toEqual(new Set(['passed']));
});

test('the shared specs find an app that does not', async () => {
  const demo = await startDemo([
    'echoes the password',
    'is down',
    'reuses the nonce',
    'stays open',
  ]);
  stop = () => demo.stop();
  const ended = await runPlaywright('shared.spec.ts', demo.url, ['--project', 'js']);
  const failed = Object.keys(ended).filter((title) => ended[title] === 'failed');
  expect(failed.toSorted()).toEqual([
    'js: / as anonymous has all of them, and a nonce of its own',
    'js: /healthz answers 200 with JSON that no cache keeps',
    'js: /home as author has all of them, and a nonce of its own',
    'js: /icon.svgx as anonymous has all of them, and a nonce of its own',
    'js: a wrong password says so, keeps the email and is never sent back',
    'js: signing out shows at once and closes what was open',
  ]);
});
