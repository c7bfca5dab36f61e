import type { Part, Row } from '../lib/part.ts';
import { features, libraries, type Library } from './features.ts';

/** Who has what; a test compares it with what the libraries declare, and with ours. */
export async function featuresPart(): Promise<Part> {
  const rows: Row[] = features.map(({ name, ours, has }) => ({
    name,
    ours: ours === null ? 'no' : 'yes',
    ...Object.fromEntries(
      (Object.keys(libraries) as Library[]).map((library) => [
        library,
        has[library] ? 'yes' : 'no',
      ]),
    ),
  }));
  return {
    title: 'Features',
    about: 'Of the package itself, without others beside it: all of them can be had by hand.',
    rows,
    verdicts: [],
  };
}
