import { expect, test } from 'vitest';
import { useTestDatabase } from '@repo/db/testing';
import { createPerson } from './lib/testing/create-person.ts';
import { plainStore } from './lib/testing/plain-store.ts';
import { luciaStore } from './lib/testing/session-store.ts';
import { sessionStoreContract } from './lib/testing/session-store-contract.ts';

await useTestDatabase();

const AUDIENCES = ['web', 'admin'] as const;

for (const audience of AUDIENCES) {
  sessionStoreContract('lucia', audience, luciaStore);
  sessionStoreContract('plain', audience, plainStore);
}

test.each(AUDIENCES)(
  'leaving lucia logs nobody out of %s, nor does going back',
  async (audience) => {
    const [before, after] = [luciaStore(audience), plainStore(audience)];
    const { id } = await createPerson();
    for (const [from, to] of [
      [before, after],
      [after, before],
    ] as const) {
      const token = await from.create(id);
      expect(await to.validate(token)).toMatchObject({ id: token.slice(0, 22), user: { id } });
      await to.end(token.slice(0, 22));
      expect(await from.validate(token)).toBe(null);
    }
  },
);
