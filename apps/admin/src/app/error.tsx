'use client';

export { ErrorBoundary as default } from '@repo/next/error-boundary';
