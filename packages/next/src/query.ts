/** The query of a page's address, as Next hands it over. */
export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** One parameter as text: the first when it is repeated, undefined when blank. */
export function textOf(value: string | string[] | undefined): string | undefined {
  const [first] = [value].flat();
  return first?.trim().slice(0, 200) || undefined;
}

/** One parameter as one of the allowed words. */
export function oneOf<const Word extends string>(
  value: string | string[] | undefined,
  words: readonly Word[],
): Word | undefined {
  const text = textOf(value);
  return words.find((word) => word === text);
}

/** A page number, from 1. */
export function pageNumber(value: string | string[] | undefined): number {
  const number = Number(textOf(value) ?? 1);
  return Number.isSafeInteger(number) && number > 0 ? number : 1;
}

/** An address with these parameters; blank ones are left out. */
export function withQuery(
  path: string,
  query: Record<string, string | number | undefined>,
): string {
  const set = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const search = new URLSearchParams(set.map(([name, value]) => [name, String(value)])).toString();
  return search ? `${path}?${search}` : path;
}

// Databases know no year 0, and write years of five digits in another way.
const MINUTE = /^(?!0000|9999)\d{4}-\d\d-\d\dT\d\d:\d\d$/;

/** One parameter as the text of a `datetime-local` control, in whole minutes: undefined when it is none. */
export function minuteOf(value: string | string[] | undefined): string | undefined {
  const text = textOf(value);
  return text && MINUTE.test(text) && !Number.isNaN(Date.parse(`${text}Z`)) ? text : undefined;
}
