import { cn } from './cn.ts';
import { type Icon, IconMonitor, IconMoon, IconSun } from './icons.tsx';

export type Theme = 'light' | 'dark' | 'system';

const themes: { value: Theme; label: string; icon: Icon }[] = [
  { value: 'light', label: 'Light', icon: IconSun },
  { value: 'dark', label: 'Dark', icon: IconMoon },
  { value: 'system', label: 'System', icon: IconMonitor },
];

export interface ThemeSwitchProps {
  /** The theme in force; `system` by default. */
  current?: Theme;
  className?: string;
}

/** Three submit buttons named `theme`. The app puts them into a form that stores the choice and sets `<html data-theme>`. */
export function ThemeSwitch({ current = 'system', className }: ThemeSwitchProps) {
  return (
    <fieldset
      aria-label="Theme"
      className={cn('inline-flex gap-0.5 rounded-lg border bg-muted p-0.5', className)}
    >
      {themes.map(({ value, label, icon: ThemeIcon }) => (
        <button
          key={value}
          type="submit"
          name="theme"
          value={value}
          aria-pressed={value === current}
          title={label}
          className="grid h-7 w-9 place-items-center rounded-md border border-transparent text-muted-foreground transition-colors hover:text-foreground aria-pressed:border-border aria-pressed:bg-card aria-pressed:text-foreground aria-pressed:shadow-xs forced-colors:aria-pressed:border-[Highlight] pointer-coarse:size-11"
        >
          <ThemeIcon />
          <span className="sr-only">{label}</span>
        </button>
      ))}
    </fieldset>
  );
}
