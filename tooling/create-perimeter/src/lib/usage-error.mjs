/** What the caller can mend: its message is a whole sentence, shown without a stack. */
export class UsageError extends Error {
  /** @override */
  name = 'UsageError';
}
