'use strict';
// A file of its own: where `import()` is no syntax, `bin.cjs` has said so before this one is read.
void import('./cli.mjs').then(({ main }) => main(process.argv.slice(2)));
