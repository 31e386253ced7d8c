import type { Carrier } from '../syntax';

/**
 * The beginnings of ids that Quarto (Quarto guide, Cross References; Callout Blocks) and pandoc-crossref take for
 * cross-references; the first group is the name without its separator.
 */
const PREFIX =
  /^(?:(fig|tbl|sec|eq|lst|thm|lem|cor|prp|cnj|def|exm|exr|alg|sol|rem|nte|tip|wrn|imp|cau)-|(fig|tbl|sec|eq|lst):)(?=.)/;

/** What makes an id a cross-reference; undefined for any other id. */
export interface CrossReference {
  /** Such as `fig`. */
  readonly name: string;
  /** With its separator. */
  readonly prefix: string;
  readonly tool: 'Quarto' | 'pandoc-crossref';
}

/** Reads the beginning of an id. */
export function crossReference(id: string): CrossReference | undefined {
  const match = PREFIX.exec(id);
  if (!match) return undefined;
  const [prefix, quarto, crossref = ''] = match;
  return quarto === undefined
    ? { name: crossref, prefix, tool: 'pandoc-crossref' }
    : { name: quarto, prefix, tool: 'Quarto' };
}

/** What a prefix stands for; there it is right. */
const CARRIERS: Readonly<Record<string, readonly Carrier[]>> = {
  fig: ['image', 'div', 'codeblock'],
  tbl: ['table', 'div', 'codeblock'],
  lst: ['codeblock', 'div'],
  sec: ['heading', 'div'],
};

/** Whether an id of that beginning is right on a carrier: a figure may well be a cross-reference. */
export function suitsCarrier({ name }: CrossReference, carrier: Carrier): boolean {
  return CARRIERS[name]?.includes(carrier) ?? false;
}
