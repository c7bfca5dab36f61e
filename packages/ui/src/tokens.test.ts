import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const source = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');
const declared = new Map(
  Array.from(source.matchAll(/--([\w-]+):([^;]+);/gu), ([, name = '', value = '']) => [
    name,
    value.trim(),
  ]),
);
const themes = ['light', 'dark'] as const;
type Theme = (typeof themes)[number];

const text: Record<string, string[]> = {
  foreground: ['background', 'muted', 'danger-soft', 'success-soft', 'warning-soft'],
  'card-foreground': ['card'],
  'popover-foreground': ['popover'],
  'secondary-foreground': ['secondary'],
  'accent-foreground': ['accent'],
  'muted-foreground': ['background', 'card', 'popover', 'muted', 'accent', 'danger-soft'],
  'primary-foreground': ['primary', 'primary-hover'],
  'destructive-foreground': ['destructive', 'destructive-hover'],
  'primary-text': ['background', 'card', 'muted', 'primary-soft', 'success-soft', 'warning-soft'],
  'danger-text': ['background', 'card', 'danger-soft'],
  'success-text': ['card', 'success-soft'],
  'warning-text': ['card', 'warning-soft'],
};
const shapes: Record<string, string[]> = {
  input: ['card', 'background'],
  ring: ['background', 'card', 'popover', 'muted'],
  primary: ['background', 'card'],
  'danger-text': ['card'],
};

describe.each(themes)('in the %s theme', (theme) => {
  const hues = Array.from({ length: 36 }, (_, index) => String(index * 10));

  test.each(pairs(text))('%s on %s reads at 4.5:1, whatever the brand hue', (front, back) => {
    for (const hue of [declaredHue(), ...hues])
      expect(contrast(front, back, theme, hue), `hue ${hue}`).toBeGreaterThanOrEqual(4.5);
  });

  test.each(pairs(shapes))('%s stands out from %s at 3:1', (front, back) => {
    expect(contrast(front, back, theme, declaredHue())).toBeGreaterThanOrEqual(3);
  });
});

test('every colour of the theme is a declared token', () => {
  const styles = readFileSync(new URL('styles.css', import.meta.url), 'utf8');
  const used = Array.from(
    styles.matchAll(/--color-[\w-]+: var\(--([\w-]+)\)/gu),
    ([, name]) => name,
  );
  expect(used.length).toBeGreaterThan(20);
  expect(used.filter((name = '') => !declared.has(name))).toEqual([]);
});

function pairs(table: Record<string, string[]>): [string, string][] {
  return Object.entries(table).flatMap(([front, backs]) =>
    backs.map((back): [string, string] => [front, back]),
  );
}

function declaredHue(): string {
  return declared.get('brand-hue') ?? '';
}

function contrast(front: string, back: string, theme: Theme, hue: string): number {
  const [dark = 0, light = 0] = [luminance(front, theme, hue), luminance(back, theme, hue)].sort(
    (a, b) => a - b,
  );
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance as WCAG defines it, of an oklch colour clipped to sRGB (matrices: CSS Color 4). */
function luminance(token: string, theme: Theme, hue: string): number {
  const [lightness, chroma, angle] = oklch(token, theme, hue);
  const radians = (angle * Math.PI) / 180;
  const a = chroma * Math.cos(radians);
  const b = chroma * Math.sin(radians);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clip = (channel: number) => Math.min(1, Math.max(0, channel));
  const red = clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
  const green = clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
  const blue = clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function oklch(token: string, theme: Theme, hue: string): [number, number, number] {
  const value = declared.get(token) ?? '';
  const alias = /^var\(--([\w-]+)\)$/u.exec(value)?.[1];
  if (alias) return oklch(alias, theme, hue);
  const colours = value.replaceAll('var(--brand-hue)', hue).match(/oklch\([^)]+\)/gu) ?? [];
  const colour = theme === 'dark' ? colours.at(-1) : colours[0];
  const [l, c, h] = colour?.match(/[\d.]+/gu)?.map(Number) ?? [];
  if (l === undefined || c === undefined || h === undefined)
    throw new Error(`--${token} is not written as oklch(): ${value}`);
  return [l, c, h];
}
