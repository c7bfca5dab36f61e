import { Refusal } from './plan.ts';

/** The form of a name, and how to say it. */
interface NameForm {
  what: string;
  form: RegExp;
  example: string;
  reserved?: readonly string[];
}

/** Gives the name back when it has the form. Throws a Refusal with an example otherwise. */
export function requireName(
  name: string,
  { what, form, example, reserved = [] }: NameForm,
): string {
  if (reserved.includes(name)) throw new Refusal(`"${name}" is taken: choose another ${what}.`);
  if (form.test(name)) return name;
  throw new Refusal(`"${name}" cannot be the ${what}: write it like "${example}".`);
}

/** `api-keys` becomes `ApiKeys`. */
export function pascal(name: string): string {
  return name.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** `archivePost` becomes `archive-post`. */
export function kebab(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** `ApiKeys` becomes `ApiKey`, `Entries` becomes `Entry`. */
export function singular(name: string): string {
  if (name.endsWith('ies')) return `${name.slice(0, -3)}y`;
  return /[^s]s$/.test(name) ? name.slice(0, -1) : name;
}

/** `archivePost` becomes `Archive post`. */
export function sentence(name: string): string {
  const words = kebab(name).replaceAll('-', ' ');
  return `${words[0]?.toUpperCase()}${words.slice(1)}`;
}
