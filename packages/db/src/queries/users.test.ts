import { expect, test } from 'vitest';
import { createOrg, createUser } from '../lib/testing/rows.ts';
import { useTestDatabase } from '../testing.ts';
import { getUser, listMembershipsOf, listUsers } from './users.ts';

await useTestDatabase();

test('people are found by name and by address, disabled ones apart', async () => {
  const active = await createUser({ name: 'Reader One', email: 'one@example.test' });
  const disabled = await createUser({ name: 'Reader Two', disabledAt: new Date() });
  const ids = async (filter: Parameters<typeof listUsers>[0]) =>
    (await listUsers(filter)).rows.map(({ id }) => id);
  expect(await ids({ search: 'reader' })).toEqual([disabled.id, active.id]);
  expect(await ids({ search: 'ONE@' })).toEqual([active.id]);
  expect(await ids({ search: '%' })).toEqual([]);
  expect(await ids({ search: 'reader', status: 'disabled' })).toEqual([disabled.id]);
  expect(await ids({ search: 'reader', status: 'active' })).toEqual([active.id]);
});

test('a password hash never leaves with a person', async () => {
  const { id } = await createUser({ passwordHash: 'the-hash' });
  expect(JSON.stringify([await getUser(id), await listUsers()])).not.toContain('the-hash');
  expect(await getUser(id)).toMatchObject({ id });
});

test('an id that is none finds nobody', async () => {
  expect(await getUser('\0')).toBe(null);
  expect(await listMembershipsOf('\0')).toEqual([]);
  expect(await getUser('00000000-0000-0000-0000-000000000000')).toBe(null);
});

test('the teams of a person are their own only', async () => {
  const [org] = [await createOrg({ name: 'Mine' }), await createOrg()];
  expect(await listMembershipsOf(org.author.id)).toEqual([{ org: 'Mine', role: 'author' }]);
});
