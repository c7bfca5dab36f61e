import { isIP } from 'node:net';
import type { ActionsEnv } from '../env.ts';
import { clientAddress, plainAddress, trustedProxies } from './client-address.ts';

/** Finds the client's address: from the socket's other end, and the headers that somebody trusted wrote. */
export type AddressSource = (socket: string, header: (name: string) => string | null) => string;

type PlatformVariables = Partial<Pick<ActionsEnv, 'VERCEL' | 'FLY_MACHINE_ID'>>;

interface Platform {
  /** The header that the platform's edge writes over whatever the client sent. */
  header: string;
  /** A variable that the platform sets for every process, where it does. */
  sets?: keyof PlatformVariables;
}

/** Each is true on that platform only: anywhere else the client is the one who writes the header. */
const PLATFORMS = new Map<string, Platform>([
  // Overwritten, "to prevent IP spoofing": https://vercel.com/docs/headers/request-headers
  // https://vercel.com/docs/environment-variables/system-environment-variables
  ['vercel', { header: 'x-forwarded-for', sets: 'VERCEL' }],
  // Set by the edge, never forwarded by it: https://developers.cloudflare.com/fundamentals/reference/http-headers/
  // Nothing shows that a request came by Cloudflare: the origin must be closed to all others (a tunnel, or a firewall).
  ['cloudflare', { header: 'cf-connecting-ip' }],
  // The address that connected to Fly Proxy: https://fly.io/docs/networking/request-headers/
  // https://fly.io/docs/machines/runtime-environment/
  ['fly', { header: 'fly-client-ip', sets: 'FLY_MACHINE_ID' }],
]);

/**
 * Who is believed about the client's address.
 * @param trusted the entries of `TRUSTED_PROXIES`: addresses and CIDRs, or the name of one platform
 * @throws Error that names the entry that is none, that mixes both, or whose platform this is not
 */
export function addressSource(
  trusted: readonly string[],
  environment: PlatformVariables,
): AddressSource {
  const name = trusted.find((entry) => PLATFORMS.has(entry.toLowerCase()))?.toLowerCase() ?? '';
  const platform = PLATFORMS.get(name);
  if (!platform) {
    const proxies = trustedProxies(trusted);
    return (socket, header) => clientAddress(socket, header('x-forwarded-for'), proxies);
  }
  requireAlone(name, trusted);
  requirePlatform(name, platform, environment);
  return (socket, header) => {
    const address = plainAddress(header(platform.header)?.trim() ?? '');
    return isIP(address) ? address : plainAddress(socket);
  };
}

/** Behind a platform the socket shows nothing, so a list beside its name could not be checked. */
function requireAlone(name: string, trusted: readonly string[]): void {
  if (trusted.length === 1) return;
  throw new Error(
    `TRUSTED_PROXIES: "${name}" stands alone. Name one platform, or list addresses, not both`,
  );
}

function requirePlatform(
  name: string,
  { header, sets }: Platform,
  environment: PlatformVariables,
): void {
  if (!sets || environment[sets]) return;
  throw new Error(
    `TRUSTED_PROXIES: this process does not run on ${name} (${sets} is not set). Anywhere else clients write ${header} themselves: list the addresses of your proxies`,
  );
}
