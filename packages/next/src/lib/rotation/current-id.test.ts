import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import type { ActionManifest } from './action-manifest.ts';
import { createCurrentId } from './current-id.ts';
import { idSuffix, olderIds } from './older-ids.ts';

const key = () => randomBytes(32).toString('base64');
const places = {
  create: { filename: 'packages/actions/src/posts/actions.ts', exportedName: 'createPost' },
  remove: { filename: 'packages/actions/src/posts/actions.ts', exportedName: 'deletePost' },
};
const [older, oldest, current] = [key(), key(), key()];
const idOf = (with_: string, place: keyof typeof places, first = '7f') =>
  `${first}${idSuffix(with_, places[place])}`;

const manifest: ActionManifest = {
  key: current,
  actions: new Map([
    [idOf(current, 'create'), places.create],
    [idOf(current, 'remove'), places.remove],
  ]),
};

test('an id of every key in the window leads to the same action of this build', () => {
  const currentId = createCurrentId(manifest, olderIds(manifest, [older, oldest]));
  for (const place of ['create', 'remove'] as const)
    for (const from of [current, older, oldest])
      expect(currentId(idOf(from, place))).toBe(idOf(current, place));
});

test('an id of a build where the action took another number of arguments is found, under any key', () => {
  const currentId = createCurrentId(manifest, olderIds(manifest, [older]));
  expect(currentId(idOf(current, 'create', '40'))).toBe(idOf(current, 'create'));
  expect(currentId(idOf(older, 'create', '60'))).toBe(idOf(current, 'create'));
});

test('an id under an unknown key, of an action that is gone, or of no form at all leads nowhere', () => {
  const currentId = createCurrentId(manifest, olderIds(manifest, [older]));
  expect(currentId(idOf(oldest, 'create'))).toBeNull();
  const gone = { filename: places.create.filename, exportedName: 'movePost' };
  expect(currentId(`7f${idSuffix(older, gone)}`)).toBeNull();
  for (const forged of ['', '7f', 'toString', '__proto__', 'f'.repeat(42), 'f'.repeat(4000)])
    expect(currentId(forged)).toBeNull();
});

test('without other keys only the ids of this build are known, as they are', () => {
  const currentId = createCurrentId(manifest, null);
  expect(currentId(idOf(current, 'create'))).toBe(idOf(current, 'create'));
  expect(currentId(idOf(current, 'create', '40'))).toBeNull();
  expect(currentId(idOf(older, 'create'))).toBeNull();
});
