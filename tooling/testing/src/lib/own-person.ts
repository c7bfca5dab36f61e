import postgres from 'postgres';

/**
 * The address of an author, or of staff, who is a copy of the seeded one: same teams, same role, same
 * password, but with rate limits of their own, so that no test uses up those of another. Made when
 * first asked for.
 *
 * @param databaseUrl - the database of the apps under test
 * @param key - what is one for all tabs of a test
 */
export async function ownPerson(
  databaseUrl: string,
  who: 'author' | 'staff',
  key: string,
): Promise<string> {
  const seeded = `${who}@example.test`;
  const email = `${who}+${key}@example.test`;
  const sql = postgres(databaseUrl, { max: 1 });
  try {
    await sql`
      with seeded as (select * from users where email = ${seeded}),
      made as (
        insert into users (email, name, password_hash, staff_role)
        select ${email}, name, password_hash, staff_role from seeded
        on conflict do nothing returning id
      )
      insert into memberships (org_id, user_id, role)
      select org_id, made.id, role from made, seeded
      join memberships on user_id = seeded.id`;
  } finally {
    await sql.end();
  }
  return email;
}
