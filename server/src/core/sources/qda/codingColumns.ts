/** What a column of a spreadsheet of codings can hold. */
export type CodingColumn =
  'guid' | 'code' | 'quotation' | 'source' | 'place' | 'memo' | 'user' | 'date' | 'description';

/**
 * The headings by which columns are known, in what QDA programs export and in English, Dutch, German, French and Spanish
 * tables; compared without case, accents and punctuation. What stands first in a list is preferred where a table has
 * several of them (MAXQDA: `Segment` and `Comment`; ATLAS.ti: `Quotation Content`; Taguette: `content`, `tag`).
 */
const HEADINGS: Readonly<Record<CodingColumn, readonly string[]>> = {
  guid: ['guid', 'uuid', 'qda', 'selection id', 'quotation id', 'segment id', 'id'],
  code: [
    ...['code', 'codes', 'code name', 'codename', 'coded', 'codes applied combined', 'coding'],
    ...['node', 'tag', 'tags', 'theme', 'category', 'label', 'concept'],
    ...['codering', 'thema', 'categorie', 'kode', 'kategorie', 'codigo', 'etiqueta', 'categoria'],
  ],
  quotation: [
    ...['quotation', 'quotation content', 'quote', 'coded segment', 'segment', 'coded text'],
    ...[
      'excerpt',
      'excerpt copy',
      'seltext',
      'selection',
      'passage',
      'content',
      'text',
      'reference',
    ],
    ...[
      'citaat',
      'fragment',
      'tekst',
      'zitat',
      'textstelle',
      'citation',
      'extrait',
      'cita',
      'texto',
    ],
    ...['quotation name'],
  ],
  source: [
    ...['source', 'document', 'document name', 'documentname', 'file', 'file name', 'filename'],
    ...['media title', 'transcript', 'interview', 'respondent', 'participant', 'informant'],
    ...[
      'bron',
      'dokument',
      'dokumentname',
      'quelle',
      'datei',
      'fichier',
      'documento',
      'fuente',
      'archivo',
    ],
  ],
  place: [
    ...['place', 'loc', 'location', 'position', 'page', 'line', 'paragraph', 'minute', 'time'],
    ...['timestamp', 'start', 'begin', 'beginning', 'anfang', 'von', 'plaats', 'pagina', 'regel'],
    ...['ort', 'seite', 'zeile', 'lieu', 'ligne', 'lugar', 'linea', 'pos0'],
  ],
  memo: [
    ...['memo', 'memos', 'comment', 'comments', 'note', 'notes', 'quotation comment', 'annotation'],
    ...['opmerking', 'notitie', 'kommentar', 'notiz', 'commentaire', 'comentario', 'nota'],
  ],
  user: [
    ...['coder', 'user', 'coded by', 'created by', 'modified by', 'author', 'owner', 'creator'],
    ...['codeur', 'kodierer', 'erstellt von', 'codificador'],
  ],
  date: [
    ...['date', 'coded on', 'created', 'created on', 'modified on', 'modified', 'creation date'],
    ...['datum', 'erstellt am', 'fecha'],
  ],
  description: ['description', 'definition', 'code description', 'code definition', 'code memo'],
};

/** Where the columns stand, by the headings of a table. */
export function codingColumns(headings: readonly string[]): Partial<Record<CodingColumn, number>> {
  const simple = headings.map(simplified);
  const found: Partial<Record<CodingColumn, number>> = {};
  const taken = new Set<number>();
  for (const [column, names] of Object.entries(HEADINGS) as [CodingColumn, readonly string[]][]) {
    for (const name of names) {
      const at = simple.indexOf(name);
      if (at < 0 || taken.has(at)) continue;
      found[column] = at;
      taken.add(at);
      break;
    }
  }
  return found;
}

/** What a bare number under a heading is, in the abbreviations of `loc=`; MAXQDA counts paragraphs. */
const NUMBERS: readonly (readonly [RegExp, string])[] = [
  [/^(page|pagina|seite)$/, 'p.'],
  [/^(line|regel|zeile|ligne|linea)$/, 'l.'],
  [/^(paragraph|begin|beginning|anfang|von)$/, 'para.'],
  [/^(minute)$/, 'min'],
];

/** A place as `loc=` has it, from a cell and the heading above it. */
export function placeIn(cell: string, heading: string): string {
  const abbreviation = NUMBERS.find(([pattern]) => pattern.test(simplified(heading)))?.[1];
  return abbreviation !== undefined && /^\d+$/.test(cell) ? `${abbreviation} ${cell}` : cell;
}

function simplified(heading: string): string {
  return heading
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}
