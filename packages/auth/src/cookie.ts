import { appUrl } from './env.ts';
import type { Audience } from './session.ts';

export interface SessionCookie {
  name: string;
  options: { httpOnly: true; secure: boolean; sameSite: 'lax'; path: '/'; maxAge: number };
}

const DAYS_400 = 400 * 24 * 60 * 60;

/**
 * Name and attributes of an app's session cookie. Over https `__Host-` binds it to the host; plain http (localhost
 * only) has no such names. The names differ, from those of other products too, as cookies ignore ports. The row rules
 * the lifetime, so the cookie's own age is the longest that browsers keep (seconds).
 */
export function sessionCookie(audience: Audience): SessionCookie {
  const secure = appUrl(audience).protocol === 'https:';
  const plain = audience === 'web' ? 'perimeter_session' : `perimeter_${audience}_session`;
  return {
    name: secure ? `__Host-${plain}` : plain,
    options: { httpOnly: true, secure, sameSite: 'lax', path: '/', maxAge: DAYS_400 },
  };
}
