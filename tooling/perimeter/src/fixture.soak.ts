import { randomBytes } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { buildFixture, fixture, perimeter, POSTS, write, writeFixture } from './fixture-app.ts';
import type { Finding } from './lib/finding.ts';
import { printLock, type Lock } from './lib/lock.ts';
import { readLock } from './lib/locks.ts';
import { checkPerimeter } from './lib/perimeter.ts';

const key = randomBytes(32).toString('base64');
const unbuilt = { code: 0, output: '' };
const lockFile = 'packages/actions/locks/shop.json';

beforeAll(async () => {
  writeFixture();
  Object.assign(unbuilt, await perimeter(['check']));
  await buildFixture(key);
}, 300_000);
afterAll(() => rmSync(fixture, { recursive: true, force: true }));

async function findings(...flags: string[]): Promise<string[]> {
  const { output } = await perimeter(['check', '--json', ...flags]);
  const report = JSON.parse(output) as { findings: Finding[] };
  return report.findings.map(({ code, subject, property }) =>
    [code, subject, property].filter(Boolean).join(' | '),
  );
}

test('an app without a production build is told, with the remedy', () => {
  expect(unbuilt.code).toBe(3);
  expect(unbuilt.output).toMatch(
    /NO_BUILD +shop +apps\/shop has no production build\.\n.*\n\n.*`pnpm build`/,
  );
});

test('a command that is not there is answered with those that are', async () => {
  const { code, output } = await perimeter(['look']);
  expect({ code, isUsage: output.includes('pnpm perimeter check') }).toEqual({
    code: 3,
    isUsage: true,
  });
});

test('in a real build, each function that no lock may hold is found and named', async () => {
  expect(await findings()).toEqual([
    'INLINE_ACTION | apps/shop/app/(team)/team/page.js $$RSC_SERVER_ACTION_0',
    'INCOMPLETE | apps/shop/app/members/actions.js forgotten',
    'RAW_EXPORT | apps/shop/app/members/actions.js raw',
    'UNREADABLE | /twice',
    'ACCESS_NOT_EXPOSED | members.leave',
    'DUPLICATE_ID | members.leave',
    'NO_LOCK | shop',
  ]);
  expect((await perimeter(['check'])).code).toBe(2);
});

test('one import exposes a whole file, and the pages that carry it are named', async () => {
  const { output } = await perimeter(['check']);
  expect(output).toContain(
    'apps/shop/app/members/actions.js exports raw without `defineAction`, carried by /team.',
  );
});

test('errors are not locked', async () => {
  const { code, output } = await perimeter(['lock']);
  expect({ code, isWritten: existsSync(join(fixture, lockFile)) }).toEqual({
    code: 2,
    isWritten: false,
  });
  expect(output).toContain('No lock was written');
});

test('the table shows what each action asks for, and the handlers that accept writes', async () => {
  const { output } = await perimeter([]);
  expect(output).toMatch(/posts\.create +staff\(admin\) +10 per 1 m +yes +[\w-]{8} +createPost\n/);
  expect(output).toContain('POST /hook  runs no action\n');
  expect(output).toMatch(/POST \/signed +takes what is signed by partner \(partner-v1\)\n?/);
  expect(output).toContain('POST PUT PATCH DELETE /form  runs no action\n');
  expect(output).not.toContain('/news');
  expect(output).not.toContain('robots');
});

describe('what a source says now is compared with the lock, without another build', () => {
  const actions = 'apps/shop/app/posts/actions.js';
  const ofPosts = async () => (await findings()).filter((line) => line.includes('posts.'));
  beforeAll(async () => {
    const { output } = await perimeter(['--json']);
    const { apps } = JSON.parse(output) as { apps: [Lock] };
    const good = apps[0].actions.filter(({ id }) => id === 'posts.create');
    write(lockFile, printLock({ ...apps[0], actions: good }));
  });
  afterEach(() => write(actions, POSTS));

  test('what an import of its neighbour exposes is new, and said once', async () => {
    const ofMembers = (await findings()).filter((line) => line.startsWith('NEW'));
    expect(ofMembers).toEqual(['NEW | members.archive']);
    expect((await perimeter(['check'])).output).toContain(
      'members.archive (apps/shop/app/members/actions.js archive) can be called in shop now, by staff(admin), carried by /team.',
    );
  });

  test('a lock that says more than was found is told, when nothing else is', async () => {
    const lock = readLock(fixture, 'shop', null);
    if (!lock) throw new Error('no lock');
    const app = { name: 'shop', folder: 'apps/shop' };
    const reading = { app, found: lock, problems: [], pages: new Map<string, string[]>() };
    const codes = () => checkPerimeter(fixture, [reading], null).map(({ code }) => code);
    expect(codes()).toEqual([]);
    write(lockFile, JSON.stringify({ ...lock, reviewed: true }));
    expect(codes()).toEqual(['CHANGED']);
    write(lockFile, printLock({ ...lock, handlers: [...lock.handlers, ...lock.handlers] }));
    expect(codes()).toEqual(['CHANGED']);
    write(lockFile, printLock(lock));
  });

  test('the unchanged one is in step', async () => {
    expect(await ofPosts()).toEqual([]);
  });

  test.each([
    ['staff to anyone', `{ kind: 'staff', role: 'admin' }`, `{ kind: 'anyone' }`, 'access'],
    ['10 to 1,000 a minute', 'max: 10', 'max: 1_000', 'rateLimit'],
    [
      '10 to 1,000 in production only',
      'max: 10',
      `max: process.env.NODE_ENV === 'production' ? 1_000 : 10`,
      'rateLimit',
    ],
    ['authorize removed', '  authorize: () => true,\n', '', 'authorize'],
    ["a field's maximum dropped", '.max(200)', '', 'title.maxLength'],
  ])('%s is named', async (_what, from, to, property) => {
    write(actions, POSTS.replace(from, to));
    const weaker = (await ofPosts()).filter((line) => line.startsWith('WEAKER'));
    expect(weaker).toEqual([`WEAKER | posts.create | ${property}`]);
  });

  test('an export that is gone since the build is told', async () => {
    write(actions, POSTS.replace('createPost', 'makePost'));
    expect(await findings()).toContain(`UNREADABLE | ${actions} createPost`);
    expect((await perimeter(['check'])).output).toContain('the build is older than the source');
  });
});

test('in production, the key has to be set, valid, and that of the build; no message shows it', async () => {
  const inProduction = async (given: string) => {
    const environment = { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: given };
    const { output } = await perimeter(['check', '--production'], environment);
    expect([key, given].filter((secret) => secret && output.includes(secret))).toEqual([]);
    return output.match(/NO_KEY|BAD_KEY/)?.[0];
  };
  const keys = ['', 'too short', randomBytes(32).toString('base64'), key];
  const problems = [];
  for (const given of keys) problems.push(await inProduction(given));
  expect(problems).toEqual(['NO_KEY', 'BAD_KEY', 'BAD_KEY', undefined]);
});
