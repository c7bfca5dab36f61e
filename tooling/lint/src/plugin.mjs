import { engineImportsNoSubject } from './rules/engine-imports-no-subject.mjs';
import { featuresNeverMeet } from './rules/features-never-meet.mjs';
import { fileNamesSayWhat } from './rules/file-names-say-what.mjs';
import { subjectsStayApart } from './rules/subjects-stay-apart.mjs';
import { testingStaysOut } from './rules/testing-stays-out.mjs';

/** The rules of this repository that oxlint does not have. */
export default {
  meta: { name: 'perimeter' },
  rules: {
    'engine-imports-no-subject': engineImportsNoSubject,
    'features-never-meet': featuresNeverMeet,
    'file-names-say-what': fileNamesSayWhat,
    'subjects-stay-apart': subjectsStayApart,
    'testing-stays-out': testingStaysOut,
  },
};
