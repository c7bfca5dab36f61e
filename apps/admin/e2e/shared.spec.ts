import { bundleSpecs } from '@repo/testing/specs/bundles';
import { failureSpecs } from '@repo/testing/specs/failures';
import { healthSpecs } from '@repo/testing/specs/health';
import { securitySpecs } from '@repo/testing/specs/security';
import { signInSpecs } from '@repo/testing/specs/sign-in';

bundleSpecs();
healthSpecs();

securitySpecs({
  robots: 'noindex',
  pages: [
    { path: '/sign-in' },
    { path: '/signed-in' },
    { path: '/', as: 'staff' },
    { path: '/users', as: 'staff' },
    { path: '/posts', as: 'staff' },
    { path: '/jobs', as: 'staff' },
    { path: '/audit', as: 'staff' },
    { path: '/perimeter', as: 'staff' },
  ],
});

signInSpecs({ who: 'staff', lands: /\/$/, guarded: '/users' });

failureSpecs({
  path: '/users',
  route: '/users',
  cookie: 'perimeter_admin_session',
});
