const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** The form that the database asks of slugs. Other text from an address names nothing, and Postgres refuses NUL. */
export function isSlug(text: string): boolean {
  return SLUG.test(text);
}
