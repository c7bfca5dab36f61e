import { actionsAreNeverInline } from './rules/actions-are-never-inline.mjs';
import { actionsHaveNoBarrel } from './rules/actions-have-no-barrel.mjs';
import { actionsLiveInActionsFiles } from './rules/actions-live-in-actions-files.mjs';
import { actionsRunOnEvents } from './rules/actions-run-on-events.mjs';
import { appsHoldNoDatabase } from './rules/apps-hold-no-database.mjs';
import { componentsCallActions } from './rules/components-call-actions.mjs';
import { createsAreIdempotent } from './rules/creates-are-idempotent.mjs';
import { engineImportsNoSubject } from './rules/engine-imports-no-subject.mjs';
import { environmentInEnvFiles } from './rules/environment-in-env-files.mjs';
import { exportsAreActions } from './rules/exports-are-actions.mjs';
import { featuresNeverMeet } from './rules/features-never-meet.mjs';
import { fileNamesSayWhat } from './rules/file-names-say-what.mjs';
import { guardsAreWrittenOut } from './rules/guards-are-written-out.mjs';
import { invalidatedOnce } from './rules/invalidated-once.mjs';
import { propertiesInOrder } from './rules/properties-in-order.mjs';
import { responseComesAfterCommit } from './rules/response-comes-after-commit.mjs';
import { routesRunActions } from './rules/routes-run-actions.mjs';
import { subjectsStayApart } from './rules/subjects-stay-apart.mjs';
import { testingStaysOut } from './rules/testing-stays-out.mjs';
import { webhooksAreDeclared } from './rules/webhooks-are-declared.mjs';

/** The rules of this repository that oxlint does not have: docs/rules.md has a section for each. */
export default {
  meta: { name: 'perimeter' },
  rules: {
    'actions-are-never-inline': actionsAreNeverInline,
    'actions-have-no-barrel': actionsHaveNoBarrel,
    'actions-live-in-actions-files': actionsLiveInActionsFiles,
    'actions-run-on-events': actionsRunOnEvents,
    'apps-hold-no-database': appsHoldNoDatabase,
    'components-call-actions': componentsCallActions,
    'creates-are-idempotent': createsAreIdempotent,
    'engine-imports-no-subject': engineImportsNoSubject,
    'environment-in-env-files': environmentInEnvFiles,
    'exports-are-actions': exportsAreActions,
    'features-never-meet': featuresNeverMeet,
    'file-names-say-what': fileNamesSayWhat,
    'guards-are-written-out': guardsAreWrittenOut,
    'invalidated-once': invalidatedOnce,
    'properties-in-order': propertiesInOrder,
    'response-comes-after-commit': responseComesAfterCommit,
    'routes-run-actions': routesRunActions,
    'subjects-stay-apart': subjectsStayApart,
    'testing-stays-out': testingStaysOut,
    'webhooks-are-declared': webhooksAreDeclared,
  },
};
