import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { gunzipSync } from 'node:zlib';

const BLOCK = 512;

/**
 * Unpacks what `npm pack` and `pnpm pack` make: plain files, long names in the ways of POSIX and GNU.
 *
 * @param {Buffer} tarball
 * @param {string} folder
 * @throws Error for what is no such archive, or has a file outside of its folder
 */
export function untar(tarball, folder) {
  const archive = gunzipSync(tarball);
  let longName = '';
  for (let at = 0; at + BLOCK <= archive.length;) {
    const header = archive.subarray(at, at + BLOCK);
    if (header.every((byte) => byte === 0)) return;
    const size = Number.parseInt(text(header, 124, 12), 8);
    if (Number.isNaN(size)) throw new Error('no archive of npm');
    const content = archive.subarray(at + BLOCK, at + BLOCK + size);
    const kind = text(header, 156, 1);
    if (kind === 'x') longName = /^\d+ path=(.+)$/m.exec(content.toString())?.[1] ?? longName;
    else if (kind === 'L') longName = text(content, 0, size);
    else if (kind !== 'g') {
      const prefix = text(header, 345, 155);
      const name = longName || (prefix && `${prefix}/`) + text(header, 0, 100);
      if (kind === '0' || kind === '') write(folder, name, content);
      longName = '';
    }
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
}

/**
 * @param {Buffer} bytes
 * @param {number} start
 * @param {number} length
 */
function text(bytes, start, length) {
  const [value = ''] = bytes.toString('utf8', start, start + length).split('\0', 1);
  return value.trim();
}

/**
 * @param {string} folder
 * @param {string} name
 * @param {Buffer} content
 */
function write(folder, name, content) {
  const path = normalize(name);
  if (path.startsWith('..') || path.startsWith('/') || /^[a-z]:/i.test(path))
    throw new Error(`${name} is outside of its folder`);
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}
