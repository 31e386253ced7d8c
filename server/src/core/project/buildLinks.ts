import type { Source } from '../config';
import type { Attribute, EvidenceTest, LinkKind, Reference, Tag } from '../model';
import { attributesOf, valueOf, type Element } from './element';
import { nodeKey, type Declaration, type Link, type Node } from './link';

/** What a reference in an attribute may lead to. */
export interface Resolver {
  element(id: string): Element | undefined;
  elementOf(tag: Tag): Element | undefined;
  source(id: string): Source | undefined;
}

/** The links that the elements declare, by attribute at either end, by test and by nesting. */
export function buildLinks(elements: readonly Element[], resolver: Resolver): Link[] {
  const links = new LinkTable();
  // Tests and nesting depend on what the attributes of all elements say, wherever those stand.
  for (const element of elements) {
    for (const attribute of element.attributes) declare(links, element, attribute, resolver);
  }
  for (const element of elements) {
    for (const attribute of element.attributes) addTests(links, element, attribute, resolver);
  }
  for (const element of elements) nest(links, element, resolver);
  return links.all();
}

function declare(links: LinkTable, owner: Element, attribute: Attribute, resolver: Resolver): void {
  const { link } = attribute.definition;
  if (!link) return;
  const self: Node = { type: 'element', element: owner };
  for (const reference of attribute.references) {
    const node = resolve(reference, attribute, resolver);
    if (!node) continue;
    const [from, to] = link.direction === 'in' ? [node, self] : [self, node];
    links.add(link.kind, from, to, declaration('attribute', owner, attribute, reference));
  }
}

function addTests(
  links: LinkTable,
  owner: Element,
  attribute: Attribute,
  resolver: Resolver,
): void {
  const self: Node = { type: 'element', element: owner };
  for (const test of attribute.tests) {
    const node = resolve(test.target, attribute, resolver);
    if (!node) continue;
    const from = declaration('test', owner, attribute, test.target);
    links.add(linkOfTest(links, self, node), self, node, from, test);
  }
}

function declaration(
  by: Declaration['by'],
  owner: Element,
  { name, place }: Attribute,
  { range }: Reference,
): Declaration {
  return { by, place: { uri: place.uri, range }, attribute: name, owner };
}

/** A test belongs to the link that is there; without one it declares support. */
function linkOfTest(links: LinkTable, from: Node, to: Node): LinkKind {
  return links.has('challenges', from, to) && !links.has('supports', from, to)
    ? 'challenges'
    : 'supports';
}

function resolve(
  { kind, target }: Reference,
  { definition }: Attribute,
  resolver: Resolver,
): Node | undefined {
  const targets = definition.targets ?? [];
  if (kind === 'citation')
    return targets.includes('citation') ? { type: 'citation', key: target } : undefined;
  if (targets.includes('source') && resolver.source(target)) return { type: 'source', id: target };
  const element = resolver.element(target);
  return element && targets.includes(element.kind) ? { type: 'element', element } : undefined;
}

/** Nesting says what attributes need not repeat; where an attribute says otherwise, it counts. */
function nest(links: LinkTable, element: Element, resolver: Resolver): void {
  for (const tag of [element.tag, ...element.occurrences]) {
    if (!tag) continue;
    const around = (kinds: readonly Element['kind'][]): Element | undefined =>
      surrounding(tag, kinds, resolver, element);
    const join = (kind: LinkKind, outer: Element | undefined): void => {
      if (!outer) return;
      const place = { uri: tag.uri, range: tag.source.range };
      links.add(
        kind,
        { type: 'element', element },
        { type: 'element', element: outer },
        { by: 'nesting', place, owner: element },
      );
    };
    if (element.kind === 'evidence' && valueOf(element, 'display') !== 'context') {
      const outer = around(['claim', 'step']);
      if (outer && !links.hasBetween('challenges', element, outer)) join('supports', outer);
    }
    if (element.kind === 'step' && attributesOf(element, 'of').length === 0) {
      join('part-of', around(['mechanism']));
    }
    if (element.kind === 'claim') join('reports', around(['mechanism']));
  }
}

function surrounding(
  tag: Tag,
  kinds: readonly Element['kind'][],
  resolver: Resolver,
  self: Element,
): Element | undefined {
  for (let outer = tag.parent; outer; outer = outer.parent) {
    if (!kinds.includes(outer.kind)) continue;
    const element = resolver.elementOf(outer);
    if (element && element !== self) return element;
  }
  return undefined;
}

interface Draft {
  readonly kind: LinkKind;
  readonly from: Node;
  readonly to: Node;
  readonly declarations: Declaration[];
  readonly tests: EvidenceTest[];
}

class LinkTable {
  readonly #links = new Map<string, Draft>();

  all(): Link[] {
    return [...this.#links.values()];
  }

  has(kind: LinkKind, from: Node, to: Node): boolean {
    return this.#links.has(linkKey(kind, from, to));
  }

  hasBetween(kind: LinkKind, from: Element, to: Element): boolean {
    return this.has(kind, { type: 'element', element: from }, { type: 'element', element: to });
  }

  add(kind: LinkKind, from: Node, to: Node, declaration: Declaration, test?: EvidenceTest): void {
    const key = linkKey(kind, from, to);
    const link = this.#links.get(key) ?? { kind, from, to, declarations: [], tests: [] };
    this.#links.set(key, link);
    link.declarations.push(declaration);
    if (test) link.tests.push(test);
  }
}

function linkKey(kind: LinkKind, from: Node, to: Node): string {
  return JSON.stringify([kind, nodeKey(from), nodeKey(to)]);
}
