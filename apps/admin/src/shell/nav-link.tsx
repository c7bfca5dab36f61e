'use client';

import { createNavLink } from '@repo/next/nav-link';

export const NavLink = createNavLink(/^\/$/);
