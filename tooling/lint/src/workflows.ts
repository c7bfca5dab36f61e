import { parse } from 'yaml';

interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
}

interface Job {
  'timeout-minutes'?: number;
  uses?: string;
  permissions?: unknown;
  steps?: Step[];
}

interface Workflow {
  on?: unknown;
  permissions?: unknown;
  jobs?: Record<string, Job>;
}

/** What the repository has for a workflow to call. */
export interface Callable {
  /** Scripts by package name; those of the root under `''`. */
  scripts: Readonly<Record<string, readonly string[]>>;
  /** Whether this path is a program of the repository. */
  isProgram: (path: string) => boolean;
  /** Whether this path is a file of the repository. */
  isFile: (path: string) => boolean;
}

const OF_PNPM = new Set(['install', 'exec']);
const PINNED = /^[\w.-]+\/[\w./-]+@(?:v\d+|[0-9a-f]{40})$/;
/** They run with rights and secrets for whatever a fork sends. */
const FOR_FORKS = /\b(?:pull_request_target|workflow_run)\b/;
/** What strangers write: a title, the name of a branch. */
const WRITTEN_BY_STRANGERS = /\$\{\{[^}]*\bgithub\.(?:event\.|head_ref)/;

/**
 * What is wrong with a CI workflow: no YAML, more rights than it says, no end, an action that may change under it, a
 * secret within a fork's reach, or a call of a script that is not there. One sentence each; an empty list is good.
 */
export function workflowProblems(text: string, callable: Callable): string[] {
  let workflow: Workflow;
  try {
    workflow = parse(text) as Workflow;
  } catch (error) {
    return [`is no YAML: ${error instanceof Error ? error.message : String(error)}`];
  }
  const jobs = Object.entries(workflow.jobs ?? {});
  const steps = jobs.flatMap(([, job]) => job.steps ?? []);
  const commands = steps.flatMap(({ run = '' }) => run.split('\n'));
  return [
    ...(jobs.length === 0 ? ['has no jobs'] : []),
    ...rightsProblems(workflow, jobs),
    ...forkProblems(workflow, text),
    ...jobs.flatMap(([name, job]) =>
      job['timeout-minutes'] || job.uses ? [] : [`${name} has no timeout-minutes`],
    ),
    ...jobs.flatMap(([, { uses }]) => (uses ? usesProblems({ uses }, callable) : [])),
    ...steps.flatMap((step) => usesProblems(step, callable)),
    ...commands.flatMap((command) => missingIn(command, callable)),
  ];
}

function rightsProblems({ permissions }: Workflow, jobs: [string, Job][]): string[] {
  if (!permissions) return ['does not say its permissions: write `contents: read`'];
  const all = [permissions, ...jobs.map(([, job]) => job.permissions)];
  if (all.some((it) => typeof it === 'string' && it !== 'read-all'))
    return ['gives all rights at once: name them'];
  const [written] = Object.entries(permissions).filter(([, right]) => right === 'write');
  return written ? [`gives every job ${written[0]}: write: give it to the job that needs it`] : [];
}

function forkProblems({ on }: Workflow, text: string): string[] {
  const events = JSON.stringify(on ?? '');
  const told = FOR_FORKS.exec(events);
  if (told) return [`runs on ${told[0]}, with rights for whatever a fork sends`];
  const secret = /\$\{\{\s*secrets\.\w+|secrets: inherit/.exec(text);
  if (secret && events.includes('pull_request'))
    return [`hands ${secret[0]} to pull requests: github.token is enough there`];
  return [];
}

function usesProblems({ uses, with: given, run = '' }: Step, { isFile }: Callable): string[] {
  const problems: string[] = [];
  if (uses?.startsWith('./')) {
    if (!isFile(uses)) problems.push(`uses ${uses}, which is not there`);
  } else if (uses && !PINNED.test(uses)) {
    problems.push(`uses ${uses}: pin a major (@v4) or a commit`);
  }
  if (uses?.startsWith('actions/checkout@') && given?.['persist-credentials'] !== false)
    problems.push('leaves its token to every later step: persist-credentials: false');
  if (WRITTEN_BY_STRANGERS.test(run))
    problems.push('puts into a script what strangers write: give it by env');
  return problems;
}

function missingIn(command: string, { scripts, isProgram }: Callable): string[] {
  const [, of = '', script] =
    /\bpnpm@12 (?:--silent )?(?:--filter (\S+) )?([\w:-]+)/.exec(command) ?? [];
  if (script && !OF_PNPM.has(script) && !scripts[of]?.includes(script))
    return [`calls ${script}, which is no script of ${of || 'the root'}`];
  const program = /^(?<path>\.[\w./-]+)/.exec(command.trim())?.groups?.path;
  return program && !isProgram(program) ? [`calls ${program}, which is no program`] : [];
}
