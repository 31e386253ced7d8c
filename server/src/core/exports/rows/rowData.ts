import type { Place } from '../../model';

/** What a row of a view has to hold to be written to a file; those of the views have all of it. */
export interface RowData {
  readonly role: string;
  readonly label: string;
  readonly description: string;
  readonly tooltip?: string;
  readonly place?: Place;
  readonly element?: { readonly kind: string; readonly id?: string };
  readonly state?: string;
  readonly missing: number;
  readonly children: readonly RowData[];
}

/** Where something stands, for who reads it outside the program. */
export interface NamedPlace {
  readonly file: string;
  /** 0-based, UTF-16, as in LSP. */
  readonly line: number;
  readonly character: number;
}

/** Names a place; nothing for one that cannot be read. */
export type PlaceNames = (place: Place) => NamedPlace | undefined;

/** A mark for how things stand with a row; `-` where there is nothing to say. */
export function markOf({ role, state, missing }: RowData): string {
  if (role === 'missing') return '!';
  const mark = state === undefined ? undefined : MARKS.get(state);
  return mark ?? (missing > 0 ? '!' : '-');
}

/** What {@link markOf} gives, for a line that explains it. */
export const LEGEND =
  '✓ holds, ✗ failed, ! something is missing, ~ contested, ? admitted gap, ○ not used';

const MARKS: ReadonlyMap<string, string> = new Map([
  ['supported', '✓'],
  ['passed', '✓'],
  ['failed', '✗'],
  ['unsupported', '!'],
  ['contested', '~'],
  ['admitted-gap', '?'],
  ['unused', '○'],
]);

/** What is said behind the label of a row. */
export function detailsOf({ role, description, missing, element }: RowData): string {
  const id = element?.id === undefined ? '' : `#${element.id}`;
  const lacks = missing > 0 && role !== 'missing' ? `${missing} missing` : '';
  return [id, lacks, description].filter((part) => part !== '').join(' · ');
}
