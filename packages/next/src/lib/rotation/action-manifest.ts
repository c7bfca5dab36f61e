import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const FILE = ['.next', 'server', 'server-reference-manifest.json'] as const;

const entries = z.record(
  z.string().regex(/^[0-9a-f]{42}$/),
  z.object({ filename: z.string(), exportedName: z.string() }),
);
const schema = z
  .object({ encryptionKey: z.string(), node: entries, edge: entries })
  .transform(({ encryptionKey, node, edge }) => ({
    key: encryptionKey,
    actions: new Map(Object.entries({ ...node, ...edge })),
  }));

/** What a build of Next says of its actions: the key that it was made with, and file and name of each wire id. */
export type ActionManifest = z.infer<typeof schema>;

/**
 * Reads what Next wrote about the actions of a production build.
 * @param folder the app's, where `next start` runs
 * @throws Error that names the file, when it is not there or not as it is in Next 16.4
 */
export function readActionManifest(folder: string): ActionManifest {
  const file = join(/* turbopackIgnore: true */ folder, ...FILE);
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new Error(`${file} cannot be read as the list of the actions of this build`, {
      cause: error,
    });
  }
}
