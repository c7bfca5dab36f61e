import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { assert, expect, test } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import { definitionOf } from './define-action.ts';

const root = new URL('.', import.meta.url);
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.tsx?$/.test(file) && !/\.test\.|\.test-d\./.test(file),
);
const actionFiles = files.filter((file) => file.endsWith('actions.ts'));
const read = (file: string) => readFileSync(new URL(file, root), 'utf8');

test('the doors of the package', () => {
  expect(Object.keys(manifest.exports)).toMatchInlineSnapshot(`
    [
      "./define-action",
      "./define-webhook",
      "./result",
      "./body-limit",
      "./constraints",
      "./react",
      "./redact",
      "./idempotency-key",
      "./next",
      "./route",
      "./testing",
      "./account/actions",
      "./account/schema",
      "./account/shared/actions",
      "./http-exchange",
      "./jobs/actions",
      "./moderation/actions",
      "./statements.json",
      "./ports",
      "./posts/access",
      "./posts/actions",
      "./posts/schema",
      "./posts/shared/actions",
      "./posts/tags",
      "./preferences/actions",
      "./secret-name",
      "./webhooks/actions",
      "./webhooks/github",
      "./webhooks/refuse-replay",
      "./webhooks/standard",
      "./webhooks/stripe",
      "./locks/admin.json",
      "./locks/web.json",
    ]
  `);
});

test('every file of actions has a door of its own, and every door leads to a file', () => {
  const doors = Object.values(manifest.exports);
  expect(doors).toEqual(expect.arrayContaining(actionFiles.map((file) => `./src/${file}`)));
  const missing = doors.filter((door) => !existsSync(new URL(`../${door}`, root)));
  expect(missing).toEqual([]);
});

test('no action, and no access of one, changes unseen', async () => {
  const declared: Record<string, string> = {};
  for (const file of actionFiles) {
    const actions = (await import(new URL(file, root).href)) as Record<string, unknown>;
    for (const [name, action] of Object.entries(actions)) {
      const definition = definitionOf(action);
      assert(definition, `${name} is no action`);
      const { id, access, rateLimit, rateLimitAlso, idempotent } = definition;
      const guards = [access, rateLimit, rateLimitAlso, idempotent && { idempotent }]
        .filter(Boolean)
        .map((guard) => JSON.stringify(guard));
      declared[id] = [file, name, ...guards].join(' ');
    }
  }
  expect(declared).toMatchInlineSnapshot(`
    {
      "account.finishSignUp": "account/actions.ts finishSignUp {"kind":"anyone"} {"max":10,"window":"10 m","onOutage":"closed"}",
      "account.requestPasswordReset": "account/actions.ts requestPasswordReset {"kind":"anyone"} {"max":10,"window":"10 m","onOutage":"closed"} {"max":3,"window":"1 h","onOutage":"closed"}",
      "account.resetPassword": "account/actions.ts resetPassword {"kind":"anyone"} {"max":10,"window":"10 m","onOutage":"closed"}",
      "account.signIn": "account/shared/actions.ts signIn {"kind":"anyone"} {"max":10,"window":"1 m","onOutage":"closed"} {"max":30,"window":"15 m","onOutage":"closed"}",
      "account.signOut": "account/shared/actions.ts signOut {"kind":"anyone"} {"max":30,"window":"1 m"}",
      "account.signUp": "account/actions.ts signUp {"kind":"anyone"} {"max":10,"window":"10 m","onOutage":"closed"} {"max":3,"window":"1 h","onOutage":"closed"}",
      "jobs.retry": "jobs/actions.ts retryJob {"kind":"staff","role":"admin"} {"max":60,"window":"1 m"}",
      "moderation.disableUser": "moderation/actions.ts disableUser {"kind":"staff","role":"admin"} {"max":60,"window":"1 m"}",
      "moderation.enableUser": "moderation/actions.ts enableUser {"kind":"staff","role":"admin"} {"max":60,"window":"1 m"}",
      "moderation.hidePost": "moderation/actions.ts hidePost {"kind":"staff","role":"moderator"} {"max":60,"window":"1 m"}",
      "moderation.restorePost": "moderation/actions.ts restorePost {"kind":"staff","role":"moderator"} {"max":60,"window":"1 m"}",
      "posts.create": "posts/actions.ts createPost {"kind":"member","role":"author"} {"max":10,"window":"1 m"} {"idempotent":true}",
      "posts.delete": "posts/actions.ts deletePost {"kind":"member","role":"author"} {"max":30,"window":"1 m"}",
      "posts.edit": "posts/actions.ts editPost {"kind":"member","role":"author"} {"max":30,"window":"1 m"}",
      "posts.publish": "posts/actions.ts publishPost {"kind":"member","role":"author"} {"max":30,"window":"1 m"}",
      "posts.unpublish": "posts/shared/actions.ts unpublishPost {"kind":"anyOf","options":[{"kind":"member","role":"author"},{"kind":"staff","role":"moderator"}]} {"max":30,"window":"1 m"}",
      "preferences.setTheme": "preferences/actions.ts setTheme {"kind":"anyone"} {"max":60,"window":"1 m"}",
      "webhooks.replay": "webhooks/actions.ts replayWebhookEvent {"kind":"staff","role":"admin"} {"max":60,"window":"1 m"}",
    }
  `);
});

test('what is no action has no definition', () => {
  for (const other of [() => {}, {}, null, 'x']) expect(definitionOf(other)).toBeNull();
});

test('the engine knows Next in two folders only', () => {
  const imports = files.filter((file) => /from 'next\//.test(read(file)));
  expect(imports.every((file) => /^lib\/(next|react)\//.test(file))).toBe(true);
  expect(imports.length).toBeGreaterThan(0);
});

test('every file of actions says that it runs on the server', () => {
  for (const file of actionFiles) expect(read(file)).toMatch(/^'use server';\n/);
});

test.each(actionFiles)(
  '%s is imported in plain Node without environment or connection',
  { timeout: 60_000 },
  (file) => {
    const source = `
    import { definitionOf } from ${JSON.stringify(new URL('define-action.ts', root).href)};
    import net from 'node:net';
    net.Socket.prototype.connect = () => { throw new Error('a connection was opened'); };
    process.env = new Proxy({}, {
      get: (_, name) => {
        if (String(name).match(/DATABASE|SECRET|_URL|PROXIES|LOG_LEVEL/)) throw new Error('read ' + String(name));
      },
    });
    const actions = await import(${JSON.stringify(new URL(file, root).href)});
    process.stdout.write(Object.values(actions).map((action) => definitionOf(action).id).join(' '));
    process.stdout.write(' ' + process.getActiveResourcesInfo().filter((name) => /TCP/.test(name)).length);
  `;
    const node = process.execPath;
    const printed = execFileSync(node, ['--input-type=module', '--eval', source], {
      env: {},
      cwd: fileURLToPath(root),
      encoding: 'utf8',
    });
    expect(printed).toMatch(/^[a-z]+\.[a-zA-Z]+( [a-z]+\.[a-zA-Z]+)* 0$/);
  },
);
