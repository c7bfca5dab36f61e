import { appUrl } from '@repo/auth/env';
import { refuse } from '../refusal.ts';
import type { CallRequest, Ports } from '../ports.ts';

/**
 * Browsers say where a request comes from, and a page cannot lie about it. Next compares Origin itself but lets a
 * missing one pass; here it is required, and `Sec-Fetch-Site` has to agree where the browser sends it.
 * @throws Refusal
 */
export function requireSameOrigin(app: Ports['app'], request: CallRequest): void {
  const site = request.header('sec-fetch-site');
  const origin = request.header('origin');
  if ((site !== null && site !== 'same-origin') || !origin) throw refuse('CROSS_ORIGIN');
  const own = request.header('host');
  // As browsers write it, on almost every call: parsing an address costs more than all other steps of such a call.
  if (own && (origin === `https://${own}` || origin === `http://${own}`)) return;
  if (!URL.canParse(origin)) throw refuse('CROSS_ORIGIN');
  const { host } = new URL(origin);
  if (host !== own && host !== appUrl(app).host) throw refuse('CROSS_ORIGIN');
}
