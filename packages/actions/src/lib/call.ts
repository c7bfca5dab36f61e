import type { Session } from '@repo/auth/session';
import { createDeadline, type Deadline } from './deadline.ts';
import type { AnyDefinition } from './definition.ts';
import type { Shape } from './form-data/shape.ts';
import type { CookieWriter, Ports } from './ports.ts';
import type { CallArguments } from './steps/normalise-arguments.ts';

export type AfterCommitWork = (to: { cookies: CookieWriter }) => void | Promise<void>;

/** One call of one action: what is known so far. The steps fill it, the report reads it. */
export interface Call {
  readonly ports: Ports;
  readonly definition: AnyDefinition;
  readonly errorId: string;
  readonly startedAt: number;
  args: CallArguments | null;
  /** What the input schema wants. Null until it was read, or when it cannot be. */
  shape: Shape | null;
  session: Session | null;
  /** Whether the limits let this call pass: only then may it leave a row behind. */
  counted: boolean;
  /** How it ended, once that is known: `done` or a code. */
  outcome: string | null;
  /** The time that this call has. */
  readonly deadline: Deadline;
  /** Whether an earlier call with the same key had the effect. */
  replayed: boolean;
  /** Whether this answer does not tell what was saved, by this call or by one with the same key before it. */
  uncertain: boolean;
  /** What the framework threw after the commit: thrown on when the call is over. */
  controlFlow: { thrown: unknown } | null;
}

export function createCall(ports: Ports, definition: AnyDefinition): Call {
  const errorId = ports.createErrorId();
  return {
    ports,
    definition,
    errorId,
    startedAt: performance.now(),
    args: null,
    shape: null,
    session: null,
    counted: false,
    outcome: null,
    deadline: createDeadline(definition.timeout),
    replayed: false,
    uncertain: false,
    controlFlow: null,
  };
}
