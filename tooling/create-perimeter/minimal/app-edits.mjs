/** @import { EditsByFile } from '../src/pack/apply-edits.mjs' */

/**
 * What changes in the apps and what they share without the sample: pairs of what is found, and what takes its place (nothing by default).
 *
 * @type {EditsByFile}
 */
export const appEdits = {
  'packages/next/package.json': [[/^ {4}"\.\/(?:post-status-badge|posts-filter)": .*\n/gm]],
  'packages/next/README.md': [[/`\.\/posts-filter`, |`\.\/post-status-badge`, /g]],
  'apps/web/package.json': [[/,\n {4}"soak": .*(?=\n)/]],
  'apps/web/src/shell/org-shell.tsx': [
    [
      /^ {2}const nav = \[(?:.*\n)+?^ {2}\];\n/m,
      "  const nav = [{ href: `/o/${org}`, label: 'Overview' }];\n",
    ],
  ],
  'apps/web/src/shell/public-shell.tsx': [["'Your posts'", "'Your team'"]],
  'apps/web/src/features/account/finish-sign-up-form.tsx': [
    [/^ +description="Your posts appear.*\n/m],
  ],
  'apps/web/src/app/page.tsx': [
    ['Write together. Publish when it is ready.', 'Say here what it is for.'],
    [
      /A small publishing product for teams: real(?:.*\n)+?(?= *<\/p>)/,
      'Accounts and teams are there, and every mutation is declared, guarded and listed.\n',
    ],
  ],
  'apps/web/src/app/layout.tsx': [
    ['A small publishing product for teams.', 'Accounts, teams, and a place to begin.'],
  ],
  'apps/web/src/features/landing/promises.tsx': [
    [/^ {2}\{\n {4}icon: IconEye,(?:.*\n)+?^ {2}\},\n/m],
    ['IconEye, '],
  ],
  'apps/web/e2e/shared.spec.ts': [
    [/^ {4}\{ path: '\/(?:p\/|o\/northwind\/).*\n/gm],
    ["guarded: '/o/northwind/posts'", "guarded: '/o/northwind'"],
    [
      "failureSpecs({ path: '/p/northwind', route: '/p/[org]' });",
      "failureSpecs({\n  path: '/o/northwind',\n  route: '/o/[org]',\n  cookie: 'perimeter_session',\n});",
    ],
  ],
  'apps/web/e2e/account.spec.ts': [
    [/^\ntest\('a session that ended while somebody typed(?:.*\n)+?^\}\);\n/m],
    ['/o/northwind/posts?status=draft', '/o/northwind?tab=1'],
    ['\\/o\\/northwind\\/posts', '\\/o\\/northwind\\?tab=1'],
  ],
  'apps/admin/src/shell/office-shell.tsx': [[/^.*href: '\/posts'.*\n/m], [/\bIconDocument,\s+/]],
  'apps/admin/src/app/(office)/page.tsx': [
    [/^ {10}<Stat\n {12}label="Published posts"(?:.*\n)+?^ {10}\/>\n/m],
  ],
  'apps/admin/src/features/overview/daily-charts.tsx': [
    [/^.*key: 'posts'.*\n/m],
    [/Sign-ups, posts and refusals/, 'Sign-ups and refusals'],
    ['Sign-ups, new posts and refused', 'Sign-ups and refused'],
    ['sm:grid-cols-3', 'sm:grid-cols-2'],
  ],
  'apps/admin/src/features/audit/subject-link.tsx': [
    [/^.*label: 'Post'.*\n/m],
    ['/^account\\.|User$/', '/^(?:account|profile)\\.|User$/'],
  ],
  'apps/admin/e2e/shared.spec.ts': [[/^.*path: '\/posts'.*\n/m]],
  'apps/admin/e2e/access.spec.ts': [
    ["'/posts', "],
    [/^ {4}'\/posts\/1',\n(?= {4}'\/no)/m],
    [
      /\[\n {4}'\/users\/1',\n {4}`\/users\/\$\{nobody\}`,(?:\n.*\/posts\/.*){2}\n {4}(.*),\n {2}\]/,
      "['/users/1', `/users/${nobody}`, `/webhooks/${nobody}`]",
    ],
    ['a person, a post or an event', 'a person or an event'],
  ],
  'apps/admin/e2e/steps/find.ts': [
    ["'/users' | '/posts'", "'/users'"],
    [
      /^ {2}await expect\(\n {4}page\.getByRole\('link', \{ name: list.*\n.*\n/m,
      "  await expect(page.getByRole('link', { name: 'People' })).toHaveCount(2);\n",
    ],
  ],
  'apps/web/src/org-visit.ts': [
    [/^\/\*\*\n \* The same for a page with a long form(?:.*\n)+?^\}\n\n/m],
    [/^import .*(?:METHOD_HEADER|next\/headers).*\n/gm],
  ],
  // The guides tell of the kit's own tables: here of those that are left.
  'docs/guides/add-an-action.md': [
    [/^import \{ postsOf \}.*\n/m],
    ['tag(postsOf(session.org.slug))', 'tag(`org:${session.org.slug}`)'],
  ],
  'docs/guides/test-it.md': [['`posts-of:${org.slug}`', '`org:${org.slug}`']],
  'docs/guides/do-it-later.md': [
    [/touchPosts/g, 'tidyName'],
    ['Marks all posts of an org as changed.', 'Tidies the name of an org.'],
    ['all its posts are marked as changed', 'its name is tidied up'],
    ['import { posts }', 'import { orgs }'],
    ['.update(posts)', '.update(orgs)'],
    ['updatedAt: sql`now()`', 'name: sql`btrim(${orgs.name})`'],
    ['eq(posts.orgId, input.orgId)', 'eq(orgs.id, input.orgId)'],
    ['an org without posts is fine', 'a tidy name stays'],
  ],
  'docs/guides/send-a-mail.md': [
    [/touchPosts/g, 'tidyName'],
    [/^import \{ postsOf \}.*$/m, "import { defineAction, tag } from '../define-action.ts';"],
  ],
  'apps/web/e2e/webhooks.spec.ts': [
    [/^import postgres from 'postgres';\n/m],
    [/^ {2}test\('what has an effect is kept together(?:.*\n)+?^ {2}\}\);\n\n/m],
  ],
  'knip.json': [
    [
      /(?<="src\/app\/dev\/.*\n +"ignoreDependencies": )\["@node-rs.*\]/,
      '[\n        "@node-rs/argon2",\n        "@redis/client",\n        "pg-boss",\n        "pino",\n        "postgres",\n        "tailwindcss"\n      ]',
    ],
  ],
  'SECURITY.md': [[/ `apps\/web\/e2e\/attacks\.spec\.ts` and .*\./]],
};
