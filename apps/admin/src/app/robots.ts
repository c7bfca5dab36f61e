import type { MetadataRoute } from 'next';

/** Nothing in here is for search engines. */
export default function robots(): MetadataRoute.Robots {
  return { rules: { userAgent: '*', disallow: '/' } };
}
