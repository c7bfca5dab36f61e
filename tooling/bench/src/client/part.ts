import { budget } from '../lib/budget.ts';
import type { Part, Row } from '../lib/part.ts';
import { chunksWithZod, scriptBytes } from './chunks.ts';

const BARE = '/p/[org]/page';
const FORMS = ['/sign-in/page', '/sign-up/page', '/o/[org]/posts/new/page'];

/** What a browser loads because a page has a form. */
export async function clientPart(): Promise<Part> {
  const bare = scriptBytes(BARE);
  const rows: Row[] = [BARE, ...FORMS].map((page) => {
    const bytes = scriptBytes(page);
    return { name: page.replace(/\/page$/, ''), bytes, 'more than the bare page': bytes - bare };
  });
  const [, signIn] = rows;
  const more = Number(signIn?.['more than the bare page']);
  return {
    title: 'Client JavaScript of a form page (gzip)',
    about:
      "Scripts of web's production build by page, beyond those that every Next page loads. The bare page has links and no form; a form page brings the hook, the fields, alerts and buttons, Next's call of actions. The page of a new post has the app's menu as well.",
    rows,
    verdicts: [
      budget('bytes that /sign-in adds to a bare page', more, 3072, 4352),
      budget('client chunks with zod in them', chunksWithZod().length, 0),
    ],
  };
}
