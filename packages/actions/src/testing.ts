export { call, type CallOptions, type CallReport } from './lib/testing/call-action.ts';
export {
  createTestOrg,
  createTestPost,
  createTestUser,
  type TestOrg,
  type TestUser,
} from './lib/testing/create-people.ts';
export { formData } from './lib/testing/form-data.ts';
