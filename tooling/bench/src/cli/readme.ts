import { writeSection } from '../readme/readme.ts';

// Part of every `pnpm bench`; alone after results.json or the section was changed.
writeSection();
