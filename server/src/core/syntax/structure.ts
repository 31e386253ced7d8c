import { AutomaticIdentifiers } from './automaticIdentifiers';
import type { Block } from './block';
import type { ElementFact, FoundFacts, NoteFact } from './facts';
import type { LeafTexts } from './leafTexts';
import { ReferenceTable } from './references';

const none: readonly never[] = [];

/** What blocks tell each other, and the headings whose automatic identifier is another one now. */
export interface Structure {
  readonly table: ReferenceTable;
  readonly renamed: readonly ElementFact[];
}

/** Goes through all blocks for what concerns others: definitions, notes, examples, headings, which get their names. */
export function readStructure(blocks: readonly Block[], texts: LeafTexts): Structure {
  const table = new ReferenceTable();
  const parts: FoundFacts[] = [];
  for (const { facts } of blocks) if (concernsOthers(facts.found)) parts.push(facts.found);
  addReferredNotes(parts, table);
  const headings: ElementFact[] = [];
  for (const part of parts) {
    for (const definition of part.definitions ?? none) table.addDefinition(definition);
    for (const { label } of part.notes ?? none) table.addNoteLabel(label);
    for (const label of part.labels ?? none)
      if (label.kind === 'example') table.examples.add(label.id);
    for (const element of part.elements ?? none) if (element.heading) headings.push(element);
  }
  return { table, renamed: nameHeadings(headings, table, texts) };
}

/** Whether there is anything that other blocks may refer to. */
function concernsOthers(found: FoundFacts): boolean {
  return (
    found.definitions !== undefined ||
    found.notes !== undefined ||
    found.noteReferences !== undefined ||
    found.labels !== undefined ||
    hasHeading(found.elements ?? none)
  );
}

function hasHeading(elements: readonly ElementFact[]): boolean {
  for (const { heading } of elements) if (heading !== undefined) return true;
  return false;
}

/** Adds the facts of the notes that something refers to; the last one with a label counts. */
function addReferredNotes(parts: FoundFacts[], table: ReferenceTable): void {
  const notes = new Map<string, NoteFact>();
  const references = new Set<string>();
  for (const part of parts) {
    for (const note of part.notes ?? none) notes.set(note.label, note);
    for (const label of part.noteReferences ?? none) references.add(label);
  }
  for (const label of references) {
    const note = notes.get(label);
    if (note === undefined) continue;
    table.addReferredNote(note);
    parts.push(note.facts.found);
  }
}

/** Gives headings their identifiers; gives those that have another one now. */
function nameHeadings(
  headings: readonly ElementFact[],
  table: ReferenceTable,
  texts: LeafTexts,
): ElementFact[] {
  const identifiers = new AutomaticIdentifiers();
  const renamed: ElementFact[] = [];
  for (const element of headings) {
    const { heading, id } = element;
    if (heading === undefined) continue;
    heading.title = texts.titleOf(heading.leaf, table);
    if (id === undefined) {
      const name = identifiers.create(heading.title);
      if (element.automaticId !== name) renamed.push(element);
      element.automaticId = name;
    } else {
      identifiers.add(id.value);
    }
    table.addHeading(heading.title, id?.value ?? element.automaticId ?? '');
  }
  return renamed;
}
