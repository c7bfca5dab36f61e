import { setTimeout } from 'node:timers/promises';
import type { Limiter } from '../limit/limiter.ts';
import { callerOf, send, type CallOptions, type TestedAction } from './call-action.ts';
import { changedTables, fingerprint } from './fingerprint.ts';
import { refusalProblems, requireDefinition } from './refusal-problems.ts';

interface Verdict {
  /** Whether this call may have changed rows. */
  done: boolean;
  problems: string[];
}

const everybodyPasses: Limiter = { limit: async () => ({ allowed: true, retryAfter: 1 }) };
const MOST_CALLS_TO_SHRINK = 100;
const ownNames = new Set(Object.getOwnPropertyNames(Object.prototype));

/** Calls one action again and again, and remembers how it answered. */
export async function createJudge(action: TestedAction, options: CallOptions, timeoutMs: number) {
  const { as = null, app = 'web', fakes = {} } = options;
  const caller = fakes.caller ?? (await callerOf(as, app));
  const sent = { ...options, fakes: { limiter: everybodyPasses, ...fakes, caller } };
  const state = fakes.transaction ? async () => new Map() : fingerprint;
  let before = await state();
  let hangs = false;
  let callsSinceFailure = 0;

  const judge = {
    report: {} as Record<string, number>,
    /** Of the last call that failed: the one with the smallest input. */
    problem: '',
    /** A call that hangs would hang again at each attempt to make its input smaller, and enough is small enough. */
    isOver: () => hangs || callsSinceFailure > MOST_CALLS_TO_SHRINK,
    /** @throws Error when something is wrong */
    async check(args: unknown[]): Promise<void> {
      if (judge.problem) callsSinceFailure += 1;
      const { done, problems } = await verdictOn(args);
      const after = await state();
      const changed = done ? [] : changedTables(before, after);
      before = after;
      if (changed.length > 0) problems.push(`changed rows of ${changed.join(', ')}`);
      if (problems.length === 0) return;
      judge.problem = problems.join('; it ');
      throw new Error(judge.problem);
    },
  };

  async function verdictOn(args: unknown[]): Promise<Verdict> {
    const answered = new AbortController();
    const late = setTimeout(timeoutMs, null, { signal: answered.signal });
    try {
      const answer = await Promise.race([send(action, args, sent), late]);
      hangs = answer === null;
      if (!answer) return { done: false, problems: [`did not answer within ${timeoutMs} ms`] };
      const code = answer.result?.ok === false ? answer.result.code : null;
      judge.report[code ?? 'done'] = (judge.report[code ?? 'done'] ?? 0) + 1;
      const problems =
        code === null ? [] : refusalProblems(requireDefinition(action), answer, args);
      return { done: code === null, problems: [...problems, ...pollution()] };
    } catch (error) {
      return { done: false, problems: [`threw ${String(error)}`] };
    } finally {
      answered.abort();
    }
  }

  return judge;
}

/** What a call added to all objects; removed, so that nothing else sees it. */
function pollution(): string[] {
  const added = Object.getOwnPropertyNames(Object.prototype).filter((name) => !ownNames.has(name));
  for (const name of added) Reflect.deleteProperty(Object.prototype, name);
  return added.length > 0 ? [`added ${added.join(', ')} to every object`] : [];
}
