import { hash, verify } from '@node-rs/argon2';
import pLimit from 'p-limit';
import { COMMON_PASSWORDS } from './lib/common-passwords.ts';

/** Lengths in characters. */
export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 256;

/** argon2id (the library's default) with OWASP's parameters: memory in KiB. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** A hash takes 19 MiB for 15 ms: a flood of sign-ins waits in line here, and past `LONGEST_LINE` is turned away. */
const atOnce = pLimit(4);
const LONGEST_LINE = 200;

/** Thrown when too many passwords are being checked at once. Safe to try again after some seconds. */
export class PasswordsBusyError extends Error {
  override name = 'PasswordsBusyError';
  readonly code = 'PASSWORDS_BUSY';
}

async function inLine<T>(work: () => Promise<T>): Promise<T> {
  if (atOnce.pendingCount >= LONGEST_LINE)
    throw new PasswordsBusyError('Too many passwords are being checked');
  return atOnce(work);
}

/** One person types é as one character, another keyboard as two: both mean the same password. */
function normal(password: string): string {
  return password.normalize('NFKC');
}

/** Whether everybody would try this one first. */
export function isCommonPassword(password: string): boolean {
  const hashed = normal(password);
  return COMMON_PASSWORDS.has(hashed.toLowerCase()) || new Set(hashed).size < 4;
}

/**
 * argon2id in PHC form.
 * @throws RangeError over `PASSWORD_MAX`: schemas refuse that before
 * @throws PasswordsBusyError under a flood
 */
export async function hashPassword(password: string): Promise<string> {
  if (password.length > PASSWORD_MAX)
    throw new RangeError(
      `A password has at most ${PASSWORD_MAX} characters: check its length first`,
    );
  return inLine(() => hash(normal(password), PARAMETERS));
}

/** A hash with the same parameters, of random text that nobody kept. */
const DUMMY_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$XN9xnWiXf7AGvQG+yG1CRQ$Fmw314/41QqJW2jkdAZ2oIGFcrHs6WuXbitcdsfRX6E';

/**
 * Whether the password fits the stored hash. With null (an unknown person) a dummy is checked, so that the answer
 * takes as long and tells nothing. @throws PasswordsBusyError under a flood
 */
export async function verifyPassword(
  storedHash: string | null,
  password: string,
): Promise<boolean> {
  if (password.length > PASSWORD_MAX) return false;
  const fits = await inLine(() => verify(storedHash ?? DUMMY_HASH, normal(password)));
  return fits && storedHash !== null;
}
