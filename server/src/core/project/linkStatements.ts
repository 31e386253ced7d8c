import type { Attribute, Kind, LinkKind, Reference, Tag } from '../model';
import type { Source } from '../config';
import { valueOf, type Element } from './element';
import { nodeKey, type Node } from './link';
import type { LiveElement } from './liveElement';
import { Statement } from './statement';

/** What a reference in an attribute may lead to. */
export interface Resolver {
  element(id: string): LiveElement | undefined;
  elementOf(tag: Tag): LiveElement | undefined;
  source(id: string): Source | undefined;
}

/** What an element says about links: by its attributes, its tests, and where it stands. */
export function statementsOf(owner: LiveElement, resolver: Resolver): Statement[] {
  const said: Statement[] = [];
  for (const attribute of owner.attributes) {
    const { definition, references, tests } = attribute;
    if (definition.link && references.length > 0) {
      addLinks(owner, attribute, definition.link, resolver, said);
    }
    for (const test of tests) {
      const to = resolve(test.target, attribute, resolver);
      if (!to) continue;
      const says = { by: 'test', kind: 'supports', from: owner.node, to, test } as const;
      said.push(new Statement(says, owner, said.length, attribute, test.target.range));
    }
  }
  addNesting(owner, resolver, said);
  return said;
}

function addLinks(
  owner: LiveElement,
  attribute: Attribute,
  { kind, direction }: NonNullable<Attribute['definition']['link']>,
  resolver: Resolver,
  said: Statement[],
): void {
  for (const reference of attribute.references) {
    const node = resolve(reference, attribute, resolver);
    if (!node) continue;
    const own = owner.node;
    const from = direction === 'in' ? node : own;
    const to = direction === 'in' ? own : node;
    const says = { by: 'attribute', kind, from, to } as const;
    said.push(new Statement(says, owner, said.length, attribute, reference.range));
  }
}

/** Nesting says what attributes need not repeat. */
function addNesting(owner: LiveElement, resolver: Resolver, said: Statement[]): void {
  const { tag, occurrences } = owner;
  if (tag) addNestingOf(tag, owner, resolver, said);
  for (const occurrence of occurrences) addNestingOf(occurrence, owner, resolver, said);
}

function addNestingOf(inner: Tag, owner: LiveElement, resolver: Resolver, said: Statement[]): void {
  const nesting = NESTING[owner.kind];
  if (!nesting || !inner.parent) return;
  const outer = surrounding(inner, nesting.within, resolver, owner);
  if (!outer || nesting.isDenied(owner)) return;
  const says = { by: 'nesting', kind: nesting.link, from: owner.node, to: outer.node } as const;
  said.push(new Statement(says, owner, said.length, inner, inner.source.range));
}

/** What it says that an element stands inside another one, if its attributes do not deny it. */
interface Nesting {
  readonly link: LinkKind;
  readonly within: readonly Kind[];
  isDenied(inner: Element): boolean;
}

const NESTING: Readonly<Partial<Record<Kind, Nesting>>> = {
  evidence: {
    link: 'supports',
    within: ['claim', 'step'],
    isDenied: (evidence) => valueOf(evidence, 'display') === 'context',
  },
  step: {
    link: 'part-of',
    within: ['mechanism'],
    isDenied: (step) => step.attributes.some(({ name }) => name === 'of'),
  },
  claim: { link: 'reports', within: ['mechanism'], isDenied: () => false },
};

/** Whether two elements' statements say the same, at the same places. */
export function isSameStatement(a: Statement, b: Statement): boolean {
  return (
    a.by === b.by &&
    a.kind === b.kind &&
    a.index === b.index &&
    a.test === b.test &&
    a.range === b.range &&
    isSameNode(a.from, b.from) &&
    isSameNode(a.to, b.to)
  );
}

/** An entry of the registry whose words have moved is another element with the same key. */
function isSameNode(a: Node, b: Node): boolean {
  return a === b || (a.type !== 'element' && nodeKey(a) === nodeKey(b));
}

function resolve(
  { kind, target }: Reference,
  { definition: { targets } }: Attribute,
  resolver: Resolver,
): Node | undefined {
  if (!targets) return undefined;
  if (kind === 'citation') {
    return targets.includes('citation') ? { type: 'citation', key: target } : undefined;
  }
  if (targets.includes('source') && resolver.source(target)) return { type: 'source', id: target };
  const element = resolver.element(target);
  return element && targets.includes(element.kind) ? element.node : undefined;
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
