import type { JSX } from 'preact';

/** The paths of icons on a field of 16 by 16, drawn with a line of one pixel. */
const PATHS = {
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  fit: 'M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10',
  focus: 'M8 1.5v3M8 11.5v3M1.5 8h3M11.5 8h3M8 5.5a2.5 2.5 0 1 0 0 5a2.5 2.5 0 1 0 0-5z',
  collapse: 'M2.5 4.5h11M2.5 11.5h11M5 8h6M8 6.5v3',
  evidence: 'M3 12.5V7.5a4 4 0 0 1 3-3.5M3 8.5h3v4H3M9.5 12.5V7.5a4 4 0 0 1 3-3.5M9.5 8.5h3v4h-3',
  claim: 'M8 1.8l6.2 6.2L8 14.2L1.8 8zM5.5 8l1.8 1.8L10.8 6.3',
  follow: 'M3.5 2.5l9 5.2l-4 1.1l-1.6 4z',
  save: 'M8 2v7.5M5 6.7L8 9.7l3-3M2.5 11v2.5h11V11',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9zM10.3 10.3l3.5 3.5',
  close: 'M4 4l8 8M12 4l-8 8',
  list: 'M2.5 4h1M6 4h7.5M2.5 8h1M6 8h7.5M2.5 12h1M6 12h7.5',
  sort: 'M4.5 3v10M2.5 11l2 2l2-2M8.5 4h5M8.5 8h4M8.5 12h2.5',
  filter: 'M2.5 3.5h11L9.5 8.5v4l-3 1.2V8.5z',
  group: 'M2.5 2.5h4v4h-4zM9.5 2.5h4v4h-4zM2.5 9.5h4v4h-4zM9.5 9.5h4v4h-4z',
  chevron: 'M5 6.5l3 3l3-3',
} as const;

/** The name of an icon. */
export type IconName = keyof typeof PATHS;

/** An icon in the colour of the text around it; what it stands for is said beside it or by its control. */
export function Icon({ name }: { readonly name: IconName }): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
