import { postsOf } from '@repo/actions/posts/tags';
import { getPublicOrg, getPublicPost } from '@repo/db/queries/public-posts';
import { unstable_cache } from 'next/cache';

/** Seconds after which a page is read anew in any case. */
const REVALIDATE = 300;

/** An org's public page; refreshed by the actions that name its tag. */
export function getCachedOrg(org: string) {
  return unstable_cache(() => getPublicOrg(org), ['public-org', org], {
    tags: [postsOf(org)],
    revalidate: REVALIDATE,
  })();
}

/** A public post; refreshed by the actions that name its org's tag. */
export function getCachedPost(org: string, slug: string) {
  return unstable_cache(() => getPublicPost(org, slug), ['public-post', org, slug], {
    tags: [postsOf(org)],
    revalidate: REVALIDATE,
  })();
}
