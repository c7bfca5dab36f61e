import { healthSpecs } from '../../src/specs/health.ts';
import { securitySpecs } from '../../src/specs/security.ts';
import { signInSpecs } from '../../src/specs/sign-in.ts';

healthSpecs();
securitySpecs({ pages: [{ path: '/' }, { path: '/home', as: 'author' }], robots: 'index' });
signInSpecs({ who: 'author', lands: /\/home$/, guarded: '/home' });
