import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { printJson } from './print-json.ts';

/** A wish that cannot be fulfilled, in one sentence for whoever had it. */
export class Refusal extends Error {}

/** What a generator is about to write. Nothing of it is on the disk before `write`. */
export class Plan {
  readonly root: string;
  readonly #texts = new Map<string, string>();

  constructor(root: string) {
    this.root = root;
  }

  /** Paths relative to the root. */
  get paths(): string[] {
    return [...this.#texts.keys()];
  }

  has(path: string): boolean {
    return this.#texts.has(path) || existsSync(join(this.root, path));
  }

  read(path: string): string {
    const planned = this.#texts.get(path);
    if (planned !== undefined) return planned;
    if (this.has(path)) return readFileSync(join(this.root, path), 'utf8');
    throw new Refusal(`There is no ${path} to write into.`);
  }

  /** A new file. */
  create(path: string, text: string): void {
    if (this.has(path)) throw new Refusal(`${path} is there already: nothing was changed.`);
    this.#texts.set(path, text);
  }

  /** Changes a text that is there. A place that is not found in it is a Refusal. */
  edit(path: string, change: (text: string) => string): void {
    const text = this.read(path);
    try {
      this.#texts.set(path, change(text));
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new Refusal(`${path}: ${why} Nothing was changed.`, { cause: error });
    }
  }

  /** Changes a JSON file that is there, and keeps the order of its keys. */
  editJson<Json extends object>(path: string, change: (json: Json) => void): void {
    const text = this.read(path);
    const json = JSON.parse(text) as Json;
    change(json);
    this.#texts.set(path, `${printJson(json, text)}\n`);
  }

  /** Writes everything, laid out as `pnpm format` does. */
  write(): void {
    for (const [path, text] of this.#texts) {
      mkdirSync(dirname(join(this.root, path)), { recursive: true });
      writeFileSync(join(this.root, path), text);
    }
    const format = join(this.root, 'node_modules/.bin/oxfmt');
    execFileSync(format, this.paths, { cwd: this.root, stdio: 'ignore' });
  }
}
