import { definitionOf } from '../../define-action.ts';
import type { AnyDefinition } from '../definition.ts';
import { isSecretField, secretTexts } from '../form-data/typed-values.ts';
import { MESSAGES } from '../messages.ts';
import type { CallReport, TestedAction } from './call-action.ts';

/** Shorter texts stand in answers and logs by chance. */
const LEAK_FROM = 8;

/** @throws when the function was not made by `defineAction` */
export function requireDefinition(action: TestedAction): AnyDefinition {
  const definition = definitionOf(action);
  if (!definition)
    throw new Error(
      'This is no declared action: pass what defineAction(...) gave, not a function around it',
    );
  return definition;
}

/** What the answer to a refused call must not be, and what the call must not have done; a sentence each. */
export function refusalProblems(
  definition: AnyDefinition,
  report: CallReport<unknown, string>,
  sent: readonly unknown[],
): string[] {
  const { result, redirect, cookies, invalidations } = report;
  if (redirect !== null) return [`was not refused: it redirected to ${redirect}`];
  if (result?.ok !== false) return [`was not refused: it answered ${JSON.stringify(result)}`];
  const codes = [...Object.keys(MESSAGES), ...Object.keys(definition.errors ?? {})];
  const problems = [
    !codes.includes(result.code) && `answered ${result.code}, which is no declared code`,
    result.code === 'INTERNAL' && `failed by surprise (INTERNAL): ${surpriseOf(report)}`,
    'data' in result && 'gave data with its refusal',
    Object.values(result.errors).flat().length === 0 && 'said nothing: errors is empty',
    !holdsTexts(result.values ?? {}) && 'gave back values that are no texts',
    cookies.length > 0 && `set the cookie ${cookies[0]?.name}`,
    invalidations.length > 0 && `invalidated ${JSON.stringify(invalidations)}`,
    leaks(definition, report, sent) && 'gave back or logged what was typed into a secret field',
  ];
  return problems.filter((problem) => problem !== false);
}

function surpriseOf({ log }: CallReport<unknown, string>): string {
  const { err } = (log.find((line) => 'err' in line) ?? {}) as { err?: { message?: string } };
  return err?.message ?? 'the log says nothing';
}

function holdsTexts(values: Record<string, unknown>): boolean {
  return Object.values(values)
    .flat()
    .every((value) => typeof value === 'string');
}

function leaks(
  { secrets = [] }: AnyDefinition,
  { result, log, audit }: CallReport<unknown, string>,
  sent: readonly unknown[],
): boolean {
  const left = JSON.stringify([result, log, audit]);
  const input = sent.at(-1);
  if (typeof input !== 'object' || input === null) return false;
  const texts = secretTexts(input, secrets).filter((text) => text.length >= LEAK_FROM);
  const open = input instanceof FormData ? openTexts(input, secrets) : '';
  return texts.some((text) => {
    const written = JSON.stringify(text).slice(1, -1);
    return left.includes(written) && !open.includes(written);
  });
}

/** The same text may stand in a field that is no secret, and travels back. */
function openTexts(form: FormData, secrets: readonly string[]): string {
  return JSON.stringify([...form].filter(([name]) => !isSecretField(name, secrets)));
}
