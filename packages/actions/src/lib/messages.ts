import type { BuiltInCode } from '../result.ts';

/** What people read for each built-in code. */
export const MESSAGES: Record<BuiltInCode, string> = {
  VALIDATION: 'Please check the marked fields and try again.',
  UNAUTHENTICATED:
    'You are signed out. Sign in again in a new tab, then come back and submit once more.',
  FORBIDDEN: 'Your role does not allow this.',
  NOT_FOUND: 'This does not exist, or it is not yours to see.',
  CROSS_ORIGIN:
    'This request came from another site and was refused. Open the form here and try again.',
  RATE_LIMITED: 'That was too often. Please wait a little and try again.',
  CONFLICT: 'Somebody changed this at the same moment. Nothing was saved; please try again.',
  TIMEOUT: 'This took too long and was stopped. Nothing was saved; please try again.',
  UNAVAILABLE: 'We cannot do this right now. Nothing was saved; please try again in a minute.',
  INTERNAL: 'Something went wrong on our side. Nothing was saved; please try again.',
};
