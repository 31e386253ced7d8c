import { subRange } from '../text/anchor';
import { type AttributeLists, isEmpty } from './attributeLists';
import {
  becomeLists,
  type ElementFact,
  type Facts,
  type LinkFact,
  type MadeReference,
  type NoteFact,
  type ReferenceDefinition,
  type ReferenceUse,
} from './facts';
import type { Definitions } from './inline/reader';
import { hasSameMarkup } from './markup';
import { entriesOf, type MetadataBlock, type MetadataEntry } from './metadataEntries';
import type { InternalLink } from './types';

// Longer than any label, so that brackets nested thousands of times cost no more than linear time.
const maximalLabel = 2000;

/** What blocks tell each other: definitions of references, notes, examples. Labels are compared as Pandoc does. */
export class ReferenceTable implements Definitions {
  readonly #definitions = new Map<string, ReferenceDefinition>();
  /** How many headings have a text. */
  readonly #headings = new Map<string, number>();
  readonly #noteLabels = new Set<string>();
  readonly #referredNotes = new Map<string, NoteFact>();
  readonly #examples = new Map<string, number>();
  #exampleCount = 0;
  #hasSeveralMetadata = false;
  /** For each key of the metadata the entry that counts, where there are several blocks of it. */
  readonly #entries = new Map<string, MetadataEntry>();

  addDefinition(definition: ReferenceDefinition): void {
    this.#definitions.set(keyOf(definition.label), definition);
  }

  /** Lets the text of a heading stand for its identifier (Pandoc manual, `implicit_header_references`). */
  addHeading(key: string): void {
    if (key === '') return;
    this.#headings.set(key, (this.#headings.get(key) ?? 0) + 1);
  }

  /** Takes back the text of a heading. */
  removeHeading(key: string): void {
    const count = this.#headings.get(key) ?? 0;
    if (count > 1) this.#headings.set(key, count - 1);
    else this.#headings.delete(key);
  }

  addNoteLabel(label: string): void {
    this.#noteLabels.add(label);
  }

  /** Whether there are example items with labels: `@label` is a reference to one, not a citation. */
  get hasExamples(): boolean {
    return this.#examples.size > 0;
  }

  /** Gives an example item its number; '' stands for one without a label. A label that comes again keeps its number. */
  addExample(label: string): void {
    if (this.#examples.has(label)) return;
    this.#exampleCount++;
    if (label !== '') this.#examples.set(label, this.#exampleCount);
  }

  exampleNumber(label: string): number | undefined {
    return this.#examples.get(label);
  }

  /** Takes note of the metadata of a document: of entries with the same key the last one counts. */
  addMetadata(blocks: readonly MetadataBlock[]): void {
    this.#hasSeveralMetadata = blocks.length > 1;
    if (!this.#hasSeveralMetadata) return;
    for (const entry of entriesOf(blocks)) this.#entries.set(entry.key, entry);
  }

  /** Whether there are several blocks of metadata, so that keys may be overridden. */
  get hasSeveralMetadata(): boolean {
    return this.#hasSeveralMetadata;
  }

  /** The entries of the metadata in some facts that later ones override. */
  overriddenEntries({ ownMetadata }: Facts): readonly MetadataEntry[] {
    if (ownMetadata === undefined || !this.#hasSeveralMetadata) return [];
    return entriesOf(ownMetadata).filter((entry) => this.#entries.get(entry.key) !== entry);
  }

  /** Lets an entry take the place of another one with the same key, which was scanned again. */
  replaceEntry(old: MetadataEntry, entry: MetadataEntry): void {
    if (this.#entries.get(old.key) === old) this.#entries.set(entry.key, entry);
  }

  /** Takes note that something refers to a note; the others vanish with all that stands in them. */
  addReferredNote(note: NoteFact): void {
    this.#referredNotes.set(note.label, note);
  }

  /** Lets a note take the place of another one with the same label, which was scanned again. */
  replaceNote(old: NoteFact, note: NoteFact): void {
    if (this.isReferred(old)) this.#referredNotes.set(note.label, note);
  }

  isReferred(note: NoteFact): boolean {
    return this.#referredNotes.get(note.label) === note;
  }

  definition(label: string): ReferenceDefinition | undefined {
    if (label.length > maximalLabel) return undefined;
    return this.#definitions.get(keyOf(label));
  }

  isDefined(label: string): boolean {
    if (label.length > maximalLabel) return false;
    const key = keyOf(label);
    return this.#definitions.has(key) || this.#headings.has(key);
  }

  hasNote(label: string): boolean {
    return this.#noteLabels.has(label);
  }
}

/** The uses that are links to something defined, or stand in one; outer uses come first. */
export function linkedUses(
  uses: readonly ReferenceUse[],
  table: ReferenceTable,
): ReadonlySet<ReferenceUse> {
  const linked = new Set<ReferenceUse>();
  for (const use of uses) {
    const isLink = use.element.carrier === 'link' && table.isDefined(use.label);
    if (isLink || (use.insideUse !== undefined && linked.has(use.insideUse))) linked.add(use);
  }
  return linked;
}

/** What the uses of defined references make, one by one. */
export function madeReferences(
  uses: readonly ReferenceUse[],
  table: ReferenceTable,
  linked: ReadonlySet<ReferenceUse>,
): MadeReference[] {
  const made: MadeReference[] = [];
  for (const use of uses) {
    const isText = use.insideUse !== undefined && linked.has(use.insideUse);
    if (isText || !table.isDefined(use.label)) continue;
    const definition = table.definition(use.label);
    if (use.made === undefined || use.made.definition !== definition) {
      use.made = makeReference(use, definition);
    }
    made.push(use.made);
  }
  return made;
}

/** The links that count: those in the text of a defined reference are text. */
export function liveLinks(
  links: readonly LinkFact[],
  linked: ReadonlySet<ReferenceUse>,
): readonly LinkFact[] {
  return links.filter(({ insideUse }) => insideUse === undefined || !linked.has(insideUse));
}

function makeReference(
  use: ReferenceUse,
  definition: ReferenceDefinition | undefined,
): MadeReference {
  const lists = merged(use.element, definition?.attributes);
  const element = elementOf(use, lists);
  return { element, definition, link: linkOf(use.element, definition) };
}

/** The element of a use, which stays the same one where it is marked up alike. */
function elementOf({ element, made }: ReferenceUse, lists: AttributeLists): ElementFact {
  if (made === undefined || !hasSameMarkup(made.element, lists)) return element.with({ lists });
  becomeLists(made.element, lists);
  return made.element;
}

function linkOf(
  { carrier, range }: ElementFact,
  definition: ReferenceDefinition | undefined,
): InternalLink | undefined {
  if (definition === undefined || carrier !== 'link') return undefined;
  const { address, addressRange } = definition;
  if (!address.startsWith('#') || address.length < 2) return undefined;
  const targetRange = subRange(addressRange, 1, addressRange.end - addressRange.start);
  return { target: address.slice(1), range, targetRange };
}

/** Whether the use of a reference is an element, for it carries attributes. */
export function isElement({ element }: MadeReference): boolean {
  return !isEmpty(element);
}

/** The use's id and values win, its classes come first. */
function merged(use: AttributeLists, definition: AttributeLists | undefined): AttributeLists {
  if (definition === undefined) return use;
  const keys = new Set(use.attributes.map((attribute) => attribute.key));
  const names = new Set(use.classes.map((token) => token.name));
  const id = use.id ?? definition.id;
  const classes = [...use.classes, ...definition.classes.filter((token) => !names.has(token.name))];
  const attributes = [
    ...definition.attributes.filter((attribute) => !keys.has(attribute.key)),
    ...use.attributes,
  ];
  return id === undefined ? { classes, attributes } : { id, classes, attributes };
}

/** Printable ASCII with single blanks: nothing in it has to be folded but case. */
const isFolded = /^[!-~]+(?: [!-~]+)*$/;

/** What labels have in common that Pandoc takes for the same. */
export function keyOf(label: string): string {
  if (isFolded.test(label)) return label.toLowerCase();
  return label.trim().replace(/\s+/g, ' ').toLowerCase();
}
