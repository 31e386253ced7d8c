import type { Kind, Place } from '../../model';
import type { Element } from '../../project';
import { dotted } from '../markdown';
import { nameOf } from '../naming';

/** What a row of a tree view stands for; it decides the icon. */
export type RowRole =
  | 'mechanism'
  | 'trigger'
  | 'step'
  | 'outcome'
  | 'evidence'
  | 'counter-evidence'
  | 'test'
  | 'claim'
  | 'premise'
  | 'warrant'
  | 'rebuttal'
  | 'gap'
  | 'construct'
  | 'definition'
  | 'use'
  | 'drift'
  | 'source'
  | 'work'
  | 'fork'
  | 'group'
  | 'file'
  | 'section'
  | 'summary'
  | 'missing';

/** How things stand with what a row is about; the view colours its icon by it and says it aloud. */
export type RowState =
  'supported' | 'unsupported' | 'contested' | 'admitted-gap' | 'passed' | 'failed' | 'unused';

/** A row of a tree view: of Mechanisms, Claims, Constructs or Sources. */
export interface Row {
  readonly role: RowRole;
  readonly label: string;
  /** Shown behind the label, in grey; '' for none. */
  readonly description: string;
  /** What the pointer over the row shows, in plain text; left out, the label. */
  readonly tooltip?: string;
  /** The text that a click reveals. */
  readonly place?: Place;
  /** The element that the row stands for. */
  readonly element?: RowElement;
  readonly state?: RowState;
  /** How many things are missing in this row and below it. */
  readonly missing: number;
  /** Whether it is folded open at first; left out, the rows at the top are. */
  readonly isOpen?: boolean;
  readonly children: readonly Row[];
}

/** An element as a row names it. */
export interface RowElement {
  /** Its key in the project, see `Element`. */
  readonly key: string;
  readonly kind: Kind;
  readonly id?: string;
}

/** What a row may say besides its role, label and description. */
export type RowDetails = Partial<Pick<Row, 'state' | 'tooltip' | 'isOpen' | 'place'>>;

/** The row of an element; what is missing below it is counted. */
export function elementRow(
  role: RowRole,
  element: Element,
  description: readonly string[],
  children: readonly Row[] = [],
  { label = nameOf(element), ...details }: RowDetails & { readonly label?: string } = {},
): Row {
  const { key, kind, id, place } = element;
  return {
    role,
    label,
    description: dotted(...description),
    place,
    element: { key, kind, ...(id === undefined ? {} : { id }) },
    missing: totalMissing(children),
    ...details,
    children,
  };
}

/** A row without an element, over others; what is missing below it is counted. */
export function groupRow(
  label: string,
  children: readonly Row[],
  {
    role = 'group',
    description = '',
    ...details
  }: RowDetails & Partial<Pick<Row, 'role' | 'description'>> = {},
): Row {
  return { role, label, description, missing: totalMissing(children), ...details, children };
}

/** A row that stands for nothing below it and misses nothing. */
export function leafRow(
  role: RowRole,
  label: string,
  description = '',
  details: RowDetails = {},
): Row {
  return { role, label, description, missing: 0, ...details, children: [] };
}

/** The row of something that is missing; a click leads to where it would be written. */
export function missingRow(label: string, place: Place): Row {
  return { role: 'missing', label, description: '', place, missing: 1, children: [] };
}

/** What is missing in some rows and below them. */
export function totalMissing(rows: readonly Row[]): number {
  return rows.reduce((sum, { missing }) => sum + missing, 0);
}
