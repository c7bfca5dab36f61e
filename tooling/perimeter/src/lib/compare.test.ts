import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compare } from './compare.ts';
import type { Finding } from './finding.ts';
import { parseLock, printLock, type Lock, type LockedAction } from './lock.ts';

const read = (app: string) =>
  readFileSync(new URL(`../../../../packages/actions/locks/${app}.json`, import.meta.url), 'utf8');
const web = parseLock(read('web'));
const admin = parseLock(read('admin'));

/** What the lock would say had the sources been changed so. */
function changedAction(lock: Lock, id: string, change: (action: LockedAction) => object): Lock {
  const actions = lock.actions.map((action) =>
    action.id === id ? { ...action, ...change(action) } : action,
  );
  return { ...lock, actions };
}

const told = (findings: Finding[]) =>
  findings.map(({ code, subject, property, before, after }) =>
    [code, subject, property, before, after].filter(Boolean).join(' | '),
  );
const happened = (findings: Finding[]) => findings.map((finding) => finding.happened);

test('what is as its lock says is in step', () => {
  expect(compare(web, structuredClone(web))).toEqual([]);
  expect(compare(admin, structuredClone(admin))).toEqual([]);
});

describe('on the locks of this repository, each makes the check fail and is named', () => {
  test('staff to anyone', () => {
    const now = changedAction(admin, 'moderation.hidePost', () => ({ access: 'anyone' }));
    expect(told(compare(admin, now))).toEqual([
      'WEAKER | moderation.hidePost | access | staff(moderator) | anyone',
    ]);
  });

  test('10 to 1,000 a minute', () => {
    const now = changedAction(web, 'posts.create', () => ({
      rateLimit: { max: 1000, window: '1 m', onOutage: 'open' },
    }));
    expect(told(compare(web, now))).toEqual([
      'WEAKER | posts.create | rateLimit | 10 per 1 m | 1000 per 1 m',
    ]);
  });

  test('authorize removed', () => {
    const now = changedAction(web, 'posts.delete', () => ({ authorize: false }));
    expect(told(compare(web, now))).toEqual(['WEAKER | posts.delete | authorize | yes | no']);
  });

  test("a field's maximum dropped", () => {
    const now = changedAction(web, 'posts.create', ({ fields }) => {
      const { maxLength: _dropped, ...title } = fields.title ?? { type: '' };
      return { input: 'sha256-other', fields: { ...fields, title } };
    });
    expect(told(compare(web, now))).toEqual([
      'WEAKER | posts.create | title.maxLength | 200 | none',
    ]);
  });

  test('an admin action imported in web', () => {
    const stray = admin.actions.find(({ id }) => id === 'moderation.hidePost') as LockedAction;
    const now = { ...web, actions: [...web.actions, stray] };
    const [finding] = compare(web, now, () => ['/o/[org]', '/o/[org]/posts']);
    expect(finding).toMatchObject({ code: 'NEW', subject: 'moderation.hidePost' });
    expect(finding?.happened).toContain('by staff(moderator), carried by /o/[org] and 1 more.');
  });

  test('an action that is gone', () => {
    const now = { ...web, actions: web.actions.filter(({ id }) => id !== 'posts.edit') };
    expect(happened(compare(web, now))).toEqual([
      'posts.edit (packages/actions/src/posts/actions.ts) can no longer be called in web.',
    ]);
  });

  test('an action that has moved', () => {
    const now = changedAction(web, 'posts.edit', () => ({
      file: 'packages/actions/src/posts/edit/actions.ts',
    }));
    expect(told(compare(web, now))[0]).toMatch(/^MOVED \| posts.edit/);
    expect(happened(compare(web, now))[0]).toContain('open tabs will break');
  });

  test('an action with another name of its export', () => {
    const now = changedAction(web, 'posts.edit', () => ({ export: 'changePost' }));
    expect(told(compare(web, now))).toEqual(['MOVED | posts.edit | editPost | changePost']);
  });

  test('a kind of access that the app may expose from now on', () => {
    const now = { ...web, exposes: [...web.exposes, 'staff'] };
    expect(told(compare(web, now))[0]).toMatch(/^WEAKER \| app web \| exposes/);
    expect(told(compare(now, web))[0]).toMatch(/^CHANGED \| app web \| exposes/);
  });

  test('roles in another order', () => {
    const now = { ...web, roles: { ...web.roles, member: ['author', 'member', 'owner'] } };
    expect(told(compare(web, now))).toEqual([
      'WEAKER | roles of member | order | member, author, owner | author, member, owner',
    ]);
    const more = {
      ...web,
      roles: { ...web.roles, member: ['member', 'author', 'editor', 'owner'] },
    };
    expect(told(compare(web, more))[0]).toMatch(/^CHANGED \| roles of member/);
  });
});

test('nothing hides behind a new id, or a move', () => {
  const weaker = { access: 'anyone' };
  const renamed = changedAction(web, 'posts.create', () => ({ ...weaker, id: 'posts.write' }));
  expect(told(compare(web, renamed))).toEqual([
    'CHANGED | posts.write | id | posts.create | posts.write',
    'WEAKER | posts.write | access | member(author) | anyone',
  ]);
  const moved = changedAction(web, 'posts.create', () => ({ ...weaker, export: 'writePost' }));
  expect(told(compare(web, moved)).map((line) => line.split(' ')[0])).toEqual(['MOVED', 'WEAKER']);
});

describe('route handlers, method by method', () => {
  const path = '/api/o/[org]/posts/[id]/publication';
  const withHandlers = (handlers: Lock['handlers']): Lock => ({ ...web, handlers });
  const now = (change: object) =>
    withHandlers(
      web.handlers.map((one) => (one.methods.includes('PUT') ? { ...one, ...change } : one)),
    );

  test('a handler that runs its action no longer is weaker', () => {
    expect(told(compare(web, now({ action: null })))).toEqual([
      `WEAKER | PUT ${path} | action | posts.publish | none`,
    ]);
    expect(told(compare(now({ action: null }), web))[0]).toMatch(/^CHANGED/);
  });

  test('one more method is new, a missing one is removed', () => {
    const more = now({ methods: ['PATCH', 'PUT'] });
    expect(told(compare(web, more))).toEqual([`NEW | PATCH ${path} | runs posts.publish`]);
    expect(told(compare(more, web))).toEqual([`REMOVED | PATCH ${path} | runs posts.publish`]);
  });

  test('a webhook that is signed in another way, or no longer, is weaker; a new one says who signs', () => {
    const path = '/api/webhooks/github';
    const signed = (verify: string): Lock['handlers'][number] => {
      const webhook = { provider: 'github', verify };
      return { path, methods: ['POST'], file: 'route.ts', action: null, webhook };
    };
    const before = withHandlers([signed('github-sha256')]);
    const { webhook: _gone, ...bare } = signed('github-sha256');
    expect(told(compare(before, withHandlers([signed('github-sha1')])))).toEqual([
      `WEAKER | POST ${path} | webhook | github (github-sha256) | github (github-sha1)`,
    ]);
    expect(told(compare(before, withHandlers([bare])))).toEqual([
      `WEAKER | POST ${path} | webhook | github (github-sha256) | none`,
    ]);
    expect(happened(compare(withHandlers([]), before))).toEqual([
      `POST ${path} (route.ts) is answered in web now, and takes what is signed by github (github-sha256).`,
    ]);
  });

  test('a handler without an action says that nothing guards it', () => {
    const raw = { path: '/api/hook', methods: ['POST'], file: 'route.ts', action: null };
    const [finding] = compare(web, withHandlers([...web.handlers, raw]));
    expect(finding?.why).toContain('No action guards it');
  });

  test('another file for the same address is a change', () => {
    expect(told(compare(web, now({ file: 'elsewhere/route.ts' })))[0]).toMatch(/^CHANGED/);
  });
});

test('a lock is written and read back without a difference, a property a line', () => {
  expect(printLock(parseLock(read('web')))).toBe(read('web'));
  expect(read('web')).toContain('\n      "access": "member(author)",\n');
  expect(read('web')).toMatch(/\n {8}"title": \{ "type": "string", .*"maxLength": 200 \},\n/);
  expect(() => parseLock('<<<<<<< HEAD')).toThrow('not valid JSON');
  expect(() => parseLock('{"version":2}')).toThrow('no lock of version 1');
});
