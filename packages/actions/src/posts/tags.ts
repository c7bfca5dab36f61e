/** Cache tag of everything public that an org's posts appear in. */
export function postsOf(orgSlug: string): string {
  return `posts-of:${orgSlug}`;
}
