import { expect, test } from 'vitest';
import { compareVersions } from './versions.mjs';

test('versions are ordered as semver orders them', () => {
  const ordered = [
    '0.9.10',
    '1.0.0-beta.2',
    '1.0.0-beta.10',
    '1.0.0-rc',
    '1.0.0',
    '1.0.1',
    '1.10.0',
  ];
  const shuffled = [
    '1.10.0',
    '1.0.0',
    '0.9.10',
    '1.0.0-rc',
    '1.0.0-beta.10',
    '1.0.1',
    '1.0.0-beta.2',
  ];
  expect(shuffled.toSorted(compareVersions)).toEqual(ordered);
  expect(compareVersions('1.2.3+a', '1.2.3+b')).toBe(0);
});
