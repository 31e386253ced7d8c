import { Archive } from '../archive/archive';
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
  const archive = new Archive(bytes);
  const names = namesOf(archive);
  const main = mainDocument(archive, names);
  const body = new DocxBody();
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  for (const name of [main, `${folder}footnotes.xml`, `${folder}endnotes.xml`]) {
    const part = partOf(archive, name);
    if (part) readXml(part, name, body);
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
    places: places.named,
    placeOf: (offset) => places.placeOf(offset),
    rangeOf: (place) => places.rangeOf(place),
  };
}

/** The files of the archive; nothing is unpacked to where they say, but who names a path outside means no good. */
function namesOf(archive: Archive): ReadonlySet<string> {
  const names = new Set(archive.names);
  for (const name of names) {
    const isOutside = /^(?:\/|[a-z]:)/i.test(name) || name.split('/').includes('..');
    if (isOutside) {
      throw new Error(`the archive names a path outside itself (${name.slice(0, 80)})`);
    }
  }
  return names;
}

function partOf(archive: Archive, name: string): Uint8Array | undefined {
  try {
    return archive.read(name);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${name} in it cannot be read: ${reason}`, { cause: error });
  }
}

/** The part to which the archive's own relationships point (ECMA-376 part 2, §9); most programs use one name. */
function mainDocument(archive: Archive, names: ReadonlySet<string>): string {
  const relationships = partOf(archive, '_rels/.rels');
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
  const main = found ?? 'word/document.xml';
  if (names.has(main) && /(?:^|\/)document\d*\.xml$/i.test(main)) return main;
  throw new Error(
    names.has('content.xml')
      ? 'OpenDocument text is not read; save it as .docx or as text'
      : 'it is a zip archive, but no Word document',
  );
}
