import type { ProjectFile } from '../../project';

/** Files that stand beside software or a case, and are not the case: nobody tags claims in them. */
const NOT_A_MANUSCRIPT =
  /^(?:read-?me|change-?log|contributing|contributors|maintainers|licen[cs]e|copying|code[-_]of[-_]conduct|upgrading|roadmap|to-?do|faq|agents|claude|gemini|copilot-instructions)(?:[.\-_]|$)/i;

/** What only a manuscript says of itself (Pandoc manual, `citations` and `variables`). */
const SCHOLARLY =
  /^(?:bibliography|csl|abstract|nocite|references|citeproc|citation-style|reference-section-title|link-citations|suppress-bibliography)[ \t]*:/m;

/** What is found in a file besides, counted. */
export interface Found {
  readonly findings: number;
  readonly quotations: number;
}

/**
 * Whether a file is plainly a manuscript, so that suggestions may be shown unasked: it takes part, or it cites works, or
 * says so in its front matter, or tells findings beside quotations. Notes, a blog and the README of a program are none.
 */
export function isPlainlyManuscript(file: ProjectFile, found: Found): boolean {
  if (file.participates) return true;
  const { document } = file.facts;
  if (isScholarly(file)) return true;
  const name = decodeURIComponent(file.uri.slice(file.uri.lastIndexOf('/') + 1));
  if (NOT_A_MANUSCRIPT.test(name)) return false;
  // `@name` by itself greets somebody on many a web page; in brackets it cites.
  const cites = document.citations.some(
    ({ groupRange, context }) => groupRange !== undefined && context === 'body',
  );
  return cites || (found.findings >= 3 && found.quotations >= 2);
}

function isScholarly({ facts: { document } }: ProjectFile): boolean {
  const { frontMatter } = document;
  if (!frontMatter) return false;
  const { start, end } = frontMatter.contentRange;
  return SCHOLARLY.test(document.slice(start, end));
}
