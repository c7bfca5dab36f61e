import * as argon2 from '@node-rs/argon2';
import { expect, test, vi } from 'vitest';
import {
  hashPassword,
  isCommonPassword,
  PASSWORD_MAX,
  PASSWORD_MIN,
  PasswordsBusyError,
  verifyPassword,
} from './password.ts';

// The library itself runs; the spy only counts.
vi.mock('@node-rs/argon2', { spy: true });

const PARAMETERS = /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/;
const PASSWORD = 'a rather long password';

test('a hash is argon2id with the parameters of OWASP, and salted', async () => {
  const [first, second] = [await hashPassword(PASSWORD), await hashPassword(PASSWORD)];
  expect(first).toMatch(PARAMETERS);
  expect(second).not.toBe(first);
  expect(await verifyPassword(first, PASSWORD)).toBe(true);
  expect(await verifyPassword(second, PASSWORD)).toBe(true);
});

test('another password does not fit: not in other letters, not longer, not empty', async () => {
  const stored = await hashPassword(PASSWORD);
  for (const wrong of ['', PASSWORD.toUpperCase(), `${PASSWORD} `, PASSWORD.slice(1), '\0'])
    expect(await verifyPassword(stored, wrong)).toBe(false);
});

test('an unknown person costs the same work as a known one, and is never let in', async () => {
  const { verify } = vi.mocked(argon2);
  verify.mockClear();
  expect(await verifyPassword(null, PASSWORD)).toBe(false);
  expect(verify).toHaveBeenCalledTimes(1);
  expect(verify).toHaveBeenCalledWith(expect.stringMatching(PARAMETERS), PASSWORD);
  expect(argon2.hash).not.toHaveBeenCalledWith(PASSWORD, expect.anything());
  // Even with the dummy's own password nobody comes in.
  verify.mockResolvedValueOnce(true);
  expect(await verifyPassword(null, PASSWORD)).toBe(false);
});

test('more than 256 characters are refused before any work', async () => {
  const { verify, hash } = vi.mocked(argon2);
  const stored = await hashPassword('x'.repeat(PASSWORD_MAX));
  expect(await verifyPassword(stored, 'x'.repeat(PASSWORD_MAX))).toBe(true);
  verify.mockClear();
  hash.mockClear();
  expect(await verifyPassword(stored, 'x'.repeat(PASSWORD_MAX + 1))).toBe(false);
  expect(await verifyPassword(null, 'x'.repeat(1_000_000))).toBe(false);
  await expect(hashPassword('x'.repeat(PASSWORD_MAX + 1))).rejects.toThrow(RangeError);
  expect(verify).not.toHaveBeenCalled();
  expect(hash).not.toHaveBeenCalled();
});

test('a letter typed as one character or as two is the same password', async () => {
  const stored = await hashPassword('crème brûlée please'.normalize('NFD'));
  expect(await verifyPassword(stored, 'crème brûlée please'.normalize('NFC'))).toBe(true);
});

test('no more than four are checked at once, and a flood is turned away', async () => {
  const { verify } = vi.mocked(argon2);
  const stored = await hashPassword(PASSWORD);
  let [running, most] = [0, 0];
  verify.mockImplementation(async (...args) => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((done) => setTimeout(done, 1));
    running -= 1;
    return args[1] === PASSWORD;
  });
  const flood = Array.from({ length: 300 }, () => verifyPassword(stored, PASSWORD));
  const outcomes = await Promise.allSettled(flood);
  const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
  expect(most).toBe(4);
  expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThanOrEqual(
    200,
  );
  expect(refused.length).toBeGreaterThan(90);
  for (const outcome of refused)
    expect(outcome).toMatchObject({
      reason: { name: 'PasswordsBusyError', code: 'PASSWORDS_BUSY' },
    });
  expect(refused[0]?.reason).toBeInstanceOf(PasswordsBusyError);
  expect(await verifyPassword(stored, PASSWORD)).toBe(true);
});

// The last one is hashed as the first.
test.each([
  'password1234',
  'PASSWORD1234',
  'QwertyUiop123',
  'aaaaaaaaaaaa',
  'abababababab',
  'ｐａｓｓｗｏｒｄ１２３４',
])('%s is a common password', (password) => {
  expect(password.length).toBeGreaterThanOrEqual(PASSWORD_MIN);
  expect(isCommonPassword(password)).toBe(true);
});

test('an ordinary long password is not common', () => {
  expect(isCommonPassword(PASSWORD)).toBe(false);
  expect(isCommonPassword('perimeter-dev-only')).toBe(false);
});
