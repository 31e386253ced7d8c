/** An entry of a BibTeX or BibLaTeX file: `@article{key,`. */
const BIBTEX = /@(?!comment\b|string\b|preamble\b)[a-z]+[ \t]*[{(]\s*([^\s,{}()="#%]+)\s*,/gi;

/** The `id` of an item of CSL JSON, or of CSL YAML. */
const CSL = /(?:^|[{,\s-])["']?id["']?[ \t]*:[ \t]*(?:"([^"\n]+)"|'([^'\n]+)'|([^\s"',}]+))/g;

/**
 * Where the keys of a bibliography stand, by key, as offsets of the text; of a key that comes twice, the first. Enough to
 * lead an author to an entry: what it says is not read.
 * @param path tells the format by its end; what is no BibTeX is taken for CSL
 */
export function bibliographyKeys(path: string, text: string): ReadonlyMap<string, number> {
  const isBibtex = /\.bib(?:tex|latex)?$/i.test(path);
  const keys = new Map<string, number>();
  for (const match of text.matchAll(isBibtex ? BIBTEX : CSL)) {
    const key = match[1] ?? match[2] ?? match[3] ?? '';
    if (!keys.has(key)) keys.set(key, match.index + match[0].lastIndexOf(key));
  }
  return keys;
}
