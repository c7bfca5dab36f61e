import { registerHooks } from 'node:module';

/**
 * What a bundler or another lockfile would do for the libraries. Next has no `exports`, and Node asks for whole file
 * names; zsa wants zod 3 as its `zod` (on zod 4 it cannot read a form that has an error), which zod 4 brings along.
 */
registerHooks({
  resolve(specifier, context, resolve) {
    if (/^next\/[a-z]+$/.test(specifier)) return resolve(`${specifier}.js`, context);
    const forZsa = specifier === 'zod' && context.parentURL?.includes('/node_modules/zsa/');
    return resolve(forZsa ? 'zod/v3' : specifier, context);
  },
});
