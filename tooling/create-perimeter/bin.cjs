#!/usr/bin/env node
'use strict';
// Any Node can read this file, so that an old one gets a sentence and not a syntax error.
if (Number(process.versions.node.split('.')[0]) < 20) {
  console.error(
    'create-perimeter needs Node 20 or newer; this is ' +
      process.version +
      '. Install a newer one, for example from https://nodejs.org.',
  );
  process.exitCode = 1;
} else {
  require('./src/start.cjs');
}
