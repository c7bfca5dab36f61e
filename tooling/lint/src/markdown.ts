/** A place in a text that points at something. */
export interface Pointer {
  line: number;
  target: string;
}

/** A piece of code that a text claims to be a part of a file. */
export interface Snippet extends Pointer {
  code: string;
}

const FENCE = /^ *```[^\n]*\n(?<code>.*?)^ *```$/gms;
const LINK = /\]\((?<target>[^)\s]+)(?: "[^"]*")?\)|<img [^>]*src="(?<image>[^"]+)"/g;
const CODE = /`(?<target>[^`\n]+)`/g;
const REMOVED = /`git rm -r (?<paths>[^`\n]+)`/g;
const SCRIPT = /\bpnpm(?:@12)? (?:--silent )?(?<target>[a-z][\w:-]*)/g;
const ALL_OR_CODE = /^ *```[^\n]*\n.*?^ *```$|`[^`\n]+`|[^\n]/gms;
const SNIPPET = /^<!-- snippet: (?<target>\S+) -->\n+```[^\n]*\n(?<code>.*?)^```$/gms;
const COMMENT = /^(?:<!-- ).*?-->$/gms;
const FOLDER = /^(?:apps|packages|tooling|docs|\.ci|\.github|\.changeset|src|e2e|proof)\/[^\s<>]+$/;

/** The links of a markdown text that stay inside of the repository. */
export function linksIn(text: string): Pointer[] {
  return pointers(withoutCode(text).replaceAll(CODE, blank), LINK).filter(
    ({ target }) => !/^[a-z]+:/.test(target),
  );
}

/** What a markdown text names as `a path of the repository`, or of the folder that the text is in. */
export function pathsIn(text: string): Pointer[] {
  const each = withoutCode(text).replaceAll(REMOVED, (_, paths: string) =>
    paths.replaceAll(/\S+/g, '`$&`'),
  );
  return pointers(each, CODE).filter(({ target }) => FOLDER.test(target));
}

/** What a markdown text has its reader run by pnpm, in fenced code and in backticks. */
export function scriptsIn(text: string): Pointer[] {
  const code = text.replaceAll(ALL_OR_CODE, (part) => (part.length > 1 ? part : ' '));
  return pointers(code, SCRIPT);
}

/** The fenced code below `<!-- snippet: path -->`. */
export function snippetsIn(text: string): Snippet[] {
  return [...text.matchAll(SNIPPET)].map(({ index, groups = {} }) => ({
    line: lineAt(text, index),
    target: groups.target ?? '',
    code: groups.code ?? '',
  }));
}

/** The anchors of a markdown text's headings, as code hosts make them. */
export function anchorsIn(text: string): string[] {
  const headings = withoutCode(text).matchAll(/^#+ (?<title>.+)$/gm);
  return [...headings].map(({ groups }) =>
    (groups?.title ?? '')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

function pointers(text: string, pattern: RegExp): Pointer[] {
  return [...text.matchAll(pattern)].map(({ index, groups = {} }) => ({
    line: lineAt(text, index),
    target: groups.target ?? groups.image ?? '',
  }));
}

function withoutCode(text: string): string {
  return text.replaceAll(FENCE, blank).replaceAll(COMMENT, blank);
}

/** As many lines, nothing on them. */
function blank(text: string): string {
  return text.replaceAll(/[^\n]/g, ' ');
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}
