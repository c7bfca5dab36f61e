import { ilike, type Column } from 'drizzle-orm';

/** "This column contains the text", with the text's own wildcards taken literally. */
export function contains(column: Column, text: string) {
  return ilike(column, `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`);
}
