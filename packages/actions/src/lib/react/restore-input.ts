import { announceReload } from './announce-reload.ts';
import { LASTS_MS, SLOT, visitor, type KeptInput } from './keep-input.ts';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** What is kept by the names of its fields; hidden fields say which row a form is about. */
interface Kept extends Omit<KeptInput, 'fields'> {
  typed: Map<string, string[]>;
  hidden: Map<string, string[]>;
}

/**
 * Fills what was typed before the page was loaded again into its form, and says so. What is kept goes first: it is
 * restored once. Does nothing when another form is meant.
 */
export function restoreInput(form: HTMLFormElement | null): void {
  const kept = readKept();
  if (!form || kept?.path !== location.pathname || formOf(kept) !== form) return;
  sessionStorage.setItem(SLOT, JSON.stringify({ at: kept.at }));
  const left = new Map([...kept.typed].map(([name, texts]) => [name, [...texts]]));
  for (const control of controlsOf(form)) {
    const typed = kept.typed.get(control.name);
    if (!typed || control.disabled) continue;
    if (control instanceof HTMLSelectElement) choose(control, typed);
    else if (/^(checkbox|radio)$/.test(control.type)) check(control as HTMLInputElement, typed);
    else fill(control, left.get(control.name)?.shift());
  }
  announceReload(form, kept.typed);
}

function readKept(): Kept | null {
  const kept = JSON.parse(sessionStorage.getItem(SLOT) ?? '{}') as Partial<KeptInput>;
  if (!(Date.now() - Number(kept.at) < LASTS_MS) || isOfAnother(kept))
    sessionStorage.removeItem(SLOT);
  else if (kept.fields) {
    const fields = Object.entries(kept.fields).map(([field, values]) => {
      const [type = '', ...name] = field.split(' ');
      const texts = values.filter((value) => typeof value === 'string');
      return { type, name: name.join(' '), texts };
    });
    const named = (hidden: boolean) =>
      new Map(
        fields
          .filter(({ type, name }) => name && (type === 'hidden') === hidden)
          .map(({ name, texts }) => [name, texts]),
      );
    return { ...(kept as KeptInput), typed: named(false), hidden: named(true) };
  }
  return null;
}

/** Somebody else has signed in since then. On the way there nobody is, and it waits. */
function isOfAnother({ visitor: owner }: Partial<KeptInput>): boolean {
  const now = visitor();
  return owner !== undefined && now !== undefined && owner !== now;
}

/** Fields; no buttons. */
function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.elements].filter(
    (control): control is Control =>
      'value' in control && !/submit|button|reset|image/.test((control as Control).type),
  );
}

/**
 * The form of this page that was meant: with the same id and the same hidden fields, and at least one of its fields,
 * or, like it, none at all. Of several the one in the same place.
 */
function formOf(kept: Kept): HTMLFormElement | undefined {
  const forms = [...document.forms];
  const distance = (form: HTMLFormElement) => Math.abs(forms.indexOf(form) - kept.place);
  return forms
    .filter((form) => form.getAttribute('id') === kept.id && isAlike(form, kept))
    .toSorted((a, b) => distance(a) - distance(b))[0];
}

function isAlike(form: HTMLFormElement, { typed, hidden }: Kept): boolean {
  const named = [...(form.elements as Iterable<Control>)].filter(({ name }) => name);
  const shown = named.filter(({ type }) => type !== 'hidden');
  const sameRow = named.every(({ type, name, value }) => {
    const before = type === 'hidden' ? (hidden.get(name) ?? []) : [];
    // What React adds for browsers without JavaScript comes and goes.
    return before.length === 0 || before.includes(value) || name.startsWith('$');
  });
  const sharesField = shown.some(({ name }) => typed.has(name));
  return sameRow && (sharesField || (shown.length === 0 && typed.size === 0));
}

/** Options that are gone leave the choice as it is. */
function choose(select: HTMLSelectElement, typed: readonly string[]): void {
  const options = [...select.options];
  if (!select.multiple && !options.some(({ value }) => typed.includes(value))) return;
  for (const option of options) option.selected = typed.includes(option.value);
  tell(select);
}

/** A click is what frameworks listen for. */
function check(box: HTMLInputElement, typed: readonly string[]): void {
  const wanted = typed.includes(box.value);
  if (box.checked !== wanted && (wanted || box.type === 'checkbox')) box.click();
}

/** A field that was typed into since then keeps that. */
function fill(field: HTMLInputElement | HTMLTextAreaElement, text: string | undefined): void {
  if (text === undefined || field.value !== field.defaultValue) return;
  // React replaces the property on the element, to notice changes: only that of the prototype makes one.
  Reflect.set(Object.getPrototypeOf(field) as object, 'value', text, field);
  tell(field);
}

function tell(control: Control): void {
  control.dispatchEvent(new Event('input', { bubbles: true }));
  control.dispatchEvent(new Event('change', { bubbles: true }));
}
