import { clsx } from 'clsx/lite';
import type { ComponentPropsWithoutRef } from 'react';

/** Any attribute of `<svg>`. Icons are hidden from assistive technology: the text beside them speaks. */
export type IconProps = ComponentPropsWithoutRef<'svg'>;

/** An icon: 16 px by default, drawn in the colour of the text around it. */
export type Icon = (props: IconProps) => React.JSX.Element;

// The marks of purity let a bundler leave out the icons that a page does not draw.
function draw(paths: string): Icon {
  return function SvgIcon({ className, ...props }) {
    return (
      <svg
        viewBox="0 0 16 16"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
        className={clsx('shrink-0', !className?.includes('size-') && 'size-4', className)}
        {...props}
      >
        <path d={paths} />
      </svg>
    );
  };
}

export const IconAlert = /* @__PURE__ */ draw(
  'M8 5.5v3M8 11v.01M6.9 2.6 1.7 11.5a1.3 1.3 0 0 0 1.1 2h10.4a1.3 1.3 0 0 0 1.1-2L9.1 2.6a1.3 1.3 0 0 0-2.2 0Z',
);
export const IconArrowLeft = /* @__PURE__ */ draw('M13 8H3m4 4L3 8l4-4');
export const IconArrowRight = /* @__PURE__ */ draw('M3 8h10M9 4l4 4-4 4');
export const IconCheck = /* @__PURE__ */ draw('m3 8.5 3.2 3.2L13 4.8');
export const IconChevronDown = /* @__PURE__ */ draw('m4 6 4 4 4-4');
export const IconChevronLeft = /* @__PURE__ */ draw('m10 4-4 4 4 4');
export const IconChevronRight = /* @__PURE__ */ draw('m6 4 4 4-4 4');
export const IconCircleCheck = /* @__PURE__ */ draw(
  'M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0ZM5.5 8.2l1.8 1.8 3.3-3.8',
);
export const IconCircleX = /* @__PURE__ */ draw(
  'M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0ZM6 6l4 4m0-4-4 4',
);
export const IconClock = /* @__PURE__ */ draw(
  'M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0ZM8 4.8V8l2.2 1.4',
);
export const IconDocument = /* @__PURE__ */ draw(
  'M9 1.8H4.5A1.3 1.3 0 0 0 3.2 3v10a1.3 1.3 0 0 0 1.3 1.2h7a1.3 1.3 0 0 0 1.3-1.2V5.6L9 1.8Zm0 0v3.8h3.8M5.8 8.6h4.4M5.8 11.2h2.9',
);
export const IconExternal = /* @__PURE__ */ draw(
  'M6.5 3.5H4A1.5 1.5 0 0 0 2.5 5v7A1.5 1.5 0 0 0 4 13.5h7a1.5 1.5 0 0 0 1.5-1.5V9.5M9.5 2.5h4v4m0-4L7.5 8.5',
);
export const IconEye = /* @__PURE__ */ draw(
  'M1.8 8S4 3.8 8 3.8 14.2 8 14.2 8 12 12.2 8 12.2 1.8 8 1.8 8ZM9.8 8a1.8 1.8 0 1 1-3.6 0 1.8 1.8 0 0 1 3.6 0Z',
);
export const IconHome = /* @__PURE__ */ draw(
  'M2.5 7 8 2.5 13.5 7v5.2a1.3 1.3 0 0 1-1.3 1.3H3.8a1.3 1.3 0 0 1-1.3-1.3V7ZM6.3 13.5V9.2h3.4v4.3',
);
export const IconInbox = /* @__PURE__ */ draw(
  'M1.8 8.8 4 3.6a1.3 1.3 0 0 1 1.2-.8h5.6a1.3 1.3 0 0 1 1.2.8l2.2 5.2v3.1a1.3 1.3 0 0 1-1.3 1.3H3.1a1.3 1.3 0 0 1-1.3-1.3V8.8Zm0 0h3.5l1 1.9h3.4l1-1.9h3.5',
);
export const IconInfo = /* @__PURE__ */ draw(
  'M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0ZM8 7.4v3.3M8 5.2v.01',
);
export const IconList = /* @__PURE__ */ draw(
  'M5.5 4H14M5.5 8H14M5.5 12H14M2.2 4v.01M2.2 8v.01M2.2 12v.01',
);
export const IconMonitor = /* @__PURE__ */ draw(
  'M3 2.8h10a1.2 1.2 0 0 1 1.2 1.2v5.5a1.2 1.2 0 0 1-1.2 1.2H3a1.2 1.2 0 0 1-1.2-1.2V4A1.2 1.2 0 0 1 3 2.8ZM5.5 13.4h5M8 10.7v2.7',
);
export const IconMoon = /* @__PURE__ */ draw(
  'M13.6 9.7A5.9 5.9 0 0 1 6.3 2.4a5.9 5.9 0 1 0 7.3 7.3Z',
);
export const IconPencil = /* @__PURE__ */ draw(
  'm2.5 13.5.7-3.1 7.5-7.5a1.4 1.4 0 0 1 2 0l.4.4a1.4 1.4 0 0 1 0 2l-7.5 7.5-3.1.7ZM9.5 4.1l2.4 2.4',
);
export const IconPlus = /* @__PURE__ */ draw('M8 3v10M3 8h10');
export const IconSearch = /* @__PURE__ */ draw(
  'M11.5 7a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0Zm2.2 6.7-3.5-3.5',
);
export const IconShield = /* @__PURE__ */ draw(
  'M8 1.8 2.8 3.7v4c0 3.1 2.1 5.4 5.2 6.5 3.1-1.1 5.2-3.4 5.2-6.5v-4L8 1.8Z',
);
export const IconSun = /* @__PURE__ */ draw(
  'M10.8 8a2.8 2.8 0 1 1-5.6 0 2.8 2.8 0 0 1 5.6 0ZM8 1.5v1M8 13.5v1M14.5 8h-1M2.5 8h-1M12.6 3.4l-.7.7M4.1 11.9l-.7.7M12.6 12.6l-.7-.7M4.1 4.1l-.7-.7',
);
export const IconTrash = /* @__PURE__ */ draw(
  'M2.8 4.2h10.4M6 4.2V2.8a.8.8 0 0 1 .8-.8h2.4a.8.8 0 0 1 .8.8v1.4m2 0-.6 8.5a1.2 1.2 0 0 1-1.2 1.1H5.8a1.2 1.2 0 0 1-1.2-1.1L4 4.2M6.7 7v3.8M9.3 7v3.8',
);
export const IconUser = /* @__PURE__ */ draw(
  'M10.6 5.2a2.6 2.6 0 1 1-5.2 0 2.6 2.6 0 0 1 5.2 0ZM2.8 13.6a5.2 5.2 0 0 1 10.4 0',
);
export const IconUsers = /* @__PURE__ */ draw(
  'M8.4 5.2a2.4 2.4 0 1 1-4.8 0 2.4 2.4 0 0 1 4.8 0ZM1.5 13a4.5 4.5 0 0 1 9 0M10.5 2.9a2.4 2.4 0 0 1 0 4.6M12 9.1a4.5 4.5 0 0 1 2.5 3.9',
);
