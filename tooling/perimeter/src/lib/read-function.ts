import type { Code } from './codes.ts';
import { carriedBy, finding, type Finding } from './finding.ts';
import { definitionOf, describe, load, missingIn, type Definition } from './load-definition.ts';
import type { LockedAction } from './lock.ts';
import type { ExposedFunction } from './manifest.ts';

/** Next names so what was written inside of a component or another function. */
const INLINE = /^\$\$RSC_SERVER_(?:ACTION|CACHE)_/;

interface ReadFunction {
  action: LockedAction | null;
  problem: Finding | null;
}

/** The action behind a function that Next exposes, or what is wrong with it. */
export async function readFunction(
  root: string,
  app: string,
  { file, export: name, pages }: ExposedFunction,
): Promise<ReadFunction> {
  const subject = `${file} ${name}`;
  const where = carriedBy(pages);
  const problem = (code: Code, happened: string): ReadFunction => ({
    action: null,
    problem: finding(app, code, subject, { happened }),
  });
  if (INLINE.test(name)) return problem('INLINE_ACTION', `${file} has an inline action${where}.`);
  let exported: unknown;
  try {
    exported = (await load(root, file))[name];
  } catch (error) {
    const [reason] = (error instanceof Error ? error.message : String(error)).split('\n');
    return problem(
      'UNREADABLE',
      `${file}, which exports ${name}, cannot be loaded in plain Node: ${reason}`,
    );
  }
  if (exported === undefined)
    return problem(
      'UNREADABLE',
      `${file} exports no ${name} any more: the build is older than the source, run \`pnpm build\`.`,
    );
  const definition = definitionOf(exported);
  if (!definition)
    return problem('RAW_EXPORT', `${file} exports ${name} without \`defineAction\`${where}.`);
  const [missing] = missingIn(definition);
  if (missing) return problem('INCOMPLETE', `${file}: ${name} does not say its \`${missing}\`.`);
  return { action: describe(definition as Definition, file, name), problem: null };
}
