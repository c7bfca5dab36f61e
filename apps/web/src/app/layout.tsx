import './globals.css';
import { productName } from '@repo/next/product';
import { RootDocument } from '@repo/next/root-document';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';

export const metadata: Metadata = {
  title: { default: productName, template: `%s · ${productName}` },
  description: 'A small publishing product for teams.',
};

export default function RootLayout({ children }: { children: ReactNode }) {
  return <RootDocument>{children}</RootDocument>;
}
