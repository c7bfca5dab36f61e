import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Makes the secrets of a checkout where its tools look for them (`tooling/services`), for development and tests only:
 * the folder is ignored by git, the file is its owner's.
 *
 * @param {string} folder
 */
export async function writeSecrets(folder) {
  const secrets = {
    APP_SECRET: randomBytes(32).toString('base64url'),
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
  };
  await mkdir(join(folder, '.data'));
  const text = `${JSON.stringify(secrets, null, 2)}\n`;
  await writeFile(join(folder, '.data', 'secrets.json'), text, { mode: 0o600 });
}
