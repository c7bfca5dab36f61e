import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { untar } from './untar.mjs';

let place = '';
beforeEach(() => (place = mkdtempSync(join(tmpdir(), 'untar-'))));
afterEach(() => rmSync(place, { recursive: true }));

test.each(['ustar', 'gnu', 'pax'])(
  'unpacks long names and binary files of a %s archive',
  (format) => {
    const folders = 'a-folder/'.repeat(12);
    const long = `${folders}a-name-of-a-file-below-many-folders.txt`;
    const bytes = Buffer.from(Array.from({ length: 1500 }, (_, at) => at % 256));
    mkdirSync(join(place, 'in', folders), { recursive: true });
    writeFileSync(join(place, 'in', long), 'long');
    writeFileSync(join(place, 'in/bytes'), bytes);
    execFileSync('tar', ['-czf', 'a.tgz', `--format=${format}`, 'in'], { cwd: place });
    untar(readFileSync(join(place, 'a.tgz')), join(place, 'out'));
    expect(readFileSync(join(place, 'out/in', long), 'utf8')).toBe('long');
    expect(readFileSync(join(place, 'out/in/bytes'))).toEqual(bytes);
  },
);

test('refuses a file outside of its folder, and what is no archive', () => {
  const header = Buffer.alloc(1024);
  header.write('../out.txt');
  header.write('00000000000\0', 124);
  header.write('0', 156);
  expect(() => untar(gzipSync(header), place)).toThrow('../out.txt is outside of its folder');
  expect(() => untar(gzipSync(Buffer.alloc(512, 'x')), place)).toThrow('no archive of npm');
});
