import { AutomaticIdentifiers } from './automaticIdentifiers';
import type { Block } from './block';
import type { ElementFact, Facts, NoteFact } from './facts';
import { HeadingNames } from './headingNames';
import type { LeafTexts } from './leafTexts';
import type { MetadataBlock } from './metadataEntries';
import { ReferenceTable } from './references';

/** What blocks tell each other. */
export interface Structure {
  readonly table: ReferenceTable;
  readonly names: HeadingNames;
  /** The headings whose automatic identifier is another one now. */
  readonly renamed: readonly ElementFact[];
}

const none: readonly never[] = [];

/** Goes through all blocks for what concerns others: definitions, notes, examples, headings, which get their names. */
export function readStructure(blocks: readonly Block[], texts: LeafTexts): Structure {
  const table = new ReferenceTable();
  const parts: Facts[] = [];
  for (const block of blocks) if (block.concernsOthers) parts.push(block.facts);
  for (const { ownExamples } of parts) for (const id of ownExamples ?? none) table.addExample(id);
  table.addMetadata(parts.flatMap<MetadataBlock>((part) => part.ownMetadata ?? []));
  addReferredNotes(parts, table);
  const headings: ElementFact[] = [];
  for (const part of parts) {
    for (const definition of part.ownDefinitions ?? none) table.addDefinition(definition);
    for (const { label } of part.ownNotes ?? none) table.addNoteLabel(label);
    for (const element of part.ownElements ?? none) if (element.heading) headings.push(element);
  }
  return { table, ...nameHeadings(headings, table, texts) };
}

/** Whether there is anything that other blocks may refer to. */
export function concernsOthers(facts: Facts): boolean {
  return (
    facts.ownDefinitions !== undefined ||
    facts.ownNotes !== undefined ||
    facts.ownNoteReferences !== undefined ||
    facts.ownExamples !== undefined ||
    facts.ownMetadata !== undefined ||
    (facts.ownElements !== undefined && hasHeading(facts.ownElements))
  );
}

function hasHeading(elements: readonly ElementFact[]): boolean {
  for (const { heading } of elements) if (heading !== undefined) return true;
  return false;
}

/** Adds the facts of the notes that something refers to; the last one with a label counts. */
function addReferredNotes(parts: Facts[], table: ReferenceTable): void {
  const notes = new Map<string, NoteFact>();
  const references = new Set<string>();
  for (const part of parts) {
    for (const note of part.ownNotes ?? none) notes.set(note.label, note);
    for (const label of part.ownNoteReferences ?? none) references.add(label);
  }
  for (const label of references) {
    const note = notes.get(label);
    if (note === undefined) continue;
    table.addReferredNote(note);
    parts.push(note.facts);
  }
}

/** Gives headings their identifiers. */
function nameHeadings(
  headings: readonly ElementFact[],
  table: ReferenceTable,
  texts: LeafTexts,
): Pick<Structure, 'names' | 'renamed'> {
  const identifiers = new AutomaticIdentifiers();
  const names = new HeadingNames(table);
  const renamed: ElementFact[] = [];
  for (const element of headings) {
    const { heading, id } = element;
    if (heading === undefined) continue;
    const name = texts.nameOf(heading, table);
    if (id === undefined) {
      const automaticId = identifiers.create(name.base);
      if (element.automaticId !== automaticId) renamed.push(element);
      element.automaticId = automaticId;
    } else {
      identifiers.add(id.value);
    }
    names.add(element, name);
  }
  return { names, renamed };
}
