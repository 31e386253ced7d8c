import { openZip, type ZipArchive } from '../archive/zip';
import { readXml } from '../archive/xml';
import { DocxBody } from './docxBody';
import { timeMilestones } from './milestones';
import { Places } from './places';
import type { SourceText } from './sourceText';
import { markingsOf } from './turns';

/**
 * Reads a Word document (ECMA-376 part 1, WordprocessingML) as its reader sees it once all tracked changes are accepted:
 * paragraphs, tables, tabs and line breaks, then foot- and endnotes; no comments, headers, hidden or deleted text.
 * @throws {Error} says why it cannot be read
 */
export function readDocx(bytes: Uint8Array): SourceText {
  const archive = openZip(bytes);
  const main = mainDocument(archive);
  const parts = archive.read((name) => name === main || isNotes(main, name));
  const body = new DocxBody();
  const document = parts.get(main);
  if (!document) throw new Error(`the document has no text (${main} is missing)`);
  readXml(document, main, body);
  for (const [name, part] of [...parts].sort(([a], [b]) => (a < b ? 1 : -1))) {
    if (name !== main) readXml(part, name, body);
  }
  const { text, paragraphs, pages, boldEnds } = body.finish();
  const markings = markingsOf(text, { boldEnds });
  const numbered = paragraphs.map((offset, index) => ({ offset, number: index + 1 }));
  const places = new Places(
    {
      ...timeMilestones(text, markings),
      pages: pages.map((offset, index) => ({ offset, number: index + 1 })),
      paragraphs: numbered,
    },
    text.length,
  );
  return {
    text,
    turns: markings.turns,
    marks: markings.marks,
    placeOf: (offset) => places.placeOf(offset),
    rangeOf: (place) => places.rangeOf(place),
  };
}

/** The part to which the archive's own relationships point (ECMA-376 part 2, §9); most programs use one name. */
function mainDocument(archive: ZipArchive): string {
  const usual = 'word/document.xml';
  const relationships = archive.read((name) => name === '_rels/.rels').get('_rels/.rels');
  let found: string | undefined;
  if (relationships) {
    readXml(relationships, '_rels/.rels', {
      open: ({ name, attribute }) => {
        if (name !== 'Relationship' || !attribute('Type')?.endsWith('/officeDocument')) return;
        found ??= attribute('Target')?.replace(/^\//, '');
      },
      close: () => undefined,
    });
  }
  const main = found ?? usual;
  if (!archive.names.includes(main)) throw new Error(otherArchive(archive));
  if (!/(?:^|\/)document\d*\.xml$/i.test(main)) throw new Error(otherArchive(archive));
  return main;
}

function otherArchive({ names }: ZipArchive): string {
  const isOpenDocument = names.includes('content.xml');
  return isOpenDocument
    ? 'OpenDocument text is not read; save it as .docx or as text'
    : 'it is a zip archive, but no Word document';
}

/** Foot- and endnotes lie beside the main part. */
function isNotes(main: string, name: string): boolean {
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  return name === `${folder}footnotes.xml` || name === `${folder}endnotes.xml`;
}
