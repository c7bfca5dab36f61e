import { definePlaywright } from '@repo/testing/playwright';

export default await definePlaywright({ app: 'web', apps: ['web', 'admin'] });
