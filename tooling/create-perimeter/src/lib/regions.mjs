const MARK =
  /^[ \t]*(?:\/\/|#|<!--|\{?\/\*)[ \t]*<(?<end>\/?)(?<name>kit|sample)>[ \t]*(?:-->|\*\/\}?)?[ \t]*$/;

/**
 * Takes out the marked regions of a text, or their marks alone. A region stands between two lines of comment,
 * `// <sample>` and `// </sample>` (or in `#`, `<!-- -->`, `{/* ... *\/}`): what is in it goes with the sample, or
 * with the development of the kit itself.
 *
 * @param {string} text
 * @param {'kit' | 'sample'} name
 * @param {boolean} keep whether the content stays
 * @throws Error for a mark without its other half
 */
export function withoutRegions(text, name, keep) {
  if (!text.includes(`<${name}>`) && !text.includes(`</${name}>`)) return text;
  let inside = false;
  /** @type {string[]} */
  const lines = [];
  let blank = false;
  for (const line of text.split('\n')) {
    const mark = MARK.exec(line)?.groups;
    if (mark?.name === name) {
      if (inside !== Boolean(mark.end))
        throw new Error(`<${name}> and </${name}> do not alternate`);
      inside = !inside;
      // Markdown has a blank line on each side of a comment: one is enough without it.
      blank = lines.at(-1) === '';
    } else if (keep || !inside) {
      if (line !== '' || !blank) lines.push(line);
      blank = false;
    }
  }
  if (inside) throw new Error(`<${name}> has no </${name}>`);
  return lines.join('\n');
}
