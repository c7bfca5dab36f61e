import { parse } from 'yaml';

interface Workflow {
  permissions?: unknown;
  jobs?: Record<string, { 'timeout-minutes'?: number; steps?: { run?: string }[] }>;
}

/** What the repository has for a workflow to call. */
export interface Callable {
  /** Scripts by package name; those of the root under `''`. */
  scripts: Readonly<Record<string, readonly string[]>>;
  /** Whether this path is a program of the repository. */
  isProgram: (path: string) => boolean;
}

const OF_PNPM = new Set(['install', 'exec']);

/**
 * What is wrong with a CI workflow: no YAML, more rights than it says, no end, or a call of a script that is not
 * there. One sentence each; an empty list is good.
 */
export function workflowProblems(text: string, callable: Callable): string[] {
  let workflow: Workflow;
  try {
    workflow = parse(text) as Workflow;
  } catch (error) {
    return [`is no YAML: ${error instanceof Error ? error.message : String(error)}`];
  }
  const jobs = Object.entries(workflow.jobs ?? {});
  const commands = jobs
    .flatMap(([, { steps = [] }]) => steps)
    .flatMap(({ run = '' }) => run.split('\n'));
  return [
    ...(jobs.length === 0 ? ['has no jobs'] : []),
    ...(workflow.permissions ? [] : ['does not say its permissions: write `contents: read`']),
    ...jobs.flatMap(([name, job]) =>
      job['timeout-minutes'] ? [] : [`${name} has no timeout-minutes`],
    ),
    ...commands.flatMap((command) => missingIn(command, callable)),
  ];
}

function missingIn(command: string, { scripts, isProgram }: Callable): string[] {
  const [, of = '', script] =
    /\bpnpm@12 (?:--silent )?(?:--filter (\S+) )?([\w:-]+)/.exec(command) ?? [];
  if (script && !OF_PNPM.has(script) && !scripts[of]?.includes(script))
    return [`calls ${script}, which is no script of ${of || 'the root'}`];
  const program = /^(?<path>\.[\w./-]+)/.exec(command.trim())?.groups?.path;
  return program && !isProgram(program) ? [`calls ${program}, which is no program`] : [];
}
