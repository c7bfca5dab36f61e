import { expect, test } from 'vitest';
import { database, type Transaction } from '../client.ts';
import { createOrg, createUser } from '../lib/testing/rows.ts';
import { memberships } from '../schema.ts';
import { useTestDatabase } from '../testing.ts';
import { getUserByEmail, insertOrg, insertUser, setDisabled } from './accounts.ts';

await useTestDatabase();

const write = <T>(work: (tx: Transaction) => Promise<T>) => database().transaction(work);

test('a known address gives null, and the transaction goes on', async () => {
  const person = { email: 'new@example.test', name: 'New', passwordHash: 'hash' };
  const [first, second, org] = await write(async (tx) => {
    const user = await insertUser(tx, person);
    const again = await insertUser(tx, { ...person, name: 'Again' });
    return [
      user,
      again,
      await insertOrg(tx, { slug: 'new', name: 'New', ownerId: user?.id ?? '' }),
    ];
  });
  expect(second).toBe(null);
  expect(await getUserByEmail(database(), 'new@example.test')).toEqual(first);
  expect(await database().select().from(memberships)).toMatchObject([
    { orgId: org?.id, userId: first?.id, role: 'owner' },
  ]);
});

test('a taken org slug gives null and makes no membership', async () => {
  const { slug } = await createOrg();
  const owner = await createUser();
  expect(await write((tx) => insertOrg(tx, { slug, name: 'Org', ownerId: owner.id }))).toBe(null);
  const held = await database().select().from(memberships);
  expect(held.some(({ userId }) => userId === owner.id)).toBe(false);
});

test('disabling takes effect once, and so does enabling', async () => {
  const { id } = await createUser();
  expect(await write((tx) => setDisabled(tx, id, false))).toBe(null);
  expect((await write((tx) => setDisabled(tx, id, true)))?.disabledAt).toBeInstanceOf(Date);
  expect(await write((tx) => setDisabled(tx, id, true))).toBe(null);
  expect(await write((tx) => setDisabled(tx, id, false))).toMatchObject({ id, disabledAt: null });
});
