import type { Element, Project } from '../../project';

/** A raw TeX citation such as `\citep{kelman1958}`. */
const TEX = /\\[a-zA-Z]*cite[a-zA-Z]*\*?\s*[[{]/;

/** A name and a year, as typed by hand: `(Kelman, 1958)`, `Ring and Van de Ven (1994)`, `Dyer et al. 1998`. */
const BY_HAND =
  /(?<![\p{L}\p{N}])\p{Lu}[\p{L}’'-]+(?:\s+et\s+al\.?)?,?\s+\(?(?:1[6-9]|20)\d{2}[a-z]?(?:\)|[,;:]|\s*$)/u;

/** Months are followed by years as well. */
const MONTHS =
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Spring|Summer|Autumn|Winter|In|Since|By|Until|From|During)\s+\(?\d{4}/g;

/** How far from the end of a passage a citation is looked for, in UTF-16 units. */
const REACH = 2_000;

/** Whether the sentence of an element cites a work in another way than Pandoc's: in raw TeX, or by hand. */
export function citesInOtherWays(project: Project, { tag, place }: Element): boolean {
  const range = tag?.source.contentRange ?? place.range;
  const { before, inside, after } = project.passage({ uri: place.uri, range });
  const sentence = ((before + inside).slice(-REACH) + after.slice(0, REACH)).replace(
    /\{[^{}]*\}/g,
    braced,
  );
  return TEX.test(sentence) || BY_HAND.test(sentence.replace(MONTHS, ''));
}

/** Attributes are not read; what stands in the braces of a TeX command is. */
function braced(block: string): string {
  return /^\{\s*[.#:\w-]+=|^\{\s*[.#]/.test(block) ? '' : block;
}

/** Whether an attribute of a claim names a work: as evidence or backing, or as what it builds on or departs from. */
export function citesInAttributes(project: Project, claim: Element): boolean {
  return [...project.linksFrom(claim), ...project.linksTo(claim)].some(
    ({ from, to }) => from.type === 'citation' || to.type === 'citation',
  );
}
