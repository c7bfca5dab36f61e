/** @import { EditsByFile } from '../src/pack/apply-edits.mjs' */

/**
 * What changes in `packages/db` without the sample: pairs of what is found, and what takes its place (nothing by default).
 *
 * @type {EditsByFile}
 */
export const dataEdits = {
  'packages/db/package.json': [[/^ {4}"\.\/plans": .*\n/m]],
  'packages/db/src/exports.test.ts': [[/^ {4}'\.\/plans': .*\n/m]],
  'packages/db/src/testing.ts': [[/^export \{ seedDatabase \}.*\n\n/m]],
  'packages/db/src/schema.ts': [
    [/^.*'\.\/schema\/subscriptions\.ts'.*\n/m],
    [/^.*'\.\/schema\/posts\.ts'.*\n/m],
  ],
  'packages/db/src/seed.ts': [
    [/^import \{ PLANS \}.*\n/m],
    [/^ {4}\/\/ One team has paid(?:.*\n)+?^ {4}\}\);\n/m],
    [/^.*sample-posts\.ts.*\n/m],
    ['orgs, posts, subscriptions, users', 'orgs, users'],
    [', 33 people and 60 posts every', ' and 33 people every'],
    [/^ {4}await tx\.insert\(posts\)(?:.*\n)+?^ {4}\);\n/m],
  ],
  'packages/db/src/seed.test.ts': [
    [/^.*queries\/posts\.ts.*\n/m],
    ['orgs, posts, users', 'users'],
    [/^.*\$count\(posts\).*\n/gm],
    [/^test\('gives lists that need paging'(?:.*\n)+?^\}\);\n\n/m],
  ],
  'packages/db/src/schema.test.ts': [
    ['createOrg, createPost, createUser', 'createOrg, createUser'],
    ['orgs, posts, sessions', 'orgs, sessions'],
    [/^describe\('posts'(?:.*\n)+?^\}\);\n\n/m],
    [/^\n {2}test\('somebody who wrote posts(?:.*\n)+?^ {2}\}\);\n/m],
  ],
  'packages/db/src/migrate.test.ts': [[/^ +'(?:posts|subscriptions)',\n/gm]],
  'packages/db/src/client.test.ts': [
    ["'client', 'queries/posts', 'queries/public-posts', ", "'client', "],
    [", 'writes/posts']", ']'],
  ],
  'packages/db/src/violates.ts': [
    [': unique ones, and the trigger `posts_quota`'],
    [
      /^export type Constraint =\n(?:.*\n)*? +\| 'posts_quota';\n/m,
      "export type Constraint = 'users_email_unique' | 'orgs_slug_unique';\n",
    ],
  ],
  'packages/db/src/lib/testing/rows.ts': [
    ['orgs, posts, users', 'orgs, users'],
    [/^\n\/\*\* A draft of the org's author\.(?:.*\n)+?^\}\n/m],
  ],
  'packages/db/src/queries/audit.ts': [
    ['orgs, posts, users', 'orgs, users'],
    [/^ {4}db\.\$count\(posts,.*\n/gm],
    [/teams, published, hidden, done/g, 'teams, done'],
  ],
  'packages/db/src/queries/audit.test.ts': [
    ['createOrg, createPost, createUser', 'createOrg, createUser'],
    [/^ {2}await createPost\(.*\n/gm],
    [/^ {4}(?:published|hidden): 1,\n/gm],
    [
      '  const org = await createOrg();\n  await createUser({ disabledAt',
      '  await createOrg();\n  await createUser({ disabledAt',
    ],
  ],
  'packages/db/src/queries/figures.ts': [
    ['auditEvents, posts, users', 'auditEvents, users'],
    [/^ {2}posts: number;\n/m],
    ['Sign-ups, new posts and refused', 'Sign-ups and refused'],
    [' | typeof posts.createdAt'],
    [/^ {6}select .*'post' from.*\n {6}union all\n/m],
    [/^.*kind = 'post'.*\n/m],
  ],
  'packages/db/src/queries/figures.test.ts': [
    ['createOrg, createPost, createUser', 'createUser'],
    ['its sign-ups, posts and refusals', 'its sign-ups and refusals'],
    [/^ {2}(?:await createPost\(|const org = await createOrg).*\n/gm],
    [/^ {4}(?:signUps: signUps|posts: posts) \+ 1,\n/gm],
    ['    refusals: refusals + 1,', '    signUps: signUps + 1,\n    refusals: refusals + 1,'],
    [
      'const { signUps, posts, refusals } = before[1] ?? { signUps: 0, posts: 0, refusals: 0 };',
      'const { signUps, refusals } = before[1] ?? { signUps: 0, refusals: 0 };',
    ],
  ],
};
