import type { EvidenceTest, LinkKind } from '../model';
import { Change, isTracking } from '../reactive';
import { nodeKey, type Declaration, type Link, type Node } from './link';
import type { LiveElement } from './liveElement';
import { insert, OrderedGroups } from './orderedGroups';

/** One place that says something about two nodes, before it is known which links there are between them. */
export interface Statement {
  readonly by: Declaration['by'];
  /** The link that it declares; a test belongs to the link that is there. */
  readonly kind: LinkKind;
  readonly from: Node;
  readonly to: Node;
  readonly declaration: Declaration;
  readonly owner: LiveElement;
  /** Its place among the statements of its owner. */
  readonly index: number;
  readonly test?: EvidenceTest;
}

/** The order in which declarations count: tests and nesting depend on what attributes say, wherever those stand. */
const PHASES: Readonly<Record<Declaration['by'], number>> = { attribute: 0, test: 1, nesting: 2 };

/** The links of a project, kept up to date statement by statement. Readers are told when the links of their node change. */
export class LinkTable {
  readonly #compareOwners: (a: LiveElement, b: LiveElement) => number;
  readonly #nodes = new Map<string, NodeLinks>();
  readonly #elements = new WeakMap<object, NodeLinks>();
  readonly #change = new Change();
  readonly #dirty = new Set<Pair>();

  constructor(compareOwners: (a: LiveElement, b: LiveElement) => number) {
    this.#compareOwners = compareOwners;
  }

  /** Takes in a statement; the links are up to date after {@link settle}. */
  add(statement: Statement): void {
    this.#touch(statement).statements.push(statement);
  }

  /** Takes out a statement. */
  remove(statement: Statement): void {
    const { statements } = this.#touch(statement);
    const at = statements.indexOf(statement);
    if (at >= 0) statements.splice(at, 1);
  }

  /** Draws the links anew between all nodes about which something else is said now. */
  settle(): void {
    if (this.#dirty.size === 0) return;
    // First out with all that may have lost its place, so that what comes in finds its own.
    for (const pair of this.#dirty) this.#erase(pair);
    for (const pair of this.#dirty) this.#draw(pair);
    this.#dirty.clear();
    this.#change.announce();
  }

  /** Links that start at a node, of one kind or of all. */
  from(node: Node, kind?: LinkKind): readonly Link[] {
    return this.#linksOf(node).from.get(kind);
  }

  /** Links that end at a node, of one kind or of all. */
  to(node: Node, kind?: LinkKind): readonly Link[] {
    return this.#linksOf(node).to.get(kind);
  }

  /** All links of one kind, in the order of the manuscript. */
  ofKind(kind: LinkKind): readonly Link[] {
    return this.#kinds.get(kind);
  }

  /** All links, in the order of the manuscript. */
  all(): readonly Link[] {
    this.#change.track();
    const links: OrderedLink[] = [];
    for (const { from } of this.#nodes.values())
      for (const link of from.current()) links.push(link);
    return links.sort(this.#compare);
  }

  /** Forgets a node about which nothing is said any more, and for which nobody waits. */
  #forget(links: NodeLinks): void {
    if (links.isIdle()) this.#nodes.delete(links.key);
  }

  #touch({ from, to }: Statement): Pair {
    const start = this.#linksOf(from);
    const end = this.#linksOf(to);
    let pair = start.pairs.get(end);
    if (!pair) {
      pair = { start, end, statements: [], links: [] };
      start.pairs.set(end, pair);
      end.incoming++;
    }
    this.#dirty.add(pair);
    return pair;
  }

  #linksOf(node: Node): NodeLinks {
    const known = node.type === 'element' ? this.#elements.get(node.element) : undefined;
    if (known && this.#nodes.has(known.key)) return known;
    const key = nodeKey(node);
    let links = this.#nodes.get(key);
    if (!links) this.#nodes.set(key, (links = new NodeLinks(key, this.#compare)));
    if (node.type === 'element') this.#elements.set(node.element, links);
    return links;
  }

  #erase({ start, end, links }: Pair): void {
    for (const link of links) {
      start.from.remove(link);
      end.to.remove(link);
      this.#kinds.delete(link.kind, link);
    }
  }

  #draw(pair: Pair): void {
    const { start, end, statements } = pair;
    statements.sort(this.#compareStatements);
    pair.links = linksBetween(statements);
    for (const link of pair.links) {
      start.from.add(link);
      end.to.add(link);
      this.#kinds.add(link.kind, link);
    }
    if (statements.length > 0) return;
    start.pairs.delete(end);
    end.incoming--;
    this.#forget(start);
    this.#forget(end);
  }

  readonly #compareStatements = (a: Statement, b: Statement): number =>
    PHASES[a.by] - PHASES[b.by] || this.#compareOwners(a.owner, b.owner) || a.index - b.index;

  readonly #compare = (a: OrderedLink, b: OrderedLink): number =>
    this.#compareStatements(a.first, b.first);

  readonly #kinds = new OrderedGroups<LinkKind, OrderedLink>(this.#compare);
}

/** All that is said about two nodes. */
interface Pair {
  readonly start: NodeLinks;
  readonly end: NodeLinks;
  readonly statements: Statement[];
  links: readonly OrderedLink[];
}

/** A link with the statement by which it has its place among others. */
interface OrderedLink extends Link {
  readonly first: Statement;
  readonly declarations: Declaration[];
  readonly tests: EvidenceTest[];
}

/** The links between two nodes; the statements come in the order in which they count. */
function linksBetween(statements: readonly Statement[]): OrderedLink[] {
  const links = new Map<LinkKind, OrderedLink>();
  for (const statement of statements) {
    const kind = kindOf(statement, links);
    if (!kind) continue;
    const { from, to, declaration, test } = statement;
    let link = links.get(kind);
    if (!link) {
      link = { kind, from, to, declarations: [], tests: [], first: statement };
      links.set(kind, link);
    }
    link.declarations.push(declaration);
    if (test) link.tests.push(test);
  }
  return [...links.values()];
}

/**
 * A test belongs to the link that is there; without one it declares support. Nesting says what attributes need not
 * repeat; where these say that evidence challenges, it does not support.
 */
function kindOf(
  { by, kind }: Statement,
  links: ReadonlyMap<LinkKind, OrderedLink>,
): LinkKind | undefined {
  const challenges = links.has('challenges');
  if (by === 'test') return challenges && !links.has('supports') ? 'challenges' : 'supports';
  if (by === 'nesting' && kind === 'supports' && challenges) return undefined;
  return kind;
}

/** The links of one node. */
class NodeLinks {
  readonly key: string;
  readonly from: LinkList;
  readonly to: LinkList;
  /** What is said about the links from here, by their other end. */
  readonly pairs = new Map<NodeLinks, Pair>();
  /** How many other ends something is said about links to here. */
  incoming = 0;

  constructor(key: string, compare: (a: OrderedLink, b: OrderedLink) => number) {
    this.key = key;
    this.from = new LinkList(compare);
    this.to = new LinkList(compare);
  }

  isIdle(): boolean {
    return this.pairs.size + this.incoming === 0 && !this.from.isRead && !this.to.isRead;
  }
}

/** Links of one direction at a node, by kind, in the order of the manuscript. */
class LinkList {
  readonly #compare: (a: OrderedLink, b: OrderedLink) => number;
  readonly #ofKind = new Map<LinkKind, KindList>();
  readonly #change = new Change();

  constructor(compare: (a: OrderedLink, b: OrderedLink) => number) {
    this.#compare = compare;
  }

  get isRead(): boolean {
    if (this.#change.isRead) return true;
    for (const { change } of this.#ofKind.values()) if (change.isRead) return true;
    return false;
  }

  get(kind?: LinkKind): readonly Link[] {
    if (kind === undefined) {
      this.#change.track();
      return this.current();
    }
    // Without anybody to tell of it later, nothing need be kept of what is not there.
    const list = isTracking() ? this.#list(kind) : this.#ofKind.get(kind);
    if (!list) return NONE;
    list.change.track();
    return (list.given ??= list.links.slice());
  }

  /** All links as they stand. */
  current(): OrderedLink[] {
    const links: OrderedLink[] = [];
    let kinds = 0;
    for (const list of this.#ofKind.values()) {
      if (list.links.length === 0) continue;
      for (const link of list.links) links.push(link);
      kinds++;
    }
    return kinds < 2 ? links : links.sort(this.#compare);
  }

  add(link: OrderedLink): void {
    const list = this.#list(link.kind);
    insert(list.links, link, this.#compare);
    this.#announce(list);
  }

  remove(link: OrderedLink): void {
    const list = this.#list(link.kind);
    list.links.splice(list.links.indexOf(link), 1);
    this.#announce(list);
  }

  #announce(list: KindList): void {
    list.given = undefined;
    list.change.announce();
    this.#change.announce();
  }

  #list(kind: LinkKind): KindList {
    let list = this.#ofKind.get(kind);
    if (!list)
      this.#ofKind.set(kind, (list = { links: [], given: undefined, change: new Change() }));
    return list;
  }
}

/** Links of one kind; what was given to a reader does not change under his hands. */
interface KindList {
  readonly links: OrderedLink[];
  given: readonly OrderedLink[] | undefined;
  readonly change: Change;
}

const NONE: readonly never[] = [];
