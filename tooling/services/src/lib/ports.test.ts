import { createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterEach, expect, test, vi } from 'vitest';
import { getFreePort } from './free-port.ts';
import { readPorts, requireFreePorts } from './ports.ts';

afterEach(() => vi.unstubAllEnvs());

const hasIpv6 = Object.values(networkInterfaces())
  .flat()
  .some((address) => address?.family === 'IPv6');
const hosts = ['127.0.0.1', '0.0.0.0', ...(hasIpv6 ? ['::1', '::'] : [])];

test.each(hosts)('a port taken on %s is refused with the command that avoids it', async (host) => {
  const ports = { web: await getFreePort(), admin: await getFreePort() };
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(ports.web, host, resolve));
  const refusal = requireFreePorts(['web', 'admin'], ports, 'dev');
  await expect(refusal).rejects.toThrow(
    `Port ${ports.web} is taken by another program. Stop that program, or choose another port: ` +
      `WEB_PORT=${ports.web + 5} npx -y pnpm@12 dev`,
  );
  server.close();
});

test('free ports pass', async () => {
  const ports = { web: await getFreePort(), admin: await getFreePort() };
  await expect(requireFreePorts(['web', 'admin'], ports, 'dev')).resolves.toBeUndefined();
});

test('one port for both apps is refused', async () => {
  const refusal = requireFreePorts(['web', 'admin'], { web: 4000, admin: 4000 }, 'dev');
  await expect(refusal).rejects.toThrow('WEB_PORT and ADMIN_PORT are both 4000');
});

test.each(['http', '0', '65536', '3000.5'])('WEB_PORT=%s is refused as no port', (value) => {
  vi.stubEnv('WEB_PORT', value);
  expect(() => readPorts()).toThrow(`WEB_PORT is "${value}", which is no port.`);
});

test('the ports are 3000 and 3001 unless the environment says otherwise', () => {
  vi.stubEnv('WEB_PORT', undefined);
  vi.stubEnv('ADMIN_PORT', '4001');
  expect(readPorts()).toMatchObject({ web: 3000, admin: 4001 });
});
