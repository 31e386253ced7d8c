import { NameIndex, type KnownId, type LinkKind, type Tag } from '../model';
import type { Element } from './element';
import { nodeKey, type Link, type Node } from './link';
import type { Project, ProjectFile, ReferenceUse } from './project';

/** Links by what they start or end at, and by kind. */
export class LinkIndex {
  readonly #links = new Map<Element | string, Map<LinkKind | undefined, Link[]>>();

  /** @param endOf the end of a link by which it is found */
  constructor(links: Iterable<Link>, endOf: (link: Link) => Node) {
    for (const link of links) {
      const end = endOf(link);
      const key = end.type === 'element' ? end.element : nodeKey(end);
      let kinds = this.#links.get(key);
      if (!kinds) this.#links.set(key, (kinds = new Map<LinkKind | undefined, Link[]>()));
      append(kinds, undefined, link);
      append(kinds, link.kind, link);
    }
  }

  /** The links of an element, or of another node by its key, of one kind or of all. */
  of(key: Element | string, kind?: LinkKind): readonly Link[] {
    return this.#links.get(key)?.get(kind) ?? NO_LINKS;
  }
}

const NO_LINKS: readonly Link[] = [];

/** What is looked up in a project by a name or a thing. */
export interface Lists {
  readonly links: ReadonlyMap<LinkKind, readonly Link[]>;
  /** By the name of an attribute, and by name and text with a `=` between. */
  readonly having: ReadonlyMap<string, readonly Element[]>;
  readonly byKey: ReadonlyMap<string, Element>;
  /** Of files that take part, by id. */
  readonly tags: ReadonlyMap<string, readonly Tag[]>;
  /** By the tag around them. */
  readonly inner: ReadonlyMap<Tag, readonly Tag[]>;
  /** The ids of elements. */
  readonly names: NameIndex;
}

/** Makes the lists of a project. */
export function listsOf({ elements, files, links }: Project): Lists {
  const byKind = new Map<LinkKind, Link[]>();
  for (const link of links) append(byKind, link.kind, link);
  const having = new Map<string, Element[]>();
  const byKey = new Map<string, Element>();
  const names = new NameIndex();
  for (const element of elements) {
    byKey.set(element.key, element);
    if (element.id !== undefined) names.add(element.id);
    for (const { name, text } of element.attributes) {
      appendOnce(having, name, element);
      appendOnce(having, `${name}=${text}`, element);
    }
  }
  const tags = new Map<string, Tag[]>();
  const inner = new Map<Tag, Tag[]>();
  for (const { facts, participates } of files) {
    for (const tag of facts.tags) {
      if (tag.id && participates) append(tags, tag.id.value, tag);
      if (tag.parent) append(inner, tag.parent, tag);
    }
  }
  return { links: byKind, having, byKey, tags, inner, names };
}

/** References by what they name and by where they are written. */
export interface Uses {
  readonly to: ReadonlyMap<Element, readonly ReferenceUse[]>;
  readonly from: ReadonlyMap<Element, readonly ReferenceUse[]>;
  /** Those that lead nowhere, by attribute; links under the empty name. */
  readonly broken: ReadonlyMap<string, readonly ReferenceUse[]>;
  /** The keys that are cited in the text. */
  readonly cited: ReadonlySet<string>;
  /** The first use of each key in an attribute. */
  readonly named: ReadonlyMap<string, ReferenceUse>;
}

/** Sorts the references of a project. */
export function usesOf(references: readonly ReferenceUse[]): Uses {
  const to = new Map<Element, ReferenceUse[]>();
  const from = new Map<Element, ReferenceUse[]>();
  const broken = new Map<string, ReferenceUse[]>();
  const cited = new Set<string>();
  const named = new Map<string, ReferenceUse>();
  for (const use of references) {
    const { attribute, by, owner, reference, resolution, target } = use;
    if (resolution?.type === 'element') append(to, resolution.element, use);
    if (owner) append(from, owner, use);
    if (!resolution) append(broken, attribute?.name ?? '', use);
    if (by === 'citation') cited.add(target);
    if (reference?.kind === 'citation' && !named.has(target)) named.set(target, use);
  }
  return { to, from, broken, cited, named };
}

/** The identifiers of files by name. */
export function idsOf(
  files: readonly ProjectFile[],
): Map<string, { known: KnownId; uri: string }[]> {
  const ids = new Map<string, { known: KnownId; uri: string }[]>();
  for (const { uri, facts } of files) {
    for (const known of facts.ids) append(ids, known.id, { known, uri });
  }
  return ids;
}

function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** Appends unless the value was the last to be appended. */
function appendOnce<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  if (lists.get(key)?.at(-1) !== value) append(lists, key, value);
}
