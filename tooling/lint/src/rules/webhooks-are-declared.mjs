import { textOf } from '../definitions.mjs';
import { filename } from '../imported-files.mjs';

const handlers = /\/apps\/[^/]+\/(?:src\/)?app\/(?:.*\/)?route\.tsx?$/;
const place = /\/app\/api\/webhooks\/(?:[^/]+\/)+route\.tsx?$/;
const named = /\/app\/(?:.*\/)?webhooks?\//;
const declared = /^@repo\/actions\/webhooks\/(?!actions$)[\w-]+$/;
const WRITES = ['POST', 'PUT', 'PATCH', 'DELETE'];

/** @typedef {import('../rule.d.ts').Node} Node */

/** @type {import('../rule.d.ts').Rule} */
export const webhooksAreDeclared = {
  meta: {
    type: 'problem',
    docs: {
      description: 'What takes webhooks is made by defineWebhook, and stands past the proxy',
    },
  },
  create(context) {
    const file = filename(context);
    if (!handlers.test(file)) return {};
    const isWebhook = named.test(file);
    return {
      ExportNamedDeclaration(node) {
        const from = textOf(node.source);
        if (declared.test(from) && !place.test(file)) {
          context.report({
            node,
            message:
              'A webhook stands at app/api/webhooks/<sender>/route.ts: the matcher of proxy.ts leaves that folder out, as behind a proxy Next holds each body until it is whole, however slow it is.',
          });
        } else if (isWebhook && !declared.test(from) && writesOf(node).length > 0) {
          context.report({
            node,
            message:
              "Who calls this is told by its signature, over raw bytes, once: declare the sender by defineWebhook in packages/actions/src/webhooks/<sender>.ts, and write `export { partnerWebhook as POST } from '@repo/actions/webhooks/<sender>'` here (docs/guides/receive-a-webhook.md).",
          });
        }
      },
    };
  },
};

/**
 * The handlers of writing methods that a statement exports.
 *
 * @param {Node} statement
 */
function writesOf({ declaration, specifiers = [] }) {
  const made = [declaration, ...(declaration?.declarations ?? [])].map((one) => one?.id?.name);
  const passed = specifiers.map(({ exported }) => exported?.name);
  return [...made, ...passed].filter((name) => WRITES.includes(name ?? ''));
}
