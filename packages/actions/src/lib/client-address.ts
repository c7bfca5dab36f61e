import { BlockList, isIP, isIPv6 } from 'node:net';

/** Addresses that may speak for others: the proxies in front of the app. */
export interface TrustedProxies {
  has(address: string): boolean;
}

/**
 * Reads a list of addresses and CIDRs, as in `TRUSTED_PROXIES`.
 * @throws Error that names the entry that is none
 */
export function trustedProxies(cidrs: readonly string[]): TrustedProxies {
  const list = new BlockList();
  for (const cidr of cidrs) {
    const [, address = '', prefix] = /^([^/]*)(?:\/(\d{1,3}))?$/.exec(cidr) ?? [];
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    const bits = prefix === undefined ? (family === 'ipv6' ? 128 : 32) : Number(prefix);
    try {
      list.addSubnet(address, bits, family);
    } catch {
      throw new Error(
        `TRUSTED_PROXIES: "${cidr}" is no address, no CIDR and no platform, for example 10.0.0.0/8, ::1/128 or vercel`,
      );
    }
  }
  return { has: (address) => list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4') };
}

/**
 * The client's address: the socket's, or what a trusted proxy says of its client, walked back from the nearest hop.
 * What a client writes into the header itself is never reached.
 * @param forwardedFor the `X-Forwarded-For` header, nearest hop last
 */
export function clientAddress(
  socket: string,
  forwardedFor: string | null,
  trusted: TrustedProxies,
): string {
  const hops = (forwardedFor ?? '').split(',').map((hop) => plainAddress(hop.trim()));
  let address = plainAddress(socket);
  while (trusted.has(address)) {
    const hop = hops.pop();
    if (!hop || isIP(hop) === 0) break;
    address = hop;
  }
  return address;
}

/** `::ffff:10.0.0.1` is 10.0.0.1. */
export function plainAddress(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '');
}

/** Who is counted as one caller: an IPv4 address, or the /64 that a provider gives to one customer. */
export function addressBucket(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = '', tail = ''] = address.split('%', 1)[0]?.split('::') ?? [];
  const left = head.split(':').filter(Boolean);
  const right = tail.split(':').filter(Boolean);
  const groups = address.includes('::')
    ? [...left, ...Array.from({ length: 8 - left.length - right.length }, () => '0'), ...right]
    : left;
  const network = groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${network.join(':')}::/64`;
}
