const begin = '\\begin{';
const end = '\\end{';

// Longer than the name of any environment.
const maximalName = 80;

const words = (list: string): string[] => list.split(' ');

/** Environments in which Pandoc reads TeX up to their end, however wrong it is; all others may be read so at last. */
const read = new Set(
  words(
    'document abstract sloppypar letter minipage figure figure* subfigure center quote quotation verse itemize ' +
      'description enumerate alltt obeylines proof CSLReferences otherlanguage table table* tabular tabular* tabularx ' +
      'tabulary longtable longtabu tabu xltabular supertabular',
  ),
);

/** Environments whose text is no TeX, or is math: the next `\end` of their name ends them. */
const verbatim = new Set(
  words(
    'verbatim Verbatim BVerbatim lstlisting minted comment code tikzpicture tikzcd lilypond ly displaymath math equation ' +
      'gather multline eqnarray align alignat flalign dmath dgroup darray subequations',
  ),
);

/** A `\begin{…}` or `\end{…}`. */
interface Delimiter {
  readonly isBegin: boolean;
  readonly at: number;
  /** The offset after the closing brace. */
  readonly after: number;
  readonly name: string;
}

/** The TeX environments of a text. They are found at the first question, so that a text full of them is read once. */
export class Environments {
  readonly #text: string;
  /** For each `\begin{…}` that is closed, the offset after its `\end{…}`. */
  #ends: Map<number, number> | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** The offset after the environment that `\begin{` opens at `at`, or -1 where it is not closed. */
  endOf(at: number): number {
    this.#ends ??= pairs(delimiters(this.#text));
    return this.#ends.get(at) ?? -1;
  }
}

/**
 * Pairs each `\begin` with an `\end`: the environments in it have to be closed, or else the next `\end` of its name counts.
 * They are looked at from the last one on, so that those inside are known.
 */
function pairs(list: readonly Delimiter[]): Map<number, number> {
  const ends = new Map<number, number>();
  // For each delimiter that begins a closed environment, the index of the one that ends it.
  const partners = new Int32Array(list.length).fill(-1);
  const next = new Map<string, number>();
  for (let index = list.length - 1; index >= 0; index--) {
    const delimiter = list[index];
    if (delimiter === undefined) continue;
    const { isBegin, at, name } = delimiter;
    if (!isBegin) {
      next.set(name, index);
      continue;
    }
    const nearest = next.get(name) ?? -1;
    let partner = isVerbatim(name) || nearest < 0 ? nearest : closing(list, index, partners);
    if (partner < 0 && !read.has(name)) partner = nearest;
    partners[index] = partner;
    if (partner >= 0) ends.set(at, list[partner]?.after ?? -1);
  }
  return ends;
}

function isVerbatim(name: string): boolean {
  return verbatim.has(name.endsWith('*') ? name.slice(0, -1) : name);
}

/** The index of the `\end` before which all environments are closed, or -1 where another one stands there. */
function closing(list: readonly Delimiter[], begins: number, partners: Int32Array): number {
  for (let index = begins + 1; index < list.length; index++) {
    const delimiter = list[index];
    if (delimiter?.isBegin === false) return delimiter.name === list[begins]?.name ? index : -1;
    const partner = partners[index] ?? -1;
    if (partner < 0) return -1;
    index = partner;
  }
  return -1;
}

function delimiters(text: string): Delimiter[] {
  const list: Delimiter[] = [];
  let nextBegin = text.indexOf(begin);
  let nextEnd = text.indexOf(end);
  while (nextBegin >= 0 || nextEnd >= 0) {
    const isBegin = nextBegin >= 0 && (nextEnd < 0 || nextBegin < nextEnd);
    const at = isBegin ? nextBegin : nextEnd;
    const open = at + (isBegin ? begin : end).length;
    const name = nameAt(text, open);
    if (name !== '') list.push({ isBegin, at, after: open + name.length + 1, name });
    if (isBegin) nextBegin = text.indexOf(begin, open);
    else nextEnd = text.indexOf(end, open);
  }
  return list;
}

/** The name up to the closing brace; '' where there is none. */
function nameAt(text: string, at: number): string {
  const close = text.slice(at, at + maximalName).indexOf('}');
  return close < 0 ? '' : text.slice(at, at + close);
}
