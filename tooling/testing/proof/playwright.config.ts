import { definePlaywright } from '../src/playwright.ts';

export default await definePlaywright({ app: 'web', apps: ['web', 'admin'] });
