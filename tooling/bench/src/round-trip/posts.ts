import { randomUUID } from 'node:crypto';
import { formPost, type FormPost } from './form-post.ts';
import type { Site } from './site.ts';
import type { Visitor } from './visitors.ts';
import type { Way } from './ways.ts';

/** Where the next key of a form comes from. */
export type NextKey = (way: Way) => string;

/** Posts that follow each other come from other people, and no two of them have the same address. */
export function createPosts(
  site: Site,
  visitors: readonly Visitor[],
  nextKey: NextKey,
): (way: Way) => FormPost {
  let made = 0;
  return (way) => {
    made += 1;
    const { cookie, org } = visitors[made % visitors.length] as Visitor;
    return formPost(site.wireIds[way], site.urls[way], cookie, {
      title: 'A post that is sent again and again',
      slug: randomUUID(),
      topic: 'news',
      summary: 'What it costs to publish one.',
      body: 'Text of some length. '.repeat(20),
      _org: org,
      _key: nextKey(way),
    });
  };
}
