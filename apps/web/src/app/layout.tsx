import './globals.css';
import { RootDocument } from '@repo/next/root-document';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';

export const metadata: Metadata = {
  title: { default: 'Perimeter', template: '%s · Perimeter' },
  description: 'A small publishing product, built to show the Perimeter starter kit at work.',
};

export default function RootLayout({ children }: { children: ReactNode }) {
  return <RootDocument>{children}</RootDocument>;
}
