import { expect, test } from 'vitest';
import { releaseNotes, withRelease } from './release-notes.ts';

const change = (summary: string, ...releases: [name: string, type: string][]) => ({
  summary,
  releases: releases.map(([name, type]) => ({ name, type })),
});

test('a change is told once, whatever it touches, below the largest step that it is for a reader', () => {
  const notes = releaseNotes([
    change('Signs out at once.', ['web', 'patch']),
    change('Two tabs\n\n- one\n- two\n', ['web', 'minor'], ['@repo/db', 'patch']),
    change('Ports moved\n\nSet `WEB_PORT`.', ['web', 'patch'], ['admin', 'major']),
  ]);
  expect(notes).toBe(`### You have to do something

- **Ports moved** (web, admin)

  Set \`WEB_PORT\`.

### You gain

- **Two tabs** (web, @repo/db)

  - one
  - two

### Mended

- **Signs out at once** (web)`);
});

test('an empty changeset, of what no reader notices, is not told', () => {
  expect(releaseNotes([change('')])).toBe('');
});

test('the newest version stands on top of those before it', () => {
  const first = withRelease('', '0.1.0', '### You gain\n\n- **A**');
  expect(first).toBe('# Changelog\n\n## 0.1.0\n\n### You gain\n\n- **A**\n');
  const second = withRelease(first, '0.2.0', '### Mended\n\n- **B**');
  expect(second).toBe(
    '# Changelog\n\n## 0.2.0\n\n### Mended\n\n- **B**\n\n## 0.1.0\n\n### You gain\n\n- **A**\n',
  );
});
