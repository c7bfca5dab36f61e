/** The look shared by text inputs, text areas and selects. */
export const controlClass =
  'w-full min-w-0 rounded-md border border-input bg-card px-3 text-sm text-foreground shadow-xs transition-[background-color,border-color] ' +
  'placeholder:text-muted-foreground hover:border-muted-foreground ' +
  'focus-visible:border-ring focus-visible:outline-2 focus-visible:outline-offset-0 focus-visible:outline-ring/60 ' +
  'aria-invalid:border-danger-text aria-invalid:focus-visible:outline-danger-text ' +
  'disabled:bg-muted disabled:text-muted-foreground [&[readonly]]:bg-muted ' +
  'pointer-coarse:text-base';
