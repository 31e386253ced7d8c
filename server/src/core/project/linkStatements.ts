import type { Attribute, LinkKind, Reference, Tag } from '../model';
import type { Source } from '../config';
import { attributesOf, valueOf, type Element } from './element';
import { nodeKey, type Declaration, type Node } from './link';
import type { Statement } from './linkTable';
import type { LiveElement } from './liveElement';

/** What a reference in an attribute may lead to. */
export interface Resolver {
  element(id: string): LiveElement | undefined;
  elementOf(tag: Tag): LiveElement | undefined;
  source(id: string): Source | undefined;
}

/** What an element says about links: by its attributes, its tests, and where it stands. */
export function statementsOf(owner: LiveElement, resolver: Resolver): Statement[] {
  const statements: Statement[] = [];
  const add = (by: Declaration['by'], link: Omit<Statement, 'by' | 'owner' | 'index'>): void => {
    statements.push({ by, owner, index: statements.length, ...link });
  };
  for (const attribute of owner.attributes) {
    const { definition, references, tests } = attribute;
    if (definition.link && references.length > 0) {
      addLinks(owner, attribute, definition.link, resolver, add);
    }
    for (const test of tests) {
      const node = resolve(test.target, attribute, resolver);
      if (!node) continue;
      const declaration = declare('test', owner, attribute, test.target);
      add('test', { kind: 'supports', from: asNode(owner), to: node, declaration, test });
    }
  }
  addNesting(owner, resolver, add);
  return statements;
}

type Add = (by: Declaration['by'], link: Omit<Statement, 'by' | 'owner' | 'index'>) => void;

function addLinks(
  owner: LiveElement,
  attribute: Attribute,
  { kind, direction }: NonNullable<Attribute['definition']['link']>,
  resolver: Resolver,
  add: Add,
): void {
  for (const reference of attribute.references) {
    const node = resolve(reference, attribute, resolver);
    if (!node) continue;
    const [from, to] = direction === 'in' ? [node, asNode(owner)] : [asNode(owner), node];
    const declaration = declare('attribute', owner, attribute, reference);
    add('attribute', { kind, from, to, declaration });
  }
}

/** Nesting says what attributes need not repeat. */
function addNesting(owner: LiveElement, resolver: Resolver, add: Add): void {
  const { kind, tag, occurrences } = owner;
  if (kind === 'mechanism' || kind === 'construct') return;
  for (const inner of tag ? [tag, ...occurrences] : occurrences) {
    const join = (link: LinkKind, kinds: readonly Element['kind'][]): void => {
      const outer = surrounding(inner, kinds, resolver, owner);
      if (!outer) return;
      const place = { uri: inner.uri, range: inner.source.range };
      const declaration: Declaration = { by: 'nesting', place, owner };
      add('nesting', { kind: link, from: asNode(owner), to: asNode(outer), declaration });
    };
    if (kind === 'evidence' && valueOf(owner, 'display') !== 'context') {
      join('supports', ['claim', 'step']);
    }
    if (kind === 'step' && attributesOf(owner, 'of').length === 0) join('part-of', ['mechanism']);
    if (kind === 'claim') join('reports', ['mechanism']);
  }
}

/** Whether two elements' statements say the same, at the same places. */
export function isSameStatement(a: Statement, b: Statement): boolean {
  return (
    a.by === b.by &&
    a.kind === b.kind &&
    a.index === b.index &&
    a.test === b.test &&
    a.declaration.place.range === b.declaration.place.range &&
    nodeKey(a.from) === nodeKey(b.from) &&
    nodeKey(a.to) === nodeKey(b.to)
  );
}

function asNode(element: LiveElement): Node {
  return { type: 'element', element };
}

function declare(
  by: Declaration['by'],
  owner: LiveElement,
  { name, place }: Attribute,
  { range }: Reference,
): Declaration {
  return { by, place: { uri: place.uri, range }, attribute: name, owner };
}

function resolve(
  { kind, target }: Reference,
  { definition }: Attribute,
  resolver: Resolver,
): Node | undefined {
  const targets = definition.targets ?? [];
  if (kind === 'citation') {
    return targets.includes('citation') ? { type: 'citation', key: target } : undefined;
  }
  if (targets.includes('source') && resolver.source(target)) return { type: 'source', id: target };
  const element = resolver.element(target);
  return element && targets.includes(element.kind) ? asNode(element) : undefined;
}

function surrounding(
  tag: Tag,
  kinds: readonly Element['kind'][],
  resolver: Resolver,
  self: LiveElement,
): LiveElement | undefined {
  for (let outer = tag.parent; outer; outer = outer.parent) {
    if (!kinds.includes(outer.kind)) continue;
    const element = resolver.elementOf(outer);
    if (element && element !== self) return element;
  }
  return undefined;
}
