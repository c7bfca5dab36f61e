import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Access } from '@repo/auth/access';
import { createEmailToken } from '@repo/auth/email-token';
import { database } from '@repo/db/client';
import { useTestDatabase } from '@repo/db/testing';
import { fieldNames } from './lib/testing/hostile-input.ts';
import { shapeOf } from './lib/form-data/shape.ts';
import type { TestedAction } from './lib/testing/call-action.ts';
import { createDeadJob } from './lib/testing/create-dead-job.ts';
import { createWebhookEvent } from './lib/testing/create-webhook-event.ts';
import { createCast } from './lib/testing/create-cast.ts';
import { requireDefinition } from './lib/testing/refusal-problems.ts';
import { KEY_FIELD } from './result.ts';
import { createTestUser, expectLimited, fuzz, keyFor } from './testing.ts';

await useTestDatabase();

let cast: Awaited<ReturnType<typeof createCast>>;
beforeAll(async () => {
  cast = await createCast();
});

const root = new URL('.', import.meta.url);
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('actions.ts'),
);
const modules = await Promise.all(
  files.map(async (file) => (await import(new URL(file, root).href)) as Record<string, unknown>),
);
/** Each action, once for each kind of people that it lets in. */
const actions = modules
  .flatMap((module) => Object.values(module) as TestedAction[])
  .flatMap((action) => {
    const { id, access } = requireDefinition(action);
    return optionsOf(access).map((kind) => [id, kind.kind, action, kind] as const);
  });

function optionsOf(access: Access): readonly Access[] {
  return access.kind === 'anyOf' ? access.options.flatMap(optionsOf) : [access];
}

/** What a field of this name may hold: an action is found by its file, and gets a form that it accepts by names. */
async function examples(id: string): Promise<Record<string, string>> {
  const { id: row } = await rowFor(id);
  const purpose = id === 'account.resetPassword' ? 'reset' : 'sign-up';
  const reader = purpose === 'reset' ? (await createTestUser()).email : 'reader@example.test';
  const link = await database().transaction((tx) => createEmailToken(tx, purpose, reader));
  return {
    id: row,
    title: 'A post',
    slug: `slug-${crypto.randomUUID()}`,
    topic: 'news',
    summary: 'In short.',
    body: 'Text.',
    name: 'newcomer',
    orgName: 'Acme',
    email: `${crypto.randomUUID()}@example.test`,
    password: 'correct horse battery',
    token: link.token,
    next: '/',
    theme: 'dark',
  };
}

function rowFor(id: string): Promise<{ id: string }> {
  if (id.startsWith('jobs.')) return createDeadJob();
  if (id.startsWith('webhooks.')) return createWebhookEvent();
  return id.endsWith('User') ? Promise.resolve(cast.people.member as { id: string }) : cast.post();
}

/** Somebody whom the action lets in, where it is offered. */
function insider(access: Access) {
  if (access.kind === 'member') return { as: cast.people.owner, org: cast.org };
  if (access.kind === 'staff') return { as: cast.people['staff admin'], app: 'admin' } as const;
  return { as: access.kind === 'anyone' ? null : cast.people.member };
}

describe('whatever a client sends, it is answered in time, by a declared code, and changes nothing else', () => {
  test.each(actions)('%s as %s', { timeout: 120_000 }, async (id, _kind, action, access) => {
    const { input, idempotent } = requireDefinition(action);
    const known = await examples(id);
    const names = fieldNames(shapeOf(input));
    const example = Object.fromEntries(
      Object.entries(known).filter(([name]) => names.includes(name)),
    );
    if (idempotent) example[KEY_FIELD] = keyFor(id);
    const report = await fuzz(action, { ...insider(access), example, calls: 60 });
    const reached = id === 'account.signIn' ? 'WRONG_CREDENTIALS' : 'done';
    expect(Object.keys(report)).toEqual(expect.arrayContaining([reached, 'VALIDATION']));
  });
});

describe('one caller is limited, and nobody with them', () => {
  test.each(actions)('%s as %s', async (_id, _kind, action, access) => {
    const stranger = { ...insider(access), as: null };
    await expectLimited(action, {}, { ...stranger, max: 2 });
    await expectLimited(action, {}, { ...stranger, as: await createTestUser(), max: 2 });
  });
});
