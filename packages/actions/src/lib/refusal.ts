import type { BuiltInCode, Failure } from '../result.ts';
import { MESSAGES } from './messages.ts';

/** An expected "no". Thrown by `fail.X()`, so that a transaction rolls back; never leaves the engine. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly failure: Failure<string>;

  constructor(failure: Failure<string>) {
    // Nobody reads where an expected "no" was said, and writing it down is most of what one costs.
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    super(failure.code);
    Error.stackTraceLimit = stackTraceLimit;
    this.failure = failure;
  }
}

/** A built-in refusal with its sentence on the form. */
export function refuse(code: BuiltInCode, more: Partial<Failure> = {}): Refusal {
  return new Refusal({ ok: false, code, errors: { _form: [MESSAGES[code]] }, ...more });
}
