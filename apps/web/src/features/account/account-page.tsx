import { productName } from '@repo/next/product';
import { Brand } from '@repo/ui/brand';
import { CenteredPage, type CenteredPageProps } from '@repo/ui/centered-page';
import Link from 'next/link';

/** An address in a sentence: it may be longer than a line of a phone. */
export function Address({ children }: { children: string }) {
  return <span className="wrap-anywhere">{children}</span>;
}

/** A page about an account: one task, under the product's name. */
export function AccountPage(props: Omit<CenteredPageProps, 'brand'>) {
  return <CenteredPage brand={<Brand as={Link} name={productName} href="/" />} {...props} />;
}
