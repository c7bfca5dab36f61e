import { ilike, type Column } from 'drizzle-orm';
import { storable } from './storable.ts';

/** "This column contains the text", with the text's own wildcards taken literally. */
export function contains(column: Column, text: string) {
  return ilike(column, `%${storable(text).replaceAll(/[\\%_]/g, String.raw`\$&`)}%`);
}
