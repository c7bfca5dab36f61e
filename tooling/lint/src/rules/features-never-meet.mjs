import { filename, importedFiles } from '../imported-files.mjs';

const feature = /(?:\/apps\/[^/]+\/(?:src\/)?|^[#@~]\/?)features\/(?<name>[^/]+)/;

/** @type {import('../rule.d.ts').Rule} */
export const featuresNeverMeet = {
  meta: { type: 'problem', docs: { description: 'Features of an app never import each other' } },
  create(context) {
    const own = feature.exec(filename(context))?.groups?.name;
    if (own === undefined) return {};
    return importedFiles(context, (target, node) => {
      const other = feature.exec(target)?.groups?.name;
      if (other === undefined || other === own) return;
      context.report({
        node,
        message: `Feature '${own}' imports nothing of feature '${other}': let the page join them, or move what both need to the app's src/ or to a package.`,
      });
    });
  },
};
