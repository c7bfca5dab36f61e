/** Why a delivery was refused, and with which status; docs/errors.md has the remedies. */
export const REASONS = {
  'no-secret': 503,
  encoded: 415,
  'too-large': 413,
  'in-crumbs': 413,
  'too-slow': 408,
  interrupted: 400,
  'not-utf-8': 400,
  'no-signature': 400,
  'bad-signature': 400,
  'too-old': 400,
  'too-new': 400,
  unreadable: 400,
} as const;

/** A reason code of the log: never what was sent. */
export type Reason = keyof typeof REASONS;
