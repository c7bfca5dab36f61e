import { filename, importedFiles } from '../imported-files.mjs';

const product = /\/(?:apps|packages)\/[^/]+\/(?:.+\/)?src\//;
const tests =
  /\.(?:test|spec|soak)\.tsx?$|\/testing\.ts$|\/testing\/|\/(?:apps|packages)\/[^/]+\/e2e\//;
const kit =
  /^@repo\/[^/]+\/testing$|^@repo\/testing(?:\/|$)|\/testing\.ts$|\/testing\/|^(?:fast-check|vitest|@playwright\/test)(?:\/|$)/;

/** @type {import('../rule.d.ts').Rule} */
export const testingStaysOut = {
  meta: {
    type: 'problem',
    docs: { description: 'What serves people imports nothing that serves tests' },
  },
  create(context) {
    const file = filename(context);
    if (!product.test(file) || tests.test(file)) return {};
    return importedFiles(context, (target, node) => {
      if (!kit.test(target)) return;
      context.report({
        node,
        message: `'${target}' is for tests, and would be shipped with this file: import it from a *.test.ts, or move what both need out of it.`,
      });
    });
  },
};
