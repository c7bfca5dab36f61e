import type { EmailToken } from '@repo/auth/email-token';
import { appUrl } from '@repo/auth/env';
import type { Mail } from '@repo/jobs/enqueue-mail';

const DAY_MS = 86_400_000;

/** What everybody knows; names that somebody typed do not belong into a mail to an address that they typed as well. */
const site = () => appUrl('web').host;

/** An address of web, with what only the reader of the mail is to know. */
function webUrl(path: string, token?: string): URL {
  const url = new URL(path, appUrl('web'));
  if (token) url.searchParams.set('token', token);
  return url;
}

/** Leads a newcomer on. */
export function confirmAddress(to: string, { token, expiresAt }: EmailToken): Mail {
  return {
    to,
    subject: 'Confirm your address',
    above: [`Somebody, most likely you, asked for an account with this address on ${site()}.`],
    link: { label: 'Create your account', url: webUrl('/sign-up/finish', token) },
    below: [
      'The link works once, within a day.',
      'If it was not you, do nothing: no account is made.',
    ],
    expiresAt,
  };
}

/** Tells the owner of an account, and nobody else, that there is one. */
export function accountExists(to: string, { expiresAt }: EmailToken): Mail {
  return {
    to,
    subject: 'You have an account already',
    above: [
      `Somebody, most likely you, asked for an account with this address on ${site()}. There is one already.`,
    ],
    link: { label: 'Sign in', url: webUrl('/sign-in') },
    below: [
      `If you do not know your password any more, choose a new one: ${webUrl('/forgot-password').href}`,
      'If it was not you, do nothing: nothing was changed.',
    ],
    expiresAt,
  };
}

/** Leads somebody to a new password. */
export function choosePassword(to: string, { token, expiresAt }: EmailToken): Mail {
  return {
    to,
    subject: 'Choose a new password',
    above: [`Somebody, most likely you, asked for a new password for your account on ${site()}.`],
    link: { label: 'Choose a new password', url: webUrl('/reset-password', token) },
    below: [
      'The link works once, within an hour.',
      'If it was not you, do nothing: your password stays as it is.',
    ],
    expiresAt,
  };
}

/** Tells whoever reads an address that no account can be helped by it: there is none, or it was disabled. */
export function noAccount(to: string, { expiresAt }: EmailToken): Mail {
  return {
    to,
    subject: 'There is no account to help you with',
    above: [
      `Somebody, most likely you, asked for a new password on ${site()}. There is no account with this address that could get one.`,
      'Perhaps you signed up with another address. If your account was disabled, ask the people who run the site.',
    ],
    below: ['If it was not you, do nothing.'],
    expiresAt,
  };
}

/** Tells the owner of an account what was done with it, so that they notice if it was not them. */
export function passwordChanged(to: string): Mail {
  return {
    to,
    subject: 'Your password was changed',
    above: [
      `The password of your account on ${site()} was changed just now. Everybody who was signed in to it is signed out.`,
      'If it was you, there is nothing to do. If it was not, choose a new one, and see who else reads your mail.',
    ],
    link: { label: 'Choose a new password', url: webUrl('/forgot-password') },
    expiresAt: new Date(Date.now() + 3 * DAY_MS),
  };
}
