import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository } from './repository-files.ts';

const read = (path: string) => readFileSync(join(repository, path), 'utf8');

interface Rule {
  description?: string;
  matchPackageNames?: string[];
}

test('the code owners name an owner for every path, each path is there, and the locks have one', () => {
  const lines = read('.github/CODEOWNERS')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'));
  const rules = lines.map((line) => line.split(/\s+/));
  const gone = rules.filter(
    ([path = '']) => globSync(path.slice(1), { cwd: repository }).length === 0,
  );
  expect(gone).toEqual([]);
  const owners = rules.map(([, ...names]) => names);
  expect(owners.filter((names) => names.length === 0)).toEqual([]);
  for (const owner of owners.flat()) expect(owner).toMatch(/^@[\w-]+\/[\w-]+$/);
  expect(rules.map(([pattern]) => pattern)).toContain('/packages/actions/locks/');
});

test('Renovate holds back nothing that the repository does not have, and says why', () => {
  const { packageRules } = JSON.parse(read('.github/renovate.json')) as { packageRules: Rule[] };
  const catalog = read('pnpm-workspace.yaml');
  for (const { description, matchPackageNames = [] } of packageRules) {
    expect(description).toBeTruthy();
    for (const name of matchPackageNames) expect(catalog).toContain(name.replace('**', ''));
  }
});

test('an editor that opens the repository finds its formatter, its TypeScript, its line endings', () => {
  const { recommendations } = JSON.parse(read('.vscode/extensions.json')) as {
    recommendations: string[];
  };
  const settings = JSON.parse(read('.vscode/settings.json')) as Record<string, string>;
  expect(recommendations).toContain(settings['editor.defaultFormatter']);
  expect(existsSync(join(repository, settings['typescript.tsdk'] ?? 'none'))).toBe(true);
  expect(read('.editorconfig')).toMatch(/^root = true\n[^]*end_of_line = lf\n/);
});

test('whoever opens a pull request is asked who may call what, and for a changeset', () => {
  const template = read('.github/PULL_REQUEST_TEMPLATE.md');
  expect(template).toContain('## Who may call what');
  expect(template).toContain('changeset');
  expect(read('CONTRIBUTING.md')).toContain('.github/CODEOWNERS');
});
