import { redirect } from 'next/navigation';

/**
 * Answers "not found" from a page. Next's `notFound()`, thrown in a page, sends an empty document that only JavaScript
 * fills; an address that has no page is answered in full, with status 404. So this goes to one.
 */
export function showMissing(): never {
  redirect('/not-found');
}
