'use client';

export {
  useActionForm,
  type ActionForm,
  type ActionFormOptions,
} from './lib/react/use-action-form.ts';
export { idle, KEY_FIELD, ORG_FIELD, type State, type Values } from './result.ts';
