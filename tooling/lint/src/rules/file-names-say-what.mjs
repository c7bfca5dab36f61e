import { filename } from '../imported-files.mjs';

const vague = /\/(?<name>utils?|helpers?|misc|common)(?:\.[^/]+|\/[^/]*)$/;

/** @type {import('../rule.d.ts').Rule} */
export const fileNamesSayWhat = {
  meta: { type: 'problem', docs: { description: 'A file is named after what it exports' } },
  create(context) {
    const name = vague.exec(filename(context))?.groups?.name;
    if (name === undefined) return {};
    return {
      Program: (node) =>
        context.report({
          node,
          message: `'${name}' says nothing: name the file after its one export (format-date.ts), and split it when there are several.`,
        }),
    };
  },
};
