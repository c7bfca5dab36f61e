import postgres from 'postgres';

/** A mail that the apps have written; no worker runs beside them, so it waits to be sent. */
export interface TestMail {
  subject: string;
  text: string;
  /** The first address in it. */
  link: string;
}

/** The newest mail to an address, from the database of the apps under test. */
export async function mailTo(email: string): Promise<TestMail> {
  const sql = postgres(process.env.E2E_DATABASE_URL ?? '', { max: 1 });
  try {
    const [mail] = await sql<{ subject: string; text: string }[]>`
      select subject, content->>'text' as text from mails
      where recipient = ${email} order by id desc limit 1`;
    if (!mail) throw new Error(`There is no mail to ${email}`);
    return { ...mail, link: /https?:\/\/\S+/.exec(mail.text)?.[0] ?? '' };
  } finally {
    await sql.end();
  }
}
