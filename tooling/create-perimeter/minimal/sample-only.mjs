/**
 * The sample domain, and proofs that are carried out on it: goes with `--minimal`. A path that ends in `/` is a folder.
 *
 * @type {(string | RegExp)[]}
 */
export const SAMPLE_ONLY = [
  'packages/actions/src/posts/',
  'packages/db/src/queries/posts.ts',
  'packages/db/src/queries/public-posts.ts',
  'packages/db/src/schema/posts.ts',
  'packages/db/src/lib/slug.ts',
  'packages/db/src/seed/sample-posts.ts',
  'packages/db/src/writes/posts.ts',
  /^packages\/db\/src\/(?:queries|writes)\/(?:public-)?posts\.test\.ts$/,
  'packages/next/src/post-status-badge.tsx',
  'packages/next/src/posts-filter.tsx',
  'apps/admin/src/app/(office)/posts/',
  'apps/admin/src/features/posts/',
  'apps/web/src/app/api/o/',
  'apps/web/src/app/o/[org]/posts/',
  'apps/web/src/app/p/',
  'apps/web/src/features/posts/',
  'apps/web/src/features/public/',
  /^packages\/actions\/src\/(?:bad-input|bound|route|statements)\.test\.ts$/,
  'packages/actions/src/playbook-form.test.tsx',
  'packages/actions/src/statements.json',
  'tooling/perimeter/src/lib/compare.test.ts',
  'apps/web/soak/',
  'apps/web/vitest.soak.config.ts',
  /^apps\/admin\/e2e\/(?:audit|pages|perimeter|posts|two-processes)\.spec\.ts$/,
  /^apps\/admin\/e2e\/steps\/(?:publish-post|tab-to)\.ts$/,
  /^apps\/web\/e2e\/(?:access|attacks|back-forward|connection|constraints|forged-ids)\.spec\.ts$/,
  /^apps\/web\/e2e\/(?:idempotency|manage-posts|pages|posts|publication|quota)\.spec\.ts$/,
  /^apps\/web\/e2e\/(?:rotation|route|stale-form|stale-tab|kept-input)\.spec\.ts$/,
  /^apps\/web\/e2e\/steps\/(?:create-post|other-build|post-by-hand|windowed-web)\.ts$/,
];
