import { KEY_FIELD } from '../../result.ts';
import { SECRET_NAME } from '../secret-name.ts';

/** Where it is kept: in this tab only. */
export const SLOT = 'kept-input';
export const LASTS_MS = 5 * 60_000;
const MAX_CHARACTERS = 250_000;

/** What somebody typed into a form that the server did not know any more. */
export interface KeptInput {
  /** When the page was loaded again for it, in ms: within five minutes that happens once. */
  at: number;
  path: string;
  /** Who was signed in, as the page says it. */
  visitor: string | undefined;
  /** The `id` of the form, where it has one. */
  id: string | null;
  /** Which of the page's forms it was. */
  place: number;
  /** What each field held, by its type and name (`text title`); no secrets, and no content of files. */
  fields: Record<string, unknown[]>;
}

/** Whose page this is; undefined where it does not say so. */
export const visitor = () => document.querySelector<HTMLElement>('[data-visitor]')?.dataset.visitor;

/**
 * Loads the page again, from a form that is older than the server, and keeps what was typed. False when that cannot be
 * done without losing it, or was done a moment ago. This part is loaded with each form, and is small for that: a tab
 * whose build is gone could not fetch it any more.
 */
export function reloadWithInput(
  form: HTMLFormElement,
  data: FormData,
  secrets: readonly string[],
): boolean {
  try {
    const before = JSON.parse(sessionStorage.getItem(SLOT) ?? '{}') as Partial<KeptInput>;
    // Controls of all kinds have a type and a name.
    const fields = [...(form.elements as Iterable<HTMLInputElement>)].map(({ type, name }) => {
      const field = `${type} ${name}`;
      const isSecret = SECRET_NAME.test(field) || secrets.includes(name) || name === KEY_FIELD;
      return [field, isSecret ? [] : data.getAll(name)];
    });
    const text = JSON.stringify({
      at: Date.now(),
      path: location.pathname,
      visitor: visitor(),
      id: form.getAttribute('id'),
      place: [...document.forms].indexOf(form),
      fields: Object.fromEntries(fields) as KeptInput['fields'],
    } satisfies KeptInput);
    if (Date.now() - Number(before.at) < LASTS_MS || text.length > MAX_CHARACTERS) return false;
    sessionStorage.setItem(SLOT, text);
    // Not `reload()`: a page that answered a form without JavaScript would be posted once more.
    location.replace(location.pathname + location.search);
    return true;
  } catch {
    // No storage, or no room in it.
    return false;
  }
}

/** Fills what was kept into its form, on the page that was loaded again. */
export async function restoreKept(form: HTMLFormElement | null): Promise<void> {
  try {
    if (sessionStorage.getItem(SLOT)) (await import('./restore-input.ts')).restoreInput(form);
  } catch {
    // No storage, no connection: the form stays as the server made it.
  }
}
