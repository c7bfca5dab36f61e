/**
 * Says that the page was loaded again, and moves the focus to the button that was pressed before. The sentence stands
 * above it. It is no part of what React rendered, and React leaves it alone: so each form has it without code of its
 * own.
 *
 * @param typed what was typed, by the name of the field
 */
export function announceReload(form: HTMLFormElement, typed: ReadonlyMap<string, string[]>): void {
  const button = submitOf(form, typed);
  const status = document.createElement('p');
  status.setAttribute('role', 'status');
  let before: Element | null | undefined = button;
  while (before && before.parentElement !== form) before = before.parentElement;
  form.insertBefore(status, before ?? form.firstChild);
  form.addEventListener('submit', () => status.remove(), { once: true });
  button?.focus();
  // A region that was there before its text is read out.
  requestAnimationFrame(() => (status.textContent = sentence(form)));
}

function submitOf(form: HTMLFormElement, typed: ReadonlyMap<string, string[]>) {
  const buttons = form.querySelectorAll<HTMLButtonElement>('button, input[type="submit"]');
  const submits = [...buttons].filter(({ type }) => type === 'submit');
  return submits.find(({ name, value }) => typed.get(name)?.includes(value)) ?? submits[0];
}

function sentence(form: HTMLFormElement): string {
  const has = (selector: string) => form.querySelector(selector) !== null;
  const notKept = [has('[type="password"]') && 'Passwords', has('[type="file"]') && 'Files'].filter(
    Boolean,
  );
  return [
    'The site was updated while this page was open, so the page was loaded again.',
    has('input:not([type="hidden"]), select, textarea') && 'What you typed is back.',
    ...notKept.map((what) => `${what} are not kept: please give them again.`),
    'Nothing was saved yet: please submit once more.',
  ]
    .filter(Boolean)
    .join(' ');
}
