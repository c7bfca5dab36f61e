import { describe, expect, test } from 'vitest';
import { addressBucket, clientAddress, trustedProxies } from './client-address.ts';

const proxies = trustedProxies(['10.0.0.0/8', '192.0.2.7', '2001:db8:aaaa::/48', '::1']);

test.each([
  ['no proxy: the socket', '203.0.113.5', null, '203.0.113.5'],
  ['a header of an untrusted client is ignored', '203.0.113.5', '198.51.100.1', '203.0.113.5'],
  ['a trusted proxy names its client', '10.0.0.1', '203.0.113.5', '203.0.113.5'],
  [
    'what the client wrote before is never reached',
    '10.0.0.1',
    '1.1.1.1, 203.0.113.5',
    '203.0.113.5',
  ],
  [
    'a chain of proxies is walked back',
    '10.0.0.1',
    '203.0.113.5, 192.0.2.7, 10.9.9.9',
    '203.0.113.5',
  ],
  ['an untrusted hop ends the walk', '10.0.0.1', '1.1.1.1, 198.51.100.9, 10.0.0.2', '198.51.100.9'],
  ['a client that claims to be a proxy', '203.0.113.5', '10.0.0.1', '203.0.113.5'],
  ['a forged proxy in the header', '10.0.0.1', '1.1.1.1, 10.0.0.9, 203.0.113.5', '203.0.113.5'],
  ['a proxy that sends no header', '10.0.0.1', null, '10.0.0.1'],
  ['an empty header', '10.0.0.1', '', '10.0.0.1'],
  ['only proxies', '10.0.0.1', '10.0.0.2, 10.0.0.3', '10.0.0.2'],
  ['garbage', '10.0.0.1', 'unknown', '10.0.0.1'],
  ['garbage behind a good hop', '10.0.0.1', 'unknown, 10.0.0.2', '10.0.0.2'],
  ['markup', '10.0.0.1', '<script>, ,', '10.0.0.1'],
  ['spaces', '10.0.0.1', ' 1.1.1.1 ,  203.0.113.5  ', '203.0.113.5'],
  ['an IPv6 proxy and client', '2001:db8:aaaa::1', '2001:db8::5', '2001:db8::5'],
  ['IPv6 loopback', '::1', '203.0.113.5', '203.0.113.5'],
  ['a mapped socket', '::ffff:10.0.0.1', '203.0.113.5', '203.0.113.5'],
  ['a mapped socket in capitals', '::FFFF:10.0.0.1', '203.0.113.5', '203.0.113.5'],
  ['a mapped hop', '10.0.0.1', '::ffff:203.0.113.5', '203.0.113.5'],
  ['a mapped client without proxy', '::ffff:203.0.113.5', '1.1.1.1', '203.0.113.5'],
  ['a link-local socket', 'fe80::1%eth0', '1.1.1.1', 'fe80::1%eth0'],
  ['no socket address', '', '203.0.113.5', ''],
])('%s', (_name, socket, header, expected) => {
  expect(clientAddress(socket, header, proxies)).toBe(expected);
});

test('a header of a hundred thousand hops is no problem', () => {
  const long = Array.from({ length: 100_000 }, () => '10.0.0.1').join(',');
  expect(clientAddress('10.0.0.1', long, proxies)).toBe('10.0.0.1');
});

test('without a list nobody is trusted', () => {
  expect(clientAddress('127.0.0.1', '1.1.1.1', trustedProxies([]))).toBe('127.0.0.1');
});

describe('the list of proxies', () => {
  test.each([
    '10.0.0.0/',
    '10.0.0.0/33',
    '10.0.0.0/8/8',
    '10.0.0.0/1e1',
    '10.0.0.0/-1',
    '10.0.0.0/8.5',
    '::1/129',
    '10.0.0',
    'proxy.internal',
    '*',
    '/8',
  ])('refuses "%s" by name, instead of trusting more than was meant', (entry) => {
    expect(() => trustedProxies([entry])).toThrow(`TRUSTED_PROXIES: "${entry}" is no address`);
  });

  test('a single address is that one only', () => {
    expect(trustedProxies(['192.0.2.7']).has('192.0.2.8')).toBe(false);
    expect(trustedProxies(['::1']).has('::2')).toBe(false);
  });
});

describe('who is counted as one caller', () => {
  test.each([
    ['203.0.113.5', '203.0.113.5'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['64:ff9b::192.0.2.1', '64:ff9b:0:0::/64'],
    ['', ''],
  ])('%s is counted as %s', (address, bucket) => {
    expect(addressBucket(address)).toBe(bucket);
  });

  test('two networks of one provider are two callers', () => {
    expect(addressBucket('2001:db8:1:2::1')).not.toBe(addressBucket('2001:db8:1:3::1'));
  });
});
