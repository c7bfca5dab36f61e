export { redact } from './lib/redact.ts';
