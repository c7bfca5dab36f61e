import type { ReactNode } from 'react';

export interface CenteredPageProps {
  /** The product's mark above the card; a link home. */
  brand?: ReactNode;
  title: ReactNode;
  description?: ReactNode;
  /** A line below the card: the way to the other form. */
  footer?: ReactNode;
  children: ReactNode;
}

/** A whole page with one task and no navigation: sign in, sign up, a confirmation. Renders `main`. */
export function CenteredPage({ brand, title, description, footer, children }: CenteredPageProps) {
  return (
    <main className="mx-auto grid min-h-dvh w-full max-w-[26rem] content-center px-4 py-10 sm:pb-[14vh]">
      {brand && <div className="mb-6 flex justify-center">{brand}</div>}
      <div className="rounded-xl border bg-card px-5 py-6 shadow-sm sm:px-8 sm:py-8">
        <h1 className="text-xl font-semibold tracking-[-0.015em]">{title}</h1>
        {description && <p className="mt-1 text-pretty text-muted-foreground">{description}</p>}
        <div className="mt-6">{children}</div>
      </div>
      {footer && <div className="mt-6 text-center text-muted-foreground">{footer}</div>}
    </main>
  );
}
