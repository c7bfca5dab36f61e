import { ownPerson } from '@repo/testing/people';
import { setTimeout as sleep } from 'node:timers/promises';
import { typed, withoutBlanks } from './tabs.ts';
import { Visitor } from './visitor.ts';

/** One post that somebody wrote. */
export interface Submit {
  title: string;
  /** The id of the action, as the page had it. */
  action: string;
  /** What answers said that are not those of a post that is made. */
  failed: string[];
}

/** What `writePosts` is to do. */
export interface Load {
  base: string;
  databaseUrl: string;
  people: number;
  seconds: number;
}

/** A person may make ten posts a minute; a post that is sent twice counts twice. */
const POSTS_EACH = 6;

/**
 * People write posts, spread over the time: each opens the form and submits it a while later, as a form or as a call.
 * Every third is sent twice at the same moment.
 */
export async function writePosts(load: Load): Promise<Submit[]> {
  const work = Array.from({ length: load.people }, (_, person) => writeAs(person, load));
  return (await Promise.all(work)).flat();
}

async function writeAs(person: number, { base, databaseUrl, seconds }: Load): Promise<Submit[]> {
  const pause = (seconds * 1000) / POSTS_EACH;
  await sleep(Math.random() * pause);
  const visitor = new Visitor(base, `10.8.0.${person + 1}`);
  const email = await ownPerson(databaseUrl, 'author', `load-${person}`);
  await visitor.signIn(email, 'perimeter-dev-only');
  const submits: Submit[] = [];
  for (let post = 0; post < POSTS_EACH; post += 1) {
    const form = await visitor.form('/o/northwind/posts/new', 'Save draft');
    await sleep(Math.random() * pause);
    const title = `Load ${person} ${post}`;
    const send = () =>
      post % 2 === 0
        ? visitor.post(form, typed(title))
        : visitor.call(form, withoutBlanks(typed(title)));
    const answers = await Promise.all(post % 3 === 0 ? [send(), send()] : [send()]);
    submits.push({ title, action: form.action, failed: await failures(answers) });
    await sleep(Math.random() * pause);
  }
  return submits;
}

/** The answer to a post that is made leads to its page. */
async function failures(answers: Response[]): Promise<string[]> {
  const texts = await Promise.all(
    answers.map(async (answer) => {
      const to = answer.headers.get('location') ?? answer.headers.get('x-action-redirect') ?? '';
      const text = await answer.text();
      return to.startsWith('/o/northwind/posts/') ? '' : `${answer.status} ${text.slice(0, 500)}`;
    }),
  );
  return texts.filter((text) => text !== '');
}
