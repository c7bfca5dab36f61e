import { bundleSpecs } from '@repo/testing/specs/bundles';
import { failureSpecs } from '@repo/testing/specs/failures';
import { healthSpecs } from '@repo/testing/specs/health';
import { securitySpecs } from '@repo/testing/specs/security';
import { signInSpecs } from '@repo/testing/specs/sign-in';

bundleSpecs();
healthSpecs();

securitySpecs({
  robots: 'index',
  pages: [
    { path: '/' },
    { path: '/sign-in' },
    { path: '/sign-up' },
    { path: '/reset-password?token=none' },
    { path: '/p/northwind' },
    { path: '/p/northwind/what-changed-in-march' },
    { path: '/o/northwind', as: 'author' },
    { path: '/o/northwind/posts', as: 'author' },
    { path: '/o/northwind/posts/new', as: 'author' },
  ],
});

signInSpecs({ who: 'author', lands: /\/o\/northwind/, guarded: '/o/northwind/posts' });

failureSpecs({ path: '/p/northwind', route: '/p/[org]' });
