import { isConfigFile, isManuscript } from '../core/project';
import type { Environment } from './environment';

/** Text in a markup that is not Pandoc's Markdown, or in none. */
const OTHER_TEXT =
  /\.(?:html?|xhtml|xml|tex|latex|typ|org|rst|adoc|asciidoc|bib|bibtex|biblatex|ris|csv|tsv|json|svg|rtf)$/i;

/** So much of a file tells whether it is text, in bytes. */
const BEGINNING = 8192;

/**
 * Why a file is not checked though its path was given: it is no Markdown, so that finding nothing in it would say nothing.
 * Undefined for what may be Markdown, under whatever name.
 */
export async function otherFormat(
  uri: string,
  { fileSystem }: Pick<Environment, 'fileSystem'>,
): Promise<string | undefined> {
  if (isManuscript(uri) || isConfigFile(uri)) return undefined;
  if (/\.ipynb$/i.test(uri)) return 'notebooks are not read; check the .qmd that they come from';
  const bytes = await fileSystem.readFile(uri).catch(() => undefined);
  if (!OTHER_TEXT.test(uri) && !bytes?.subarray(0, BEGINNING).includes(0) && !isPdf(bytes)) {
    return undefined;
  }
  return 'this is no Markdown; name the .md, .qmd or .Rmd file that it comes from';
}

/** Many a PDF has no zero byte at its beginning. */
function isPdf(bytes: Uint8Array | undefined): boolean {
  return bytes !== undefined && new TextDecoder('latin1').decode(bytes.subarray(0, 5)) === '%PDF-';
}
