import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { ask } from './ask.mjs';

/** Types the answers, each when its question has come. */
function answering(answers: string[]) {
  const [input, output] = [new PassThrough(), new PassThrough()];
  let seen = '';
  output.on('data', (data: Buffer) => {
    seen += data.toString();
    if (!seen.endsWith(') ')) return;
    const next = answers.shift();
    if (next === undefined) input.end();
    else input.write(`${next}\n`);
    seen += '\n';
  });
  const options = {
    dependencies: ['@types/node'],
    signal: new AbortController().signal,
    input,
    output,
  };
  return { options, said: () => seen };
}

test('asks for folder, scope and sample; Enter takes the default', async () => {
  const { options } = answering(['', '', '']);
  expect(await ask({}, options)).toEqual({
    folder: 'my-product',
    scope: '@my-product',
    sample: true,
  });
});

test('asks for no more than what the command line has left open', async () => {
  const { options, said } = answering(['no']);
  const answers = await ask({ folder: 'shop', scope: '@acme' }, options);
  expect(answers).toEqual({ folder: 'shop', scope: '@acme', sample: false });
  expect(said()).not.toContain('Folder');
});

test('asks again, with the reason, when an answer cannot be', async () => {
  const { options, said } = answering(['My Shop', 'my-shop', '@types', '@acme', 'perhaps', 'y']);
  expect(await ask({}, options)).toEqual({ folder: 'my-shop', scope: '@acme', sample: true });
  expect(said()).toMatch(/for example my-shop[\s\S]*belongs to packages[\s\S]*answer yes or no/);
});

test('who leaves the questions gets nothing', async () => {
  const { options } = answering(['shop']);
  await expect(ask({}, options)).rejects.toThrow('Nothing was made');
});
