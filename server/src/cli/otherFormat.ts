import { isConfigFile, isManuscript } from '../core/project';
import { utf16Label } from '../core/project/decode';

/** Documents of word processors and the like, text in a markup that is not Pandoc's Markdown, data and programs. */
const OTHER_NAME = new RegExp(
  `\\.(?:${[
    'docx?|odt|rtf|pages|epub|pdf|ps|djvu|pptx?|odp|xlsx?|ods|key|numbers',
    'html?|xhtml|xml|tex|ltx|latex|sty|cls|typ|org|rst|adoc|asciidoc|wiki|mediawiki|textile|svg',
    'bib|bibtex|biblatex|ris|csv|tsv|json|ya?ml|toml|qdpx|qdc|vtt|srt',
    '[cm]?[jt]s|[jt]sx|py|r|jl|lua|sh|css',
  ].join('|')})$`,
  'i',
);

const NO_MARKDOWN = 'this is no Markdown; name the .md, .qmd or .Rmd file that it comes from';

/**
 * Why a file is not checked though its path was given: it is no Markdown, so that finding nothing in it would say nothing.
 * Undefined for what may be Markdown, under whatever name.
 */
export function otherFormat(uri: string, bytes: Uint8Array): string | undefined {
  if (isConfigFile(uri)) return undefined;
  return otherFormatOfName(uri) ?? otherFormatOfBytes(bytes, isManuscript(uri));
}

/** The same by the name of a file alone. */
export function otherFormatOfName(uri: string): string | undefined {
  if (/\.ipynb$/i.test(uri)) return 'notebooks are not read; check the .qmd that they come from';
  return OTHER_NAME.test(uri) ? NO_MARKDOWN : undefined;
}

/** So much of a file tells whether it is text, in bytes. */
const BEGINNING = 8192;

/**
 * The same by what a file holds.
 * @param isNamed whether its name says that it is a manuscript: then zero bytes are the fault of a text, and not the sign of something else
 */
export function otherFormatOfBytes(bytes: Uint8Array, isNamed: boolean): string | undefined {
  const isOther =
    SIGNATURES.some((signature) => startsWith(bytes, signature)) ||
    (!isNamed && utf16Label(bytes) === undefined && bytes.subarray(0, BEGINNING).includes(0));
  return isOther ? NO_MARKDOWN : undefined;
}

/** How PDF files begin, many of which have no zero byte at their beginning, and archives, as documents of word processors are. */
const SIGNATURES = ['%PDF-', 'PK\u0003\u0004'];

function startsWith(bytes: Uint8Array, signature: string): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, signature.length)) === signature;
}
