import type { EvidenceTest, Kind, LinkKind } from '../model';
import { Change, isTracking, trackChange } from '../reactive';
import type { Element } from './element';
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
  readonly test: EvidenceTest | undefined;
}

/** The order in which declarations count: tests and nesting depend on what attributes say, wherever those stand. */
const PHASES: Readonly<Record<Declaration['by'], number>> = { attribute: 0, test: 1, nesting: 2 };

/** The links of a project, kept up to date statement by statement. Readers are told when the links of their node change. */
export class LinkTable {
  readonly #compareOwners: (a: LiveElement, b: LiveElement) => number;
  /** By element, or by the name of the node. */
  readonly #nodes = new Map<Element | string, NodeLinks>();
  readonly #change = new Change();
  readonly #dirty = new Set<Pair>();
  /** Nodes about which nothing is said any more, though somebody was still to hear of that. */
  readonly #leaving = new Set<NodeLinks>();

  constructor(compareOwners: (a: LiveElement, b: LiveElement) => number) {
    this.#compareOwners = compareOwners;
  }

  /** Takes in a statement; the links are up to date after {@link settle}. */
  add(statement: Statement): void {
    const start = this.#linksOf(statement.from);
    const end = this.#linksOf(statement.to);
    let pair = start.pairs?.get(end);
    if (pair) pair.statements.push(statement);
    else {
      pair = { start, end, statements: [statement], links: NONE };
      (start.pairs ??= new Map()).set(end, pair);
      end.incoming++;
    }
    this.#dirty.add(pair);
  }

  /** Takes out a statement. */
  remove(statement: Statement): void {
    const pair = this.#linksOf(statement.from).pairs?.get(this.#linksOf(statement.to));
    const at = pair?.statements.indexOf(statement) ?? -1;
    if (!pair || at < 0) return;
    pair.statements.splice(at, 1);
    this.#dirty.add(pair);
  }

  /** Draws the links anew between all nodes about which something else is said now. */
  settle(): void {
    if (this.#dirty.size === 0) return;
    for (const links of [...this.#leaving]) {
      this.#leaving.delete(links);
      this.#forget(links);
    }
    // First out with all that may have lost its place, so that what comes in finds its own.
    for (const pair of this.#dirty) this.#erase(pair);
    const drawn: OrderedLink[] = [];
    for (const pair of this.#dirty) this.#draw(pair, drawn);
    // In their order each finds its place at the end, where all of them are new.
    if (drawn.length > 1) drawn.sort(this.#compare);
    for (const link of drawn) this.#enter(link);
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

  /** The links of one kind that start at elements of a kind, in the order of the manuscript. */
  ofKind(kind: LinkKind, from: Kind): readonly Link[] {
    return this.#kinds.get(`${kind} ${from}`);
  }

  /** All links, in the order of the manuscript. */
  all(): readonly Link[] {
    this.#change.track();
    const links: OrderedLink[] = [];
    for (const { from } of this.#nodes.values())
      for (const link of from.current()) links.push(link);
    return links.sort(this.#compare);
  }

  /** Forgets an element that is gone; what others said about it has been taken back. */
  drop(element: Element): void {
    const links = this.#nodes.get(element);
    if (links && !links.isSaid) this.#nodes.delete(element);
  }

  /** Forgets a node about which nothing is said any more, once nobody waits for it. */
  #forget(links: NodeLinks): void {
    if (links.isSaid || this.#nodes.get(links.key) !== links) return;
    if (links.isRead) this.#leaving.add(links);
    else this.#nodes.delete(links.key);
  }

  #linksOf(node: Node): NodeLinks {
    const key = node.type === 'element' ? node.element : nodeKey(node);
    let links = this.#nodes.get(key);
    if (!links) this.#nodes.set(key, (links = new NodeLinks(key, this.#compare)));
    return links;
  }

  #erase({ start, end, links }: Pair): void {
    for (const link of links) {
      start.from.remove(link);
      end.to.remove(link);
      this.#kinds.delete(sortOf(link), link);
    }
  }

  #draw(pair: Pair, drawn: OrderedLink[]): void {
    const { start, end, statements } = pair;
    if (statements.length > 1) statements.sort(this.#compareStatements);
    pair.links = linksBetween(statements, pair);
    for (const link of pair.links) drawn.push(link);
    if (statements.length > 0) return;
    start.pairs?.delete(end);
    end.incoming--;
    this.#forget(start);
    this.#forget(end);
  }

  #enter(link: OrderedLink): void {
    const { start, end } = link.pair;
    start.from.add(link);
    end.to.add(link);
    this.#kinds.add(sortOf(link), link);
  }

  readonly #compareStatements = (a: Statement, b: Statement): number =>
    PHASES[a.by] - PHASES[b.by] || this.#compareOwners(a.owner, b.owner) || a.index - b.index;

  readonly #compare = (a: OrderedLink, b: OrderedLink): number =>
    this.#compareStatements(a.first, b.first);

  readonly #kinds = new OrderedGroups<string, OrderedLink>(this.#compare);
}

/** The kind of a link and of the element where it starts. */
function sortOf({ kind, from }: Link): string {
  return `${kind} ${from.type === 'element' ? from.element.kind : from.type}`;
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
  readonly pair: Pair;
  readonly declarations: Declaration[];
  readonly tests: EvidenceTest[];
}

/** The links between two nodes; the statements come in the order in which they count. */
function linksBetween(statements: readonly Statement[], pair: Pair): readonly OrderedLink[] {
  const [first] = statements;
  if (!first) return NONE;
  if (statements.length === 1) return [linkOf(first, kindOf(first, NONE) ?? first.kind, pair)];
  const links: OrderedLink[] = [];
  for (const statement of statements) {
    const kind = kindOf(statement, links);
    if (!kind) continue;
    const link = links.find((other) => other.kind === kind);
    if (!link) {
      links.push(linkOf(statement, kind, pair));
      continue;
    }
    link.declarations.push(statement.declaration);
    if (statement.test) link.tests.push(statement.test);
  }
  return links;
}

/** The link that a statement declares by itself. */
function linkOf(first: Statement, kind: LinkKind, pair: Pair): OrderedLink {
  const { from, to, declaration, test } = first;
  return { kind, from, to, declarations: [declaration], tests: test ? [test] : [], first, pair };
}

/**
 * A test belongs to the link that is there; without one it declares support. Nesting says what attributes need not
 * repeat; where these say that evidence challenges, it does not support.
 */
function kindOf({ by, kind }: Statement, links: readonly OrderedLink[]): LinkKind | undefined {
  const has = (wanted: LinkKind) => links.some((link) => link.kind === wanted);
  const challenges = has('challenges');
  if (by === 'test') return challenges && !has('supports') ? 'challenges' : 'supports';
  if (by === 'nesting' && kind === 'supports' && challenges) return undefined;
  return kind;
}

/** The links of one node. */
class NodeLinks {
  readonly key: Element | string;
  readonly from: LinkList;
  readonly to: LinkList;
  /** What is said about the links from here, by their other end. */
  pairs: Map<NodeLinks, Pair> | undefined;
  /** How many other ends something is said about links to here. */
  incoming = 0;

  constructor(key: Element | string, compare: (a: OrderedLink, b: OrderedLink) => number) {
    this.key = key;
    this.from = new LinkList(compare);
    this.to = new LinkList(compare);
  }

  /** Whether anything is said about links from here or to here. */
  get isSaid(): boolean {
    return this.incoming > 0 || (this.pairs !== undefined && this.pairs.size > 0);
  }

  /** Whether anybody would be told of other links. */
  get isRead(): boolean {
    return this.from.isRead || this.to.isRead;
  }
}

/** Links of one direction at a node, by kind, in the order of the manuscript. */
class LinkList {
  readonly #compare: (a: OrderedLink, b: OrderedLink) => number;
  /** There are few kinds of links at one node. */
  #ofKind: readonly KindList[] = NONE;
  #change: Change | undefined;

  constructor(compare: (a: OrderedLink, b: OrderedLink) => number) {
    this.#compare = compare;
  }

  get isRead(): boolean {
    return (
      this.#change?.isRead === true || this.#ofKind.some(({ change }) => change?.isRead === true)
    );
  }

  get(kind?: LinkKind): readonly Link[] {
    if (kind === undefined) {
      this.#change = trackChange(this.#change);
      return this.current();
    }
    // Without anybody to tell of it later, nothing need be kept of what is not there.
    const list = isTracking() ? this.#list(kind) : this.#known(kind);
    if (!list) return NONE;
    list.change = trackChange(list.change);
    return (list.given ??= list.links.length > 0 ? list.links.slice() : NONE);
  }

  /** All links as they stand. */
  current(): OrderedLink[] {
    const links: OrderedLink[] = [];
    let kinds = 0;
    for (const list of this.#ofKind) {
      if (list.links.length === 0) continue;
      for (const link of list.links) links.push(link);
      kinds++;
    }
    return kinds < 2 ? links : links.sort(this.#compare);
  }

  add(link: OrderedLink): void {
    const list = this.#list(link.kind);
    if (list.links.length > 0) insert(list.links, link, this.#compare);
    else list.links = [link];
    this.#announce(list);
  }

  remove(link: OrderedLink): void {
    const list = this.#list(link.kind);
    list.links.splice(list.links.indexOf(link), 1);
    this.#announce(list);
  }

  #announce(list: KindList): void {
    list.given = undefined;
    list.change?.announce();
    this.#change?.announce();
  }

  #known(kind: LinkKind): KindList | undefined {
    for (const list of this.#ofKind) if (list.kind === kind) return list;
    return undefined;
  }

  #list(kind: LinkKind): KindList {
    const known = this.#known(kind);
    if (known) return known;
    const list: KindList = { kind, links: [], given: undefined, change: undefined };
    this.#ofKind = this.#ofKind.concat(list);
    return list;
  }
}

/** Links of one kind; what was given to a reader does not change under his hands. */
interface KindList {
  readonly kind: LinkKind;
  links: OrderedLink[];
  given: readonly OrderedLink[] | undefined;
  change: Change | undefined;
}

const NONE: readonly never[] = [];
