import { isCommonPassword, PASSWORD_MAX, PASSWORD_MIN } from '@repo/auth/password';
import { z } from '../lib/zod.ts';

const email = z.string().trim().toLowerCase().max(254).check(z.email());

/** A path of this app, so that a link cannot send people elsewhere after they signed in. */
const localPath = z
  .string()
  .max(500)
  .regex(/^\/[^\\\s]*$/)
  .refine(staysHere);

/** `//host` names another site, and so does `/.//host` once its dots are resolved. */
function staysHere(path: string): boolean {
  const here = 'http://localhost';
  const url = URL.parse(path, here);
  return url?.origin === here && !url.pathname.startsWith('//');
}

const newPassword = z
  .string()
  .min(PASSWORD_MIN)
  .max(PASSWORD_MAX)
  .refine(
    (password) => !isCommonPassword(password),
    'Many people use this password. Choose another one.',
  );

/** What a link in a mail holds. */
const token = z.string().min(1).max(100);

export const signUpSchema = z.object({ email });

export const finishSignUpSchema = z.object({
  token,
  name: z.string().trim().min(1).max(100),
  orgName: z.string().trim().min(1).max(100),
  password: newPassword,
});

export const requestPasswordResetSchema = z.object({ email });

export const resetPasswordSchema = z.object({ token, password: newPassword });

export const signInSchema = z.object({
  email,
  password: z.string().min(1).max(PASSWORD_MAX),
  next: localPath.optional().catch(undefined),
});

export const signOutSchema = z.object({});
