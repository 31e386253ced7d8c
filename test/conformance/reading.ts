import {
  type Attributed,
  parse,
  plainText,
  type SyntaxDocument,
} from '../../server/src/core/syntax';
import { LiveSyntax } from '../../server/src/core/syntax/live';
import { type Reading, type SeenElement, sortedReading } from './oracle';

/** How our scanner reads a text, in the shape in which Pandoc's answer comes. */
export function ourReading(text: string): Reading {
  const document = parse(text);
  // Where there may be inline notes, Pandoc's answer has a note as often as it is referred to.
  const repeated = text.includes('^[') ? noteReadings(document) : new Map<object, number>();
  const times = (item: object): number => repeated.get(item) ?? 1;
  return sortedReading(
    document.elements.flatMap((element) =>
      Array<SeenElement>(times(element)).fill(seen(document, element)),
    ),
    document.citations.flatMap((citation) => Array<string>(times(citation)).fill(citation.key)),
  );
}

/** How often what stands in a note is read: once for each reference to the note. */
function noteReadings(document: SyntaxDocument): ReadonlyMap<object, number> {
  const readings = new Map<object, number>();
  if (!(document instanceof LiveSyntax)) return readings;
  const parts = document.state.list.blocks.map(({ facts }) => facts);
  const references = parts.flatMap(({ ownNoteReferences }) => ownNoteReferences ?? []);
  for (const { label, facts } of parts.flatMap(({ ownNotes }) => ownNotes ?? [])) {
    const times = references.filter((reference) => reference === label).length;
    const made = (facts.ownUses ?? []).flatMap((use) => use.made?.element ?? []);
    const items = [...(facts.ownElements ?? []), ...(facts.ownCitations ?? []), ...made];
    for (const item of items) readings.set(item, times);
  }
  return readings;
}

function seen(document: SyntaxDocument, element: Attributed): SeenElement {
  return {
    carrier: element.carrier,
    id: element.id?.value ?? element.automaticId ?? '',
    classes: element.classes.map(({ name }) => name),
    attributes: element.attributes.map(({ key, value }) => [key, value] as const),
    text: plainText(document, element),
  };
}
