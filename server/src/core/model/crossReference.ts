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
