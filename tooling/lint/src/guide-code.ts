import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A code block of a guide: a new file, or what stands between two lines of one that is there. */
export interface GuideCode {
  path: string;
  part: boolean;
  code: string;
}

const BLOCK = /^```(?:tsx?|jsonc)\n(?<code>.*?)^```$/gms;
const HEADER = /^\/\/ (?<part>in )?(?<path>\S+)\n/;

/**
 * The code that a guide tells its reader to write: each block says its file in its first line.
 * @throws Error for a block that does not
 */
export function guideCode(text: string): GuideCode[] {
  return [...text.matchAll(BLOCK)].map(({ groups }) => {
    const block = groups?.code ?? '';
    const { path = '', part } = HEADER.exec(block)?.groups ?? {};
    if (!path) throw new Error(`A block does not begin with "// <its file>":\n${block}`);
    return { path, part: part !== undefined, code: block.replace(HEADER, '') };
  });
}

/**
 * Does in `root` what a reader of the guide does.
 * @throws Error when the first and the last line of a part do not stand in the file, in this order
 */
export function applyGuideCode(root: string, { path, part, code }: GuideCode): void {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, part ? insert(path, readFileSync(file, 'utf8'), code) : code);
}

function insert(path: string, text: string, code: string): string {
  const lines = text.split('\n');
  const written = code.trimEnd().split('\n');
  const first = indexOf(lines, written.at(0), 0);
  const last = indexOf(lines, written.at(-1), first + 1);
  if (first < 0 || last < 0)
    throw new Error(`${path} does not hold the first and the last line of:\n${code}`);
  return [...lines.slice(0, first), ...written, ...lines.slice(last + 1)].join('\n');
}

function indexOf(lines: readonly string[], wanted: string | undefined, from: number): number {
  return lines.findIndex((line, at) => at >= from && line.trim() === wanted?.trim());
}
