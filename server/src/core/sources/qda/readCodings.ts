import Papa from 'papaparse';
import { codingColumns, placeIn, type CodingColumn } from './codingColumns';
import { decodeBytes } from './decodeBytes';
import { canonicalGuid, guidDigits, guidOfName } from './guids';
import type { QdaCode, QdaProject, QdaSelection, QdaSource } from './qdaProject';
import { CodeHierarchy } from './readCodes';

/** More rows than this are no codings made by people. */
const MAX_ROWS = 200_000;

interface GrowingSelection extends QdaSelection {
  readonly codes: QdaCode[];
  readonly memos: string[];
}

/**
 * Reads codings kept in a spreadsheet: comma, semicolon, tab or bar between the cells, headings in the first row. Rows that
 * repeat source and quotation are one selection with several codes. Without an own GUID a selection has one made from source
 * and words, so that sorting, coding and adding rows does not change it. Throws an Error where it is no such table.
 */
export function readCodings(bytes: Uint8Array, name: string): QdaProject {
  const { text } = decodeBytes(bytes);
  const [told = '', delimiter = ''] = SEPARATOR.exec(text) ?? [];
  const { data, errors } = Papa.parse<string[]>(text.slice(told.length), {
    skipEmptyLines: 'greedy',
    ...(delimiter === '' ? {} : { delimiter }),
    delimitersToGuess: [',', ';', '\t', '|'],
    // The headings, and one row more, by which it is known that there are more.
    preview: MAX_ROWS + 2,
  });
  const [headings = [], ...all] = data;
  const rows = all.slice(0, MAX_ROWS);
  const isCut = all.length > MAX_ROWS;
  const columns = codingColumns(headings);
  if (columns.code === undefined && columns.quotation === undefined) {
    throw new Error(
      'it has no columns of codings; the first row must name them, such as code, quotation, source, place',
    );
  }
  const table = new CodingTable(columns, headings[columns.place ?? -1] ?? '');
  for (const cells of rows) table.add(cells);
  const problems = table.problems();
  if (isCut) {
    problems.unshift(
      `Only the first ${MAX_ROWS.toLocaleString('en')} rows are read; divide the table into several files`,
    );
  }
  const quotes = errors
    .filter(({ type }) => type === 'Quotes')
    .map(
      ({ row = 0 }) =>
        `The quotation marks of row ${String(row + 1)} do not match, so cells may be joined there`,
    );
  return {
    name,
    ...table.result(),
    problems: [...problems, ...quotes].slice(0, MAX_PROBLEMS),
    ...(isCut ? { isCut } : {}),
    ...(quotes.length > 0 ? { hasJoinedRows: true } : {}),
  };
}

const MAX_PROBLEMS = 20;

/** The line by which Excel is told, and tells, what stands between the cells. */
const SEPARATOR = /^"?sep=(.)"?\r?\n/i;

class CodingTable {
  readonly #columns: Partial<Record<CodingColumn, number>>;
  readonly #placeHeading: string;
  readonly #codes = new CodeHierarchy();
  readonly #sources = new Map<string, QdaSource>();
  readonly #selections = new Map<string, GrowingSelection>();
  /** How many passages have a GUID. */
  readonly #guids = new Map<string, number>();

  constructor(columns: Partial<Record<CodingColumn, number>>, placeHeading: string) {
    this.#columns = columns;
    this.#placeHeading = placeHeading;
  }

  add(cells: readonly string[]): void {
    const cell = (column: CodingColumn): string => cells[this.#columns[column] ?? -1]?.trim() ?? '';
    const codes = codeNames(cell('code')).map((name) => this.#code(name, cell('description')));
    const text = cell('quotation');
    const place = placeIn(cell('place'), this.#placeHeading);
    // A row without words or place says no more than what the code means.
    if (text === '' && place === '') return;
    const source = this.#source(cell('source'));
    const key = `${source.name}\n${text === '' ? place : folded(text)}`;
    const memo = cell('memo');
    const known = this.#selections.get(key);
    if (known) {
      known.codes.push(...codes.filter((code) => !known.codes.includes(code)));
      if (memo !== '' && !known.memos.includes(memo)) known.memos.push(memo);
      return;
    }
    const own = guidDigits(cell('guid'));
    const [user, date] = [cell('user'), cell('date')];
    const guid = /^[\da-f]{32}$/.test(own) ? canonicalGuid(own) : guidOfName(key);
    this.#guids.set(guid, (this.#guids.get(guid) ?? 0) + 1);
    this.#selections.set(key, {
      guid,
      source,
      text,
      ...(place === '' ? {} : { place }),
      codes,
      cases: [],
      memos: memo === '' ? [] : [memo],
      ...(user === '' ? {} : { user }),
      ...(date === '' ? {} : { date }),
    });
  }

  result(): Pick<QdaProject, 'sources' | 'codes' | 'selections'> {
    return {
      sources: [...this.#sources.values()],
      codes: this.#codes.codes,
      selections: [...this.#selections.values()],
    };
  }

  /** What cannot be told apart, one sentence each. */
  problems(): string[] {
    return [...this.#guids].flatMap(([guid, times]) =>
      times < 2
        ? []
        : [`${times} passages have the GUID ${guid}, so that qda= cannot tell them apart`],
    );
  }

  #source(name: string): QdaSource {
    const shown = name === '' ? UNNAMED : name;
    const source = this.#sources.get(shown) ?? { name: shown, kind: 'table', memos: [] };
    this.#sources.set(shown, source);
    return source;
  }

  #code(name: string, description: string): QdaCode {
    const data = {
      ...(description === '' ? {} : { description }),
      memos: [],
      isCodable: true,
    };
    return this.#codes.add(name, undefined, data);
  }
}

const UNNAMED = '(no source)';

/** Several codes in one cell stand on lines of their own, or between semicolons or bars. */
function codeNames(cell: string): string[] {
  return cell
    .split(/[\n;|]/)
    .map((name) => name.trim().replace(/\s*[>\\]\s*/g, '::'))
    .filter((name) => name !== '');
}

function folded(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}
