import { definePlaywright } from '@repo/testing/playwright';

export default await definePlaywright({ app: 'admin', apps: ['web', 'admin'] });
