/** @import { EditsByFile } from '../src/pack/apply-edits.mjs' */

/**
 * What changes in `packages/actions` without the sample: pairs of what is found, and what takes its place (nothing by default).
 *
 * @type {EditsByFile}
 */
export const actionEdits = {
  'packages/actions/package.json': [
    [/^ {4}"\.\/(?:posts\/.*|statements\.json)": .*\n/gm],
    [
      '    "./preferences/actions"',
      '    "./profile/actions": "./src/profile/actions.ts",\n    "./profile/schema": "./src/profile/schema.ts",\n    "./preferences/actions"',
    ],
  ],
  'packages/actions/src/define-action.test.ts': [
    [/^ +"\.\/(?:posts\/.*|statements\.json)",\n/gm],
    [/^ +"(?:posts\.\w+|moderation\.(?:hide|restore)Post)": .*\n/gm],
    [
      '      "./preferences/actions",',
      '      "./profile/actions",\n      "./profile/schema",\n      "./preferences/actions",',
    ],
    [
      /^( +"preferences\.setTheme": .*\n)/m,
      '      "preferences.setTheme": "preferences/actions.ts setTheme {"kind":"anyone"} {"max":60,"window":"1 m"}",\n      "profile.rename": "profile/actions.ts renameProfile {"kind":"authenticated"} {"max":30,"window":"1 m"}",\n',
    ],
  ],
  'packages/actions/src/moderation/actions.ts': [
    [/^import .*(?:queries|writes|\.\.)\/posts.*\n/gm],
    ['defineAction, tag }', 'defineAction }'],
    [/^\/\*\* Takes a post off(?:.*\n)+?(?=\/\*\* Locks a person)/m],
  ],
  'packages/actions/src/moderation/actions.test.ts': [
    [/^import .*(?:queries|\.\.)\/posts.*\n/gm],
    ['enableUser, hidePost, restorePost }', 'enableUser }'],
    [/^test\('hides a post(?:.*\n)+?(?=test\('a person who is disabled)/m],
    [
      '[hidePost, restorePost, disableUser, enableUser, unpublishPost]',
      '[disableUser, enableUser]',
    ],
  ],
  'packages/actions/src/constraints.test.ts': [
    [/^import .*posts\/schema.*\n/m],
    [/^ {2}const topic = (?:.*\n){4}/m],
    [/createPostSchema/g, 'signUpSchema'],
  ],
  'packages/actions/src/documented.test.ts': [
    [' createTestPost', ''],
    [/^ +"\.\/statements\.json": "",\n/m],
  ],
  'packages/actions/src/testing.ts': [[/^ {2}createTestPost,\n/m]],
  'packages/actions/src/lib/testing/create-people.ts': [
    [/^import \{ PLANS.*\n/m],
    ['orgs, posts, subscriptions, users', 'orgs, users'],
    [' Give a larger plan where it needs many posts.'],
    ["{ plan = 'free' }: { plan?: Plan } = {}"],
    ['const org = one(await database().insert(orgs)', 'return one(await database().insert(orgs)'],
    [/^ {2}if \(plan === 'free'\)(?:.*\n)+?^ {2}return org;\n/m],
    [/^\n\/\*\* A draft of this author(?:.*\n)+?^\}\n/m],
  ],
  'packages/actions/src/lib/testing/create-cast.ts': [
    ['createTestOrg, createTestPost, createTestUser', 'createTestOrg, createTestUser'],
    [/^ {4}\/\*\* A post of `author`(?:.*\n)+?.*otherPost.*\n/m],
    [
      /^ {2}const \[org, otherOrg\] = \[(?:.*\n)+?^ {2}\];\n/m,
      '  const [org, otherOrg] = [await createTestOrg(), await createTestOrg()];\n',
    ],
  ],
  'packages/actions/src/every-action.test.ts': [
    [
      /^ {2}return id\.endsWith\('User'\).*\n/m,
      "  const { id: person = '' } = id.endsWith('User') ? (cast.people.member as { id: string }) : {};\n  return Promise.resolve({ id: person || crypto.randomUUID() });\n",
    ],
  ],
  'packages/actions/src/callers.test.ts': [
    [/^import .*\.\/posts\/.*\n/gm],
    [/^import \{ database \}.*\n/m],
    ['import { memberships, type auditEvents }', 'import type { auditEvents }'],
    ['expectRefused, formData, type', 'expectRefused, type'],
    [
      'import { replayWebhookEvent }',
      "import { renameProfile } from './profile/actions.ts';\nimport { replayWebhookEvent }",
    ],
    ['enableUser, hidePost, restorePost }', 'enableUser }'],
    [
      /^const writers: Table(?:.*\n)+?^const editors.*\n/m,
      "const somebody: Table = {\n  ...(Object.fromEntries(Object.keys(nobody).map((caller) => [caller, 'done'])) as Table),\n  anonymous: 'UNAUTHENTICATED',\n  'disabled author': 'UNAUTHENTICATED',\n  'disabled staff': 'UNAUTHENTICATED',\n};\n",
    ],
    [/^const text = .*\n/m],
    [/^const published = .*\n/m],
    [
      /^ {2}\['posts\.create'(?:.*\n)+?(?= {2}\[\n {4}'moderation\.disableUser')/m,
      "  ['profile.rename', somebody, somebody, renameProfile, async () => ({ name: slug() })],\n",
    ],
    [/typeof createPost/g, 'typeof renameProfile'],
    [/^\ndescribe\("another org's post(?:.*\n)+/m],
  ],
  'packages/actions/src/webhooks/stripe.ts': [
    [/^import .*apply-subscription.*\n/m],
    [
      /^ {2}events: SUBSCRIPTION_EVENTS,\n {2}apply: .*\n/m,
      "  events: ['customer.subscription.updated', 'customer.subscription.deleted'],\n",
    ],
    [
      "What Stripe tells of subscriptions decides an org's plan; the rest is recorded.",
      'What Stripe tells is recorded: `apply` would give it an effect.',
    ],
  ],
  'packages/actions/src/lib/webhooks/send-sample.ts': [['export const SAMPLES', 'const SAMPLES']],
};
