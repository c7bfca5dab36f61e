import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { webhookOf } from '../define-webhook.ts';
import { allWebhooks, hasEffect } from './effects.ts';

test('a worker knows every sender that is declared here', async () => {
  const files = readdirSync(import.meta.dirname).filter((file) => !/test|actions/.test(file));
  const modules = await Promise.all(
    files.map(
      async (file) =>
        (await import(new URL(file, import.meta.url).href)) as Record<string, unknown>,
    ),
  );
  const declared = modules.flatMap((module) => Object.values(module)).map(webhookOf);
  const names = new Set(declared.flatMap((one) => one?.provider ?? []));
  expect(names.size).toBeGreaterThan(2);
  expect(new Set(allWebhooks.map(({ provider }) => provider))).toEqual(names);
});

test('what is not declared, and what has no apply, has no effect', () => {
  expect(hasEffect({ provider: 'github', type: 'push' })).toBe(false);
  expect(hasEffect({ provider: 'stranger', type: 'push' })).toBe(false);
});
