import { setTheme } from '@repo/actions/preferences/actions';
import { getTheme } from './theme.ts';
import { ThemeSwitch } from '@repo/ui/theme-switch';

/** The choice of colours. It works without JavaScript, and cannot fail on input. */
export async function ThemeForm() {
  return (
    <form action={setTheme}>
      <ThemeSwitch current={await getTheme()} />
    </form>
  );
}
