import type { RegistryEntry } from '../config';
import type { FactsChange, Kind, LiveTag, Place, Tag, Vocabulary } from '../model';
import { Change, KeyedSignals, Signal } from '../reactive';
import { QuoteFinder } from './anchor';
import { LiveElement, rangeOfTag } from './liveElement';
import { OrderedGroups } from './orderedGroups';
import { insert, SortedGroups } from './sortedGroups';
import type { ProjectFile, RegistryProblem } from './project';
import { EntryReader, kindProblems, lostQuote, unknownEntry, unknownKind } from './registry';

/** Told which elements come and go, and what becomes of those that stay. */
export interface ElementListener {
  added(element: LiveElement): void;
  removed(element: LiveElement): void;
  /** Something is written about an element in another place than its tag, or no longer is. */
  annotated(element: LiveElement): void;
  /** An id may mean another element. */
  renamed(id: string): void;
  /** Occurrences may belong to other elements. */
  reowned(): void;
}

/** The id that a tag is another occurrence of. */
export function occurrenceTarget(tag: Tag): string | undefined {
  for (const { name, references } of tag.attributes) {
    if (name !== 'ref') continue;
    const [reference] = references;
    return reference?.kind === 'id' ? reference.target : undefined;
  }
  return undefined;
}

/**
 * The elements of a project: of all its files and of `elements:`. A tag with `ref=` is an occurrence of its element. The
 * table is kept up to date by difference; who looks something up is told when the answer changes.
 */
export class ElementTable {
  readonly #vocabulary: Vocabulary;
  readonly #files: readonly ProjectFile[];
  readonly #rank: ReadonlyMap<string, number>;
  readonly #takePart: ReadonlySet<string>;
  readonly #listener: ElementListener;
  readonly #entries: readonly RegistryEntry[];
  readonly #reader: EntryReader;
  readonly #quotes: QuoteFinder;

  /** The tags with an id that introduce an element, in the order of the manuscript. */
  readonly #introducers: SortedGroups<string, LiveTag>;
  readonly #elementOf = new Map<Tag, LiveElement>();
  /** Tags with `ref=`, in the order of the manuscript. */
  #occurrences: LiveTag[] = [];
  /** The ids that these refer to, and their own. */
  #occurrenceIds: ReadonlySet<string> = new Set();
  #registry = new Map<string, LiveElement>();
  /** What `elements:` says something about. */
  #annotated: ReadonlyMap<LiveElement, readonly RegistryEntry[]> = new Map();
  /** What further ids occurrences have, and whose they are. */
  #aliases = new Map<string, LiveElement>();
  /** The elements that occurrences belong to. */
  #owners: ReadonlyMap<Tag, LiveElement> = new Map();
  readonly #ownersChange = new Change();
  #isComplete = false;

  readonly #byId = new KeyedSignals<string, LiveElement | undefined>((id) => this.#find(id));
  readonly #elements: LiveElement[] = [];
  readonly #elementsChange = new Change();
  /** The kinds of elements that have come or gone since that was told. */
  readonly #changedKinds = new Set<Kind>();
  readonly #ofKind = new KeyedSignals<Kind, readonly LiveElement[]>((kind) =>
    this.#elements.filter((element) => element.kind === kind),
  );
  readonly #tagsWithId: OrderedGroups<string, LiveTag>;
  readonly #problems = new Signal<readonly RegistryProblem[]>([]);
  #serial = 0;

  constructor(
    files: readonly ProjectFile[],
    entries: readonly RegistryEntry[],
    vocabulary: Vocabulary,
    listener: ElementListener,
  ) {
    this.#files = files;
    this.#entries = entries;
    this.#vocabulary = vocabulary;
    this.#reader = new EntryReader(vocabulary);
    this.#quotes = new QuoteFinder(files);
    this.#listener = listener;
    this.#rank = new Map(files.map(({ uri }, index) => [uri, index]));
    this.#takePart = new Set(
      files.filter(({ participates }) => participates).map(({ uri }) => uri),
    );
    this.#introducers = new SortedGroups<string, LiveTag>(this.#compareTags);
    this.#tagsWithId = new OrderedGroups<string, LiveTag>(this.#compareTags);
  }

  /** The element with an id. */
  byId(id: string): LiveElement | undefined {
    return this.#byId.get(id);
  }

  /** The ids of all elements. */
  *ids(): Iterable<string> {
    this.#elementsChange.track();
    this.#ownersChange.track();
    yield* this.#introducers.keys();
    yield* this.#registry.keys();
    yield* this.#aliases.keys();
  }

  /** The element that a tag is an occurrence of. */
  elementOf(tag: Tag): LiveElement | undefined {
    const introduced = this.#elementOf.get(tag);
    // An occurrence stands for itself only until what it refers to is there.
    if (introduced && !isOccurrence(tag)) return introduced;
    this.#ownersChange.track();
    return introduced ?? this.#owners.get(tag);
  }

  /** The element that a tag introduces, without taking note of who asks. */
  introducedBy(tag: Tag): LiveElement | undefined {
    return this.#elementOf.get(tag);
  }

  /** All elements, in the order of the manuscript. */
  get elements(): readonly LiveElement[] {
    this.#elementsChange.track();
    return this.#elements;
  }

  /** All elements, without taking note of who asks. */
  get current(): readonly LiveElement[] {
    return this.#elements;
  }

  /** The tags with an id in files that take part, in the manuscript's order. */
  tagsWithId(id: string): readonly Tag[] {
    return this.#tagsWithId.get(id);
  }

  /** The elements of a kind, in the order of the manuscript. */
  ofKind(kind: Kind): readonly LiveElement[] {
    return this.#ofKind.get(kind);
  }

  /** Entries of `elements:` that name nothing, or whose words stand nowhere. */
  get problems(): readonly RegistryProblem[] {
    return this.#problems.value;
  }

  /** Compares two elements by their place in the manuscript. */
  readonly compare = (a: LiveElement, b: LiveElement): number =>
    this.#rankOf(a) - this.#rankOf(b) || a.start - b.start || compareAtOnePlace(a, b);

  /** Takes in the tags of the next file of a project that is new; see {@link complete}. */
  fill(tags: readonly LiveTag[]): void {
    this.#addTags(tags, new Orphans([], new Set()), new Set());
    this.#announce();
  }

  /** Attaches the entries of the registry and further occurrences, once all tags have been taken in. */
  complete(): void {
    this.#isComplete = true;
    if (this.#entries.length > 0) this.#attachRegistry();
    if (this.#occurrences.length > 0) this.#attachOccurrences();
    this.#announce();
  }

  /** Takes over what an edit has changed in the tags. */
  update({ removedTags, addedTags }: Pick<FactsChange, 'removedTags' | 'addedTags'>): void {
    this.#replace(removedTags, addedTags);
    this.#announce();
  }

  #replace(removed: readonly LiveTag[], added: readonly LiveTag[]): void {
    const ids = new Set<string>();
    // The words to which they are anchored may be gone: they find their places again below.
    if (this.#registry.size > 0) remove(this.#elements, new Set(this.#registry.values()));
    const orphans = this.#removeTags(removed, ids);
    const isOccurrenceChanged = this.#addTags(added, orphans, ids) || removed.some(isOccurrence);
    for (const element of orphans.left) this.#letGo(element);
    for (const id of ids) this.#refresh(id);
    if (!this.#isComplete) return;
    // Where words of the registry are anchored depends on the text, which has changed.
    if (this.#entries.length > 0) this.#attachRegistry();
    const isNamed = (): boolean => this.#entries.length > 0 || this.#areNamed(ids);
    if (isOccurrenceChanged || (this.#occurrences.length > 0 && isNamed())) {
      this.#attachOccurrences();
    }
  }

  /** Whether an occurrence refers to one of some ids, or has one itself. */
  #areNamed(ids: ReadonlySet<string>): boolean {
    for (const id of ids) if (this.#occurrenceIds.has(id)) return true;
    return false;
  }

  /** Gives the elements that have lost their tag; they are in no list any more. */
  #removeTags(removed: readonly LiveTag[], ids: Set<string>): Orphans {
    const lost = new Set<LiveElement>();
    for (const tag of removed) {
      if (tag.id && this.#takePart.has(tag.uri)) this.#tagsWithId.delete(tag.id.value, tag);
      const element = this.#elementOf.get(tag);
      if (element?.currentTag === tag) lost.add(element);
      this.#elementOf.delete(tag);
      const id = tag.id?.value;
      if (id !== undefined && this.#introducers.delete(id, tag)) ids.add(id);
    }
    const gone = new Set(removed.filter(isOccurrence));
    if (gone.size > 0) this.#occurrences = this.#occurrences.filter((tag) => !gone.has(tag));
    const orphans = new Orphans(this.#elements, lost);
    if (lost.size > 0) remove(this.#elements, lost);
    return orphans;
  }

  /** An element whose tag was replaced by one with the same id and kind goes on. */
  #addTags(added: readonly LiveTag[], orphans: Orphans, ids: Set<string>): boolean {
    let isOccurrenceAdded = false;
    for (const tag of added) {
      if (tag.id && this.#takePart.has(tag.uri)) this.#tagsWithId.add(tag.id.value, tag);
      if (isOccurrence(tag)) {
        insert(this.#occurrences, tag, this.#compareTags);
        isOccurrenceAdded = true;
        continue;
      }
      const id = tag.id?.value;
      if (id !== undefined) {
        this.#introducers.add(id, tag);
        ids.add(id);
      }
      const heir = id === undefined ? undefined : orphans.heirOf(tag);
      if (heir) {
        heir.write({ tag });
        this.#elementOf.set(tag, heir);
        insert(this.#elements, heir, this.compare);
      } else {
        this.#introduce(tag);
      }
    }
    return isOccurrenceAdded;
  }

  #introduce(tag: LiveTag): LiveElement {
    const element = new LiveElement(tag.kind, tag.id?.value, this.#keyFor(tag), { tag });
    this.#elementOf.set(tag, element);
    this.#keep(element);
    return element;
  }

  /** Ids may be doubled, and come and go; a serial number stays. */
  #keyFor({ uri }: LiveTag): string {
    return `${uri}~${this.#serial++}`;
  }

  #keep(element: LiveElement): void {
    insert(this.#elements, element, this.compare);
    this.#changedKinds.add(element.kind);
    this.#listener.added(element);
  }

  #drop(element: LiveElement): void {
    this.#elements.splice(this.#elements.indexOf(element), 1);
    this.#letGo(element);
  }

  #letGo(element: LiveElement): void {
    this.#changedKinds.add(element.kind);
    this.#listener.removed(element);
  }

  /** Tells who asks for elements of which others have come or gone, once for all of them. */
  #announce(): void {
    if (this.#changedKinds.size === 0) return;
    this.#elementsChange.announce();
    for (const kind of this.#changedKinds) this.#ofKind.refresh(kind);
    this.#changedKinds.clear();
  }

  #annotate(element: LiveElement, changes: Parameters<LiveElement['write']>[0]): void {
    if (element.write(changes)) this.#listener.annotated(element);
  }

  #refresh(id: string): void {
    this.#byId.refresh(id);
    this.#listener.renamed(id);
  }

  #find(id: string): LiveElement | undefined {
    const tag = this.#introducers.first(id);
    if (tag) return this.#elementOf.get(tag);
    return this.#registry.get(id) ?? this.#aliases.get(id);
  }

  #attachRegistry(): void {
    const problems: RegistryProblem[] = [];
    const registry = new Map<string, LiveElement>();
    const attached = new Map<LiveElement, RegistryEntry[]>();
    for (const entry of this.#entries) {
      const tag = this.#introducers.first(entry.id);
      const known = (tag && this.#elementOf.get(tag)) ?? registry.get(entry.id);
      if (known) problems.push(...kindProblems(entry, known.kind, this.#vocabulary));
      const element = known ?? this.#fromRegistry(entry, registry, problems);
      if (!element) continue;
      const entries = attached.get(element);
      if (entries) entries.push(entry);
      else attached.set(element, [entry]);
      problems.push(...this.#reader.read(entry, element.kind).problems);
    }
    const before = this.#registry;
    this.#registry = registry;
    for (const element of new Set([...this.#annotated.keys(), ...attached.keys()])) {
      const entries = attached.get(element) ?? [];
      const said = entries.flatMap((entry) => this.#reader.read(entry, element.kind).attributes);
      this.#annotate(element, { entries, registry: said });
    }
    this.#annotated = attached;
    for (const [id, element] of before) if (registry.get(id) !== element) this.#letGo(element);
    for (const id of new Set([...before.keys(), ...registry.keys()])) this.#refresh(id);
    if (!isEqual(problems, this.#problems.untracked)) this.#problems.value = problems;
  }

  /** The element of an entry that annotates untagged words. */
  #fromRegistry(
    entry: RegistryEntry,
    registry: Map<string, LiveElement>,
    problems: RegistryProblem[],
  ): LiveElement | undefined {
    if (!entry.is) {
      // What has an entry already is not meant.
      const written = new Set(this.#entries.map(({ id }) => id));
      const ids = [...this.#introducers.keys()].filter((id) => !written.has(id));
      problems.push(unknownEntry(entry, ids));
      return undefined;
    }
    const meaning = this.#vocabulary.classes.get(entry.is.text);
    if (!meaning) {
      problems.push(unknownKind(entry.is, this.#vocabulary));
      return undefined;
    }
    const anchor = entry.quote ? this.#quotes.find(entry.quote.text, entry.file?.text) : undefined;
    if (entry.quote && !anchor) problems.push(lostQuote(entry));
    const place = anchor ?? entry.place;
    const before = this.#registry.get(entry.id);
    if (before?.kind === meaning.kind && isAt(before, place)) {
      registry.set(entry.id, before);
      insert(this.#elements, before, this.compare);
      return before;
    }
    const origin = { anchor: place, quote: entry.quote?.text };
    const element = new LiveElement(meaning.kind, entry.id, entry.id, origin);
    registry.set(entry.id, element);
    this.#keep(element);
    return element;
  }

  /** Occurrences may name other occurrences; those that lead nowhere become elements, so that their ids are known. */
  #attachOccurrences(): void {
    const owners = new Map<LiveTag, LiveElement>();
    const aliases = new Map<string, LiveElement>();
    const attached = new Map<LiveElement, LiveTag[]>();
    const lookUp = (id: string): LiveElement | undefined => {
      const tag = this.#introducers.first(id);
      return (tag && this.#elementOf.get(tag)) ?? this.#registry.get(id) ?? aliases.get(id);
    };
    let waiting = this.#occurrences;
    while (waiting.length > 0) {
      const left = waiting.filter((tag) => {
        const element = lookUp(occurrenceTarget(tag) ?? '');
        if (element?.kind !== tag.kind) return true;
        owners.set(tag, element);
        const occurrences = attached.get(element);
        if (occurrences) occurrences.push(tag);
        else attached.set(element, [tag]);
        const id = tag.id?.value;
        if (id !== undefined && !lookUp(id)) aliases.set(id, element);
        return false;
      });
      if (left.length === waiting.length) break;
      waiting = left;
    }
    this.#occurrenceIds = new Set(
      this.#occurrences.flatMap((tag) => [occurrenceTarget(tag) ?? '', tag.id?.value ?? '']),
    );
    const lost = new Set(waiting);
    for (const tag of waiting) {
      const element = this.#elementOf.get(tag) ?? this.#introduce(tag);
      const id = tag.id?.value;
      if (id !== undefined && !lookUp(id)) aliases.set(id, element);
    }
    this.#takeOver(owners, aliases, attached, lost);
  }

  #takeOver(
    owners: Map<LiveTag, LiveElement>,
    aliases: Map<string, LiveElement>,
    attached: ReadonlyMap<LiveElement, LiveTag[]>,
    lost: ReadonlySet<LiveTag>,
  ): void {
    // What stood by itself may have found its element.
    for (const tag of this.#occurrences) {
      const own = this.#elementOf.get(tag);
      if (!own || lost.has(tag)) continue;
      this.#elementOf.delete(tag);
      this.#drop(own);
    }
    const touched = new Set([...this.#owners.values(), ...attached.keys()]);
    const before = this.#aliases;
    this.#owners = owners;
    this.#aliases = aliases;
    for (const element of touched) {
      this.#annotate(element, { occurrences: attached.get(element) ?? [] });
    }
    for (const id of new Set([...before.keys(), ...aliases.keys()])) this.#refresh(id);
    this.#ownersChange.announce();
    this.#listener.reowned();
  }

  readonly #compareTags = (a: LiveTag, b: LiveTag): number =>
    (this.#rank.get(a.uri) ?? 0) - (this.#rank.get(b.uri) ?? 0) ||
    a.source.range.start - b.source.range.start;

  #rankOf({ uri }: LiveElement): number {
    return this.#rank.get(uri) ?? this.#files.length;
  }
}

/** Words of an entry may begin where a tag begins, or those of another entry. */
function compareAtOnePlace(a: LiveElement, b: LiveElement): number {
  if (a === b || (a.currentTag && b.currentTag)) return 0;
  if (a.currentTag || b.currentTag) return a.currentTag ? -1 : 1;
  return a.key < b.key ? -1 : 1;
}

function isOccurrence(tag: Tag): boolean {
  return occurrenceTarget(tag) !== undefined;
}

/** Elements that have lost their tag, with what stood before and behind each of them. */
class Orphans {
  readonly left = new Set<LiveElement>();
  readonly #places = new Map<LiveElement, Gap>();
  /** The place of the last heir: those that go on keep their order. */
  #last = -1;

  constructor(elements: readonly LiveElement[], lost: ReadonlySet<LiveElement>) {
    let before: LiveElement | undefined;
    const indexes = indexesOf(elements, lost);
    const gaps: Gap[] = [];
    for (const index of indexes) {
      const element = elements[index];
      const last = elements[index - 1];
      if (!element) continue;
      if (!last || !lost.has(last)) before = last;
      const gap: Gap = { index, before, behind: undefined };
      gaps.push(gap);
      this.#places.set(element, gap);
      this.left.add(element);
    }
    let behind: LiveElement | undefined;
    for (const gap of gaps.reverse()) {
      const next = elements[gap.index + 1];
      if (!next || !lost.has(next)) behind = next;
      gap.behind = behind;
    }
  }

  /** The element that goes on with a tag of the same id and kind, where it stands between the same others. */
  heirOf(tag: LiveTag): LiveElement | undefined {
    const { start } = rangeOfTag(tag);
    for (const element of this.left) {
      if (element.kind !== tag.kind || element.id !== tag.id?.value) continue;
      const gap = this.#places.get(element);
      const isInPlace =
        gap !== undefined &&
        gap.index > this.#last &&
        element.uri === tag.uri &&
        (gap.before?.uri !== tag.uri || gap.before.start <= start) &&
        (gap.behind?.uri !== tag.uri || start <= gap.behind.start);
      if (!isInPlace) continue;
      this.#last = gap.index;
      this.left.delete(element);
      return element;
    }
    return undefined;
  }
}

interface Gap {
  readonly index: number;
  readonly before: LiveElement | undefined;
  behind: LiveElement | undefined;
}

/** So few that each is sought by itself. */
const FEW = 8;

/** Where some elements stand in a list, in order. */
function indexesOf(
  elements: readonly LiveElement[],
  wanted: ReadonlySet<LiveElement>,
): readonly number[] {
  if (wanted.size > FEW) {
    return elements.flatMap((element, index) => (wanted.has(element) ? [index] : []));
  }
  return Array.from(wanted, (element) => elements.indexOf(element))
    .filter((index) => index >= 0)
    .sort((a, b) => a - b);
}

function remove(elements: LiveElement[], lost: ReadonlySet<LiveElement>): void {
  if (lost.size <= FEW) {
    for (const index of [...indexesOf(elements, lost)].reverse()) elements.splice(index, 1);
    return;
  }
  let kept = 0;
  for (const element of elements) if (!lost.has(element)) elements[kept++] = element;
  elements.length = kept;
}

function isAt({ place }: LiveElement, { uri, range }: Place): boolean {
  return place.uri === uri && place.range.start === range.start && place.range.end === range.end;
}

function isEqual(a: readonly RegistryProblem[], b: readonly RegistryProblem[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ message, place }, index) => {
      const other = b[index];
      return message === other?.message && place === other.place;
    })
  );
}
