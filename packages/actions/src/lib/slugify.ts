import { randomBytes } from 'node:crypto';

/** Lower-case ASCII words joined by hyphens; a random word when nothing is left of the text. */
export function slugify(text: string, maxLength: number): string {
  const words = text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  const slug = (words ?? []).join('-').slice(0, maxLength).replace(/-$/, '');
  return slug || randomWord();
}

/** Eight random characters that fit into a slug. */
export function randomWord(): string {
  return randomBytes(4).toString('hex');
}
