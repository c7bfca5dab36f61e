import { productName } from '@repo/next/product';
import { SignedInAgain } from '@repo/next/signed-in-again';
import { Brand } from '@repo/ui/brand';
import type { Metadata } from 'next';
import Link from 'next/link';

export const metadata: Metadata = { title: 'Signed in' };

export default function SignedInPage() {
  return (
    <SignedInAgain
      brand={<Brand as={Link} name={productName} href="/" />}
      home={{ href: '/o', label: 'Go to your posts instead' }}
    />
  );
}
