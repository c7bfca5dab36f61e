import { z } from '../lib/zod.ts';

const THEMES = ['system', 'light', 'dark'] as const;

export const setThemeSchema = z.object({ theme: z.enum(THEMES) });
