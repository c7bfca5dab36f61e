import './globals.css';
import { RootDocument } from '@repo/next/root-document';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';

export const metadata: Metadata = {
  title: { default: 'Perimeter Admin', template: '%s · Perimeter Admin' },
  description: 'The back office of Perimeter: people, moderation, audit log.',
};

export default function RootLayout({ children }: { children: ReactNode }) {
  return <RootDocument>{children}</RootDocument>;
}
