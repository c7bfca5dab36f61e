export { call, type CallOptions, type CallReport } from './lib/testing/call-action.ts';
export {
  createTestOrg,
  createTestPost,
  createTestUser,
  type TestOrg,
  type TestUser,
} from './lib/testing/create-people.ts';
export { sign, type Sender, type Unsigned } from './lib/webhooks/sign.ts';
export { keyFor } from './lib/testing/recording-ports.ts';
export { formData } from './lib/testing/form-data.ts';
export { expectLimited, type LimitedOptions } from './lib/testing/expect-limited.ts';
export {
  expectRefused,
  type RefusedOptions,
  type RefusedReport,
} from './lib/testing/expect-refused.ts';
export { fuzz, type FuzzOptions, type FuzzReport } from './lib/testing/fuzz.ts';
