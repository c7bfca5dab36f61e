/**
 * What counts as one mailbox: `me+anything@` leads to that of `me@`, and there are as many as one likes. They share a
 * limit of their own: with that of the plain address, a stranger's tags would keep its owner from a link.
 */
export function mailboxOf(email: string): string {
  return email.replace(/\+[^@]*/, '+');
}
