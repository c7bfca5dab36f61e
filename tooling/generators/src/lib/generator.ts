import type { Plan } from './plan.ts';

/**
 * Plans the files of what is generated.
 *
 * @returns what to do next, one line each
 * @throws Refusal when a name is bad or taken
 */
export type Generator = (plan: Plan, answers: string[]) => string[];
