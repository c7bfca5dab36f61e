import { SAMPLE_ONLY } from './minimal/sample-only.mjs';

/**
 * What becomes of the kit's files in a product: the one list. It is read when the template is made (`prepack`) and is
 * no part of the package. A path that ends in `/` is a folder. `overlay/` holds files that take the place of the
 * kit's, `overlay-minimal/` those of a product without the sample; regions in files are marked `<kit>` and `<sample>`
 * (src/lib/regions.mjs).
 */

/** Serves the development of the kit itself. */
const KIT_ONLY = [
  'tooling/bench/',
  'tooling/create-perimeter/',
  'tooling/services/src/cli/bench.ts',
  'docs/guides/start-a-product.md',
  'docs/images/',
  'docs/playbook.md',
  /^docs\/decisions\/00(?:16|17|27|29|30)-/,
  /^\.changeset\/(?!README\.md$).*\.md$/,
  /(?:^|\/)CHANGELOG\.md$/,
];

/** @type {Record<string, string>} */
export const moved = { LICENSE: 'docs/LICENSE-perimeter' };

/**
 * Changes of single places, where a comment cannot mark them: JSON, and sentences. One that finds nothing stops the
 * packing.
 *
 * @type {{ file: string, find: string | RegExp, replace?: string }[]}
 */
export const edits = [
  { file: 'package.json', find: /^ {4}"bench": .*\n/m },
  { file: 'turbo.json', find: /,\n {6}"bench": \{\n(?: {8}.*\n)+ {6}\}/ },
  { file: 'turbo.json', find: / {4}"bench": \{\n(?: {6}.*\n)+ {4}\},\n/ },
  { file: 'knip.json', find: / {4}"tooling\/bench": \{\n(?: {6}.*\n)+ {4}\},\n/ },
  { file: 'knip.json', find: / {4}"tooling\/create-perimeter": \{\n(?: {6}.*\n)+ {4}\},\n/ },
  { file: '.oxlintrc.json', find: / {8}"tooling\/bench\/.*\n/ },
  {
    file: '.oxlintrc.json',
    find: / {4}\{\n {6}"files": \["tooling\/bench\/\*\*"\],\n(?: {6}.*\n)+ {4}\},\n/,
  },
  { file: '.changeset/config.json', find: ', "create-perimeter"' },
  { file: '.changeset/README.md', find: ': whoever took the kit can say which one they have' },
  { file: '.github/PULL_REQUEST_TEMPLATE.md', find: ' of the kit' },
  { file: '.github/PULL_REQUEST_TEMPLATE.md', find: ' and the playbook' },
  { file: 'CONTRIBUTING.md', find: 'that a user of the kit notices', replace: 'that users notice' },
  {
    file: 'SECURITY.md',
    find: / A product that was made from the kit .*\n\n.*\n/,
    replace: '\n',
  },
  { file: 'SECURITY.md', find: '## What the kit guards', replace: '## What is guarded' },
  { file: 'docs/README.md', find: /^\| \[playbook\.md\].*\n/m },
  { file: 'docs/README.md', find: '[create-perimeter](../tooling/create-perimeter/README.md), ' },
  { file: 'docs/decisions/README.md', find: /^\| \[00(?:16|17|27|29|30)\].*\n/gm },
  { file: 'docs/decisions/0022-stale-tabs.md', find: ' (ADR 0016)' },
  { file: 'docs/guides/who-can-call-what.md', find: /^!\[.*\n\n/m },
  { file: 'tooling/lint/README.md', find: /^`tooling\/bench` is exempt.*\n\n?/m },
];

/** @param {string} path */
export function isKitOnly(path) {
  return matches(KIT_ONLY, path);
}

/** @param {string} path */
export function isSampleOnly(path) {
  return matches(SAMPLE_ONLY, path);
}

/**
 * @param {(string | RegExp)[]} patterns
 * @param {string} path
 */
function matches(patterns, path) {
  return patterns.some((pattern) => {
    if (pattern instanceof RegExp) return pattern.test(path);
    return pattern.endsWith('/') ? path.startsWith(pattern) : path === pattern;
  });
}
