export { SECRET_NAME } from './lib/secret-name.ts';
