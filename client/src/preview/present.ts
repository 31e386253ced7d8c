import type { Attribute, Kind, LiveFacts, Reference, Tag } from '../../../server/src/core/model';
import type { Attributed } from '../../../server/src/core/syntax';

/** How an element is shown: plain data, that stays right when the manuscript is edited. */
export interface Presentation {
  /** Absent for what is no tag of Warrant. */
  readonly kind?: Kind;
  /** The class of the tag as the author writes it, with its number in the paper. */
  readonly label: string;
  readonly classes: string;
  readonly id?: string;
  /** Several lines: what it is, what its attributes say, and what names it. */
  readonly tooltip: string;
  readonly links: readonly PreviewLink[];
}

/** A link behind a tag to what one of its attributes names. */
export interface PreviewLink {
  readonly text: string;
  /** Absent for what does not stand in the file. */
  readonly href?: string;
  readonly kind?: Kind;
  readonly title: string;
}

/** How the elements of a manuscript are shown, and the addresses in it. */
export interface Presentations {
  /** By the number of the element. */
  readonly elements: readonly (Presentation | undefined)[];
  /** What stands at an id: the tooltip of links to it. */
  titleOf(id: string): string | undefined;
}

/** Says how elements are shown. What has neither a kind nor an id is not shown. */
export function present(facts: LiveFacts, elements: readonly Attributed[]): Presentations {
  const targets = new Targets(facts);
  const titles = new Map<string, string>();
  for (const [id, tag] of targets.tags) titles.set(id, mention(tag));
  return {
    elements: elements.map((element) => {
      const tag = facts.tagOf(element);
      if (tag) return presentTag(tag, targets);
      // HTML has its anchors itself.
      return element.id && element.attributeRange && element.form === 'markdown'
        ? { label: '', classes: '', id: element.id.value, tooltip: '', links: [] }
        : undefined;
    }),
    titleOf: (id) => titles.get(id),
  };
}

/** What stands at an id, and what names it. */
class Targets {
  readonly tags = new Map<string, Tag>();
  readonly ids = new Set<string>();
  readonly #namedBy = new Map<string, Naming[]>();

  constructor(facts: LiveFacts) {
    for (const { id, source } of facts.currentIds) if (source) this.ids.add(id);
    for (const tag of facts.currentTags) {
      if (tag.id && !this.tags.has(tag.id.value)) this.tags.set(tag.id.value, tag);
      for (const { name, references } of tag.attributes) {
        for (const reference of references) {
          if (reference.kind === 'id') this.#add(reference.target, { name, tag });
        }
      }
    }
  }

  namedBy(id: string): readonly Naming[] {
    return this.#namedBy.get(id) ?? [];
  }

  #add(id: string, naming: Naming): void {
    const known = this.#namedBy.get(id);
    if (known) known.push(naming);
    else this.#namedBy.set(id, [naming]);
  }
}

/** An attribute of another tag that names an element. */
interface Naming {
  readonly name: string;
  readonly tag: Tag;
}

function presentTag(tag: Tag, targets: Targets): Presentation {
  const { kind, id, classToken, source } = tag;
  const number = valueOf(tag, kind === 'step' ? 'n' : 'label');
  return {
    kind,
    label: number === undefined ? classToken.name : `${classToken.name} ${number}`,
    classes: `warrant warrant-${kind} warrant-on-${source.carrier}`,
    ...(id ? { id: id.value } : {}),
    tooltip: tooltipOf(tag, targets),
    links: linksOf(tag, targets),
  };
}

/** The attribute that says most of a kind, which stands behind its name. */
const MAIN: Readonly<Record<Kind, string>> = {
  claim: 'type',
  evidence: 'kind',
  mechanism: 'term',
  step: 'n',
  construct: 'term',
};

function tooltipOf(tag: Tag, targets: Targets): string {
  const { kind, id, classToken, attributes } = tag;
  const main = MAIN[kind];
  const what =
    attributes.find(({ name }) => name === main)?.text ?? (kind === 'claim' ? 'finding' : '');
  const name = classToken.name.charAt(0).toUpperCase() + classToken.name.slice(1);
  const lines = [[name, what, id ? `#${id.value}` : ''].filter((part) => part !== '').join(' · ')];
  for (const attribute of attributes) {
    if (attribute.name !== main) lines.push(`${attribute.name}: ${valueText(attribute, targets)}`);
  }
  const namings = new Map<string, Tag[]>();
  for (const { name: attribute, tag: other } of id ? targets.namedBy(id.value) : []) {
    const phrase = NAMED[attribute] ?? `${attribute} of`;
    const known = namings.get(phrase);
    if (known) known.push(other);
    else namings.set(phrase, [other]);
  }
  // Evidence supports what it stands in, and a step is part of it.
  if (tag.parent && NESTING.has(kind)) lines.push(`in: ${mention(tag.parent)}`);
  const inner = tag.inner.filter((other) => NESTING.has(other.kind));
  if (inner.length > 0) namings.set('holds', inner);
  for (const [phrase, others] of namings) lines.push(`${phrase}: ${enumerate(others, mention)}`);
  return lines.join('\n');
}

const NESTING: ReadonlySet<Kind> = new Set<Kind>(['evidence', 'step']);

/** What an element is to another one that names it in an attribute. */
const NAMED: Readonly<Record<string, string>> = {
  evidence: 'evidence for',
  against: 'evidence against',
  supports: 'supported by',
  challenges: 'challenged by',
  tests: 'tested by',
  from: 'premise of',
  warrant: 'warrants',
  backing: 'backs',
  rebuttal: 'rebuts',
  answers: 'answered by',
  limits: 'limited by',
  of: 'has the part',
  parts: 'part of',
  after: 'followed by',
  parent: 'broader than',
  ref: 'taken up by',
};

/** The attributes by which a tag rests on what they name. */
const GROUNDS: ReadonlySet<string> = new Set([
  'evidence',
  'against',
  'from',
  'warrant',
  'backing',
  'rebuttal',
  'after',
]);

function linksOf(tag: Tag, targets: Targets): PreviewLink[] {
  const links = new Map<string, PreviewLink>();
  for (const { name, definition, references } of tag.attributes) {
    const arrow = GROUNDS.has(name) ? '←' : '→';
    for (const { kind, target } of references) {
      const key = `${kind} ${target}`;
      if (links.has(key)) continue;
      if (kind === 'citation') {
        links.set(key, { text: `${arrow} @${target}`, title: `${name}: @${target}` });
      } else if (targets.ids.has(target)) {
        const named = targets.tags.get(target);
        links.set(key, {
          text: `${arrow} ${target}`,
          href: `#${encodeURIComponent(target)}`,
          ...(named ? { kind: named.kind } : {}),
          title: `${name}: ${named ? mention(named) : `#${target}`}`,
        });
      } else if (definition.targets?.includes('source') !== true) {
        links.set(key, {
          text: `${arrow} ${target}`,
          title: `${name}: #${target}, which does not stand in this file`,
        });
      }
    }
  }
  return [...links.values()];
}

function valueText(attribute: Attribute, targets: Targets): string {
  const { text, references, phrases, tests } = attribute;
  // A test is written behind what it tests.
  if (references.length === 0 || tests.length > 0) return shorten(text);
  return enumerate([...references, ...phrases], (part) =>
    'target' in part ? referenceText(part, targets) : part.text,
  );
}

function referenceText({ kind, target, sigil }: Reference, targets: Targets): string {
  const tag = kind === 'id' ? targets.tags.get(target) : undefined;
  return tag ? mention(tag) : `${sigil}${target}`;
}

/** So many are named; it is said how many more there are. */
const MANY = 6;

function enumerate<T>(items: readonly T[], name: (item: T) => string): string {
  const more = items.length - MANY;
  const shown = items.slice(0, MANY).map(name).join(', ');
  return more > 0 ? `${shown} and ${more} more` : shown;
}

/** The id of a tag and the beginning of its words. */
function mention(tag: Tag): string {
  const words = valueOf(tag, 'term') ?? tag.beginning;
  const id = tag.id ? `#${tag.id.value}` : tag.classToken.name;
  return words === '' ? id : `${id} ${inQuotes(shorten(words, 60))}`;
}

/** In quotation marks, but not in two pairs. */
function inQuotes(text: string): string {
  return /^[“"«„]/.test(text) ? text : `“${text}”`;
}

function valueOf(tag: Tag, name: string): string | undefined {
  return tag.attributes.find((attribute) => attribute.name === name)?.text;
}

function shorten(text: string, limit = 200): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), limit / 2)).trimEnd()} …`;
}
