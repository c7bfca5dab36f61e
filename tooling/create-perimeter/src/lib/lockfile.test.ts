import { expect, test } from 'vitest';
import { pruneLockfile } from './lockfile.mjs';

const lock = `lockfileVersion: '9.0'

catalogs:
  default:
    '@x/kept':
      specifier: ^1.0.0
      version: 1.0.0
    gone:
      specifier: 2.0.0
      version: 2.0.0

importers:

  .:
    devDependencies:
      '@zeta/lint':
        specifier: workspace:*
        version: link:tooling/lint
      '@x/kept':
        specifier: 'catalog:'
        version: 1.0.0(peer@3.0.0)

  tooling/bench:
    dependencies:
      gone:
        specifier: 'catalog:'
        version: 2.0.0

packages:

  '@x/kept@1.0.0':
    resolution: {integrity: a}

  below@1.1.0:
    resolution: {integrity: b}
    engines: {node: '>=10'}

  gone@2.0.0:
    resolution: {integrity: c}

  other@4.0.0:
    resolution: {integrity: d}

  peer@3.0.0:
    resolution: {integrity: e}

snapshots:

  '@x/kept@1.0.0(peer@3.0.0)':
    dependencies:
      alias: other@4.0.0
      below: 1.1.0
      peer: 3.0.0

  below@1.1.0: {}

  gone@2.0.0:
    dependencies:
      below: 1.1.0

  other@4.0.0: {}

  peer@3.0.0: {}
`;

test('keeps what the workspaces that are left reach, by other names and through peers, too', () => {
  const kept = { workspaces: new Set(['.']), catalog: new Set(['@x/kept']) };
  const pruned = pruneLockfile(lock, kept);
  expect(pruned).not.toMatch(/gone|bench/);
  for (const name of ['below@1.1.0', 'other@4.0.0', 'peer@3.0.0'])
    expect(pruned.split(`  ${name}:`)).toHaveLength(3);
  expect(pruned.endsWith('\n  peer@3.0.0: {}\n')).toBe(true);
});

test('sorts the dependencies of a workspace anew, as their scope may be another', () => {
  const kept = { workspaces: new Set(['.']), catalog: new Set(['@x/kept']) };
  const pruned = pruneLockfile(lock, kept);
  expect(pruned.indexOf("'@zeta/lint'")).toBeGreaterThan(pruned.indexOf("      '@x/kept'"));
});

test('a lock file of which nothing goes stays as pnpm has written it', () => {
  const workspaces = new Set(['.', 'tooling/bench']);
  const sorted = pruneLockfile(lock, { workspaces, catalog: new Set(['@x/kept', 'gone']) });
  expect(sorted.split('\n').toSorted()).toEqual(lock.split('\n').toSorted());
});
