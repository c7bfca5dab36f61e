import { randomUUID } from 'node:crypto';
import postgres from 'postgres';

/** Somebody who writes in an org of their own that has as many posts as the free plan holds. */
export async function fillPlan(): Promise<{ email: string; password: string; org: string }> {
  const sql = postgres(process.env.E2E_DATABASE_URL ?? '', { max: 1 });
  const org = `full-${randomUUID().slice(0, 8)}`;
  const email = `${org}@example.test`;
  await sql`
    with made as (insert into orgs (slug, name) values (${org}, 'Full house') returning id),
    person as (
      insert into users (email, name, password_hash)
      select ${email}, 'Author', password_hash from users where email = 'author@example.test' returning id
    )
    insert into memberships (org_id, user_id, role) select made.id, person.id, 'owner' from made, person`;
  await sql`
    insert into posts (org_id, author_id, slug, title, topic, body)
    select org_id, user_id, 'post-' || n, 'Post ' || n, 'news', 'Text.'
    from memberships join orgs on orgs.id = org_id, generate_series(1, 50) as n where slug = ${org}`;
  await sql.end();
  return { email, password: 'perimeter-dev-only', org };
}
