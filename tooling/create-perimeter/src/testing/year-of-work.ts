import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createTeam, SOMEBODY } from './team.ts';
import { edited, publishTwo } from './two-kits.ts';

export const UI = 'packages/ui/src';
export const POSTS = 'apps/web/src/features/posts';
export const LANDING = 'apps/web/src/features/landing';

/**
 * Two versions of the kit, and a product of the older one in which a team has worked. Its commits `fresh` and `worked`
 * are tags.
 *
 * @param whole - with all files of the kit
 */
export function yearOfWork({ whole = false } = {}) {
  const kit = publishTwo(change, { whole });
  const place = join(kit.root, 'a product');
  const product = join(place, 'umbrella');
  mkdirSync(place);
  // The program that stands unpacked is 1.1.0; a product of 1.0.0 is made by its own.
  spawnSync('tar', ['-xzf', kit.older, '-C', place]);
  const bin = join(place, 'package/bin.cjs');
  const args = [bin, 'umbrella', '--yes', '--no-install', '--scope', '@acme'];
  const options = { cwd: place, env: { ...process.env, ...SOMEBODY }, encoding: 'utf8' } as const;
  const made = spawnSync(process.execPath, args, options);
  if (made.status !== 0) throw new Error(made.stderr);
  rmSync(join(place, 'package'), { recursive: true });
  const team = createTeam(product);
  team.git('tag', 'fresh');
  workIn(team);
  team.git('tag', 'worked');
  const run = (args: string[], env: NodeJS.ProcessEnv = {}) => {
    const all = {
      cwd: product,
      env: { ...process.env, ...SOMEBODY, ...env },
      encoding: 'utf8',
    } as const;
    const { status, stdout, stderr } = spawnSync(process.execPath, [kit.bin, ...args], all);
    return { status, stdout, stderr: stderr.trim() };
  };
  const goTo = (state: 'fresh' | 'worked') => {
    team.git('reset', '--quiet', '--hard', state);
    team.git('clean', '-fdxq');
  };
  return { kit, product, team, run, goTo };
}

/** What the kit did between 1.0.0 and 1.1.0. */
function change(files: Map<string, string>): void {
  const edit = (path: string, from: string | RegExp, to: string) =>
    files.set(path, edited(files.get(path), from, to));
  edit('packages/db/src/schema/orgs.ts', /^ {4}createdAt:/m, '    region: text(),\n    createdAt:');
  files.set('packages/db/migrations/9000_region.sql', 'alter table orgs add column region text;\n');
  edit('packages/actions/src/lib/run-action.ts', /$/, '\n// The kit of 1.1.0 was here.\n');
  edit(`${POSTS}/posts-table.tsx`, /$/, '\n// The kit of 1.1.0 was here.\n');
  edit(`${LANDING}/promises.tsx`, /$/, '\n// The kit of 1.1.0 was here.\n');
  edit('README.md', /^# .*\n\n.*$/m, '# Title\n\nThe kit says it in another way.');
  edit('pnpm-workspace.yaml', /^ {2}zod: .*$/m, '  zod: 9.9.9');
  edit('pnpm-lock.yaml', /$/, '\n# of 1.1.0\n');
  edit('packages/actions/locks/web.json', /^\{/, '{ "of": "1.1.0",');
  files.set(`${UI}/label.tsx`, files.get(`${UI}/badge.tsx`) ?? '');
  files.delete(`${UI}/badge.tsx`);
  files.delete('docs/guides/limit-it.md');
  files.delete('docs/guides/test-it.md');
  files.set(`${UI}/long.txt`, 'More than a pipe takes at once.\n'.repeat(10_000));
  files.set(`${UI}/news.tsx`, "export const news = '1.1.0 for @repo/ui';\n");
}

/** What the team did to its product meanwhile. */
function workIn(team: ReturnType<typeof createTeam>): void {
  for (const path of team.paths()) {
    const text = team.read(path);
    if (text.includes('@acme')) team.write(path, text.replaceAll('@acme', '@umbrella'));
  }
  team.edit('packages/db/src/schema/orgs.ts', /^ {4}slug: .*$/m, '$&\n    color: text(),');
  team.write('packages/db/migrations/0100_color.sql', 'alter table orgs add column color text;\n');
  // Of an app of its own, and alike to the one that is deleted: no move of that one.
  const table = team.read(`${POSTS}/posts-table.tsx`).split('\n');
  const shop = table.map((line, at) => (at % 10 < 3 ? line.replace(/\w+/g, 'shop') : line));
  team.write('apps/shop/src/features/goods/posts-table.tsx', shop.join('\n'));
  team.git('rm', '-rq', '-f', POSTS, 'packages/actions/src/posts', 'docs/guides/add-a-field.md');
  team.git('mv', `${LANDING}/promises.tsx`, `${LANDING}/reasons.tsx`);
  team.copy('apps/admin', 'apps/shop');
  team.edit('apps/shop/package.json', '"admin"', '"shop"');
  team.edit('README.md', /^# .*\n\n.*$/m, '# Umbrella\n\nWe say it in our way.');
  team.edit('package.json', '"scripts": {', '"scripts": {\n    "ours": "echo ours",');
  team.edit('pnpm-workspace.yaml', /^catalog:$/m, '$&\n  "@umbrella/colors": 1.0.0');
  team.edit(`${UI}/badge.tsx`, /^/, '// Ours is rounder.\n');
  team.edit('docs/guides/test-it.md', /$/, '\nOurs: ask the member who is on duty.\n');
  team.commit('a year of work');
}
