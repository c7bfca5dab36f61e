import { describeError } from './classify-error.ts';

/** Names, or parts of names, of what no log may hold. */
const SECRET =
  /passw|passphrase|secret|token|cookie|authori[sz]ation|credential|api[-_]?key|private[-_]?key|(?:^|[-_])otp/i;
const CENSORED = '[secret]';
const MAX_DEPTH = 8;

/** A copy for the log: at any depth without what is secret by its name, and of errors what a log may hold. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Error) return describeError(value, []);
  if ('toJSON' in value) return value;
  if (depth === MAX_DEPTH) return '[too deep]';
  if (Array.isArray(value)) return value.map((item) => redact(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      SECRET.test(name) && inner !== null && inner !== undefined
        ? CENSORED
        : redact(inner, depth + 1),
    ]),
  );
}
