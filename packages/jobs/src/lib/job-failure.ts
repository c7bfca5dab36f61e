/** Why an attempt failed. */
export type JobFailureCode = 'INTERNAL' | 'INVALID_INPUT' | 'TIMEOUT' | 'UNKNOWN_JOB';

/** What the queue keeps of a failure, and admin shows: a code, and nothing of the error. The log has the rest. */
export class JobFailure extends Error {
  readonly code: JobFailureCode;

  constructor(code: JobFailureCode) {
    super(code);
    this.name = 'JobFailure';
    this.code = code;
    // The queue would keep it.
    delete this.stack;
  }
}
