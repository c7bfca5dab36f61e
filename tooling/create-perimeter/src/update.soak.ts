import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository } from './testing/published.mjs';
import { yearOfWork } from './testing/year-of-work.ts';

test('with all files of the kit, and a layout of its own, a team has the same three conflicts', () => {
  const { kit, product, team, run } = yearOfWork({ whole: true });
  try {
    const bin = join(product, 'node_modules/.bin');
    mkdirSync(bin, { recursive: true });
    symlinkSync(join(repository, 'node_modules/.bin/oxfmt'), join(bin, 'oxfmt'));
    team.edit('.oxfmtrc.json', '"printWidth": 100', '"printWidth": 70');
    spawnSync(join(bin, 'oxfmt'), ['.'], { cwd: product });
    team.commit('narrow');
    expect(team.git('show', '--name-only', '--format=').split('\n').length).toBeGreaterThan(300);
    const start = performance.now();
    const { stdout } = run(['update', '--from', kit.older, '--no-install']);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`${stdout}\n${team.paths().length} files, ${seconds} s`);
    expect(stdout).toContain('10 merged clean, 3 in conflict');
  } finally {
    kit.remove();
  }
});
