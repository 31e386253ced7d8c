import type { PlaceNames, RowData } from './rowData';

/** A row for programs. */
interface JsonRow {
  readonly role: string;
  readonly label: string;
  readonly description: string;
  readonly tooltip?: string;
  readonly state?: string;
  readonly element?: { readonly kind: string; readonly id?: string };
  readonly missing: number;
  readonly place?: ReturnType<PlaceNames>;
  readonly children: readonly JsonRow[];
}

/** Rows as JSON; its shape is a contract, its version says which. */
export function rowsJson(
  view: string,
  options: object,
  rows: readonly RowData[],
  place: PlaceNames,
): string {
  const toJson = (row: RowData): JsonRow => {
    const { role, label, description, tooltip, state, element, missing, children } = row;
    const where = row.place && place(row.place);
    return {
      role,
      label,
      description,
      ...(tooltip === undefined ? {} : { tooltip }),
      ...(state === undefined ? {} : { state }),
      ...(element ? { element: named(element) } : {}),
      missing,
      ...(where ? { place: where } : {}),
      children: children.map(toJson),
    };
  };
  return `${JSON.stringify({ version: 1, view, ...options, rows: rows.map(toJson) }, undefined, 2)}\n`;
}

/** Without the key, which holds only while the program runs. */
function named({ kind, id }: NonNullable<RowData['element']>) {
  return id === undefined ? { kind } : { kind, id };
}
