import type { EvidenceTest, Kind, LinkKind } from '../model';
import { Change, isTracking, trackPart, type Whole } from '../reactive';
import type { Element } from './element';
import { nodeKey, type Declaration, type Link, type Node } from './link';
import { LiveElement } from './liveElement';
import { OrderedGroups } from './orderedGroups';
import { insert } from './sortedGroups';
import type { Statement } from './statement';

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
    let pair = start.pairs.get(end);
    if (pair) pair.statements.push(statement);
    else {
      pair = { start, end, statements: [statement], firstLink: undefined };
      start.pairs.add(pair);
      end.incoming++;
    }
    this.#dirty.add(pair);
  }

  /** Takes out a statement. */
  remove(statement: Statement): void {
    const pair = this.#linksOf(statement.from).pairs.get(this.#linksOf(statement.to));
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
    const drawn: DrawnLink[] = [];
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
    const links: DrawnLink[] = [];
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

  #erase({ start, end, firstLink }: Pair): void {
    for (let link = firstLink; link; link = link.next) {
      start.from.remove(link);
      end.to.remove(link);
      this.#kinds.delete(sortOf(link), link);
    }
  }

  #draw(pair: Pair, drawn: DrawnLink[]): void {
    const { start, end, statements } = pair;
    if (statements.length > 1) statements.sort(this.#compareStatements);
    pair.firstLink = linksBetween(statements, pair);
    for (let link = pair.firstLink; link; link = link.next) drawn.push(link);
    if (statements.length > 0) return;
    start.pairs.delete(pair);
    end.incoming--;
    this.#forget(start);
    this.#forget(end);
  }

  #enter(link: DrawnLink): void {
    const { start, end } = link.pair;
    start.from.add(link);
    end.to.add(link);
    this.#kinds.add(sortOf(link), link);
  }

  readonly #compareStatements = (a: Statement, b: Statement): number =>
    PHASES[a.by] - PHASES[b.by] || this.#compareOwners(a.owner, b.owner) || a.index - b.index;

  readonly #compare = (a: DrawnLink, b: DrawnLink): number =>
    this.#compareStatements(a.first, b.first);

  readonly #kinds = new OrderedGroups<string, DrawnLink>(this.#compare);
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
  /** The first of the links that are drawn from it; each knows the next. */
  firstLink: DrawnLink | undefined;
}

/** A link with the statements from which it is drawn; by the first one it has its place among others. */
class DrawnLink implements Link {
  readonly kind: LinkKind;
  readonly first: Statement;
  readonly pair: Pair;
  /** Mostly there is one statement. */
  #further: Statement[] | undefined;
  /** The next link between the same nodes. */
  next: DrawnLink | undefined;

  constructor(kind: LinkKind, first: Statement, pair: Pair) {
    this.kind = kind;
    this.first = first;
    this.pair = pair;
  }

  get from(): Node {
    return this.first.from;
  }

  get to(): Node {
    return this.first.to;
  }

  get declarations(): readonly Declaration[] {
    const { declaration } = this.first;
    if (!this.#further) return [declaration];
    return [declaration, ...this.#further.map((statement) => statement.declaration)];
  }

  get tests(): readonly EvidenceTest[] {
    const { test } = this.first;
    const own = test ? [test] : NONE;
    if (!this.#further) return own;
    return [...own, ...this.#further.flatMap(({ test: other }) => other ?? NONE)];
  }

  add(statement: Statement): void {
    (this.#further ??= []).push(statement);
  }
}

/** The first of the links between two nodes; the statements come in the order in which they count. */
function linksBetween(statements: readonly Statement[], pair: Pair): DrawnLink | undefined {
  const [first] = statements;
  if (!first) return undefined;
  if (statements.length === 1) return new DrawnLink(kindOf(first, NONE) ?? first.kind, first, pair);
  const links: DrawnLink[] = [];
  for (const statement of statements) {
    const kind = kindOf(statement, links);
    if (!kind) continue;
    const link = links.find((other) => other.kind === kind);
    if (link) {
      link.add(statement);
      continue;
    }
    const drawn = new DrawnLink(kind, statement, pair);
    const last = links.at(-1);
    if (last) last.next = drawn;
    links.push(drawn);
  }
  return links[0];
}

/**
 * A test belongs to the link that is there; without one it declares support. Nesting says what attributes need not
 * repeat; where these say that evidence challenges, it does not support.
 */
function kindOf({ by, kind }: Statement, links: readonly DrawnLink[]): LinkKind | undefined {
  const has = (wanted: LinkKind) => links.some((link) => link.kind === wanted);
  const challenges = has('challenges');
  if (by === 'test') return challenges && !has('supports') ? 'challenges' : 'supports';
  if (by === 'nesting' && kind === 'supports' && challenges) return undefined;
  return kind;
}

/** What is said about the links of a node, by their other end; at most nodes these are few. */
class Pairs {
  #few: readonly Pair[] = NONE;
  #many: Map<NodeLinks, Pair> | undefined;

  get isEmpty(): boolean {
    return this.#few.length === 0 && (this.#many === undefined || this.#many.size === 0);
  }

  get(end: NodeLinks): Pair | undefined {
    if (this.#many) return this.#many.get(end);
    for (const pair of this.#few) if (pair.end === end) return pair;
    return undefined;
  }

  add(pair: Pair): void {
    if (!this.#many && this.#few.length < FEW) {
      this.#few = this.#few.concat(pair);
      return;
    }
    this.#many ??= new Map(this.#few.map((other) => [other.end, other]));
    this.#few = NONE;
    this.#many.set(pair.end, pair);
  }

  delete(pair: Pair): void {
    if (this.#many) this.#many.delete(pair.end);
    else this.#few = this.#few.filter((other) => other !== pair);
  }
}

/** So few that each is sought by itself. */
const FEW = 8;

/** The links of one node. */
class NodeLinks {
  readonly key: Element | string;
  readonly from: LinkList;
  readonly to: LinkList;
  /** What is said about the links from here. */
  readonly pairs = new Pairs();
  /** How many other ends something is said about links to here. */
  incoming = 0;

  constructor(key: Element | string, compare: (a: DrawnLink, b: DrawnLink) => number) {
    this.key = key;
    this.from = new LinkList(this, compare);
    this.to = new LinkList(this, compare);
  }

  /** Whether anything is said about links from here or to here. */
  get isSaid(): boolean {
    return this.incoming > 0 || !this.pairs.isEmpty;
  }

  /** Whether anybody would be told of other links. */
  get isRead(): boolean {
    return this.from.isRead || this.to.isRead;
  }

  /** The file of which the node is a part. */
  get home(): Whole | undefined {
    return this.key instanceof LiveElement ? this.key.home : undefined;
  }
}

/** Links of one direction at a node, by kind, in the order of the manuscript. */
class LinkList {
  readonly #node: NodeLinks;
  readonly #compare: (a: DrawnLink, b: DrawnLink) => number;
  /** There are few kinds of links at one node. */
  #ofKind: readonly KindList[] = NONE;
  #change: Change | undefined;

  constructor(node: NodeLinks, compare: (a: DrawnLink, b: DrawnLink) => number) {
    this.#node = node;
    this.#compare = compare;
  }

  get isRead(): boolean {
    return (
      this.#change?.isRead === true || this.#ofKind.some(({ change }) => change?.isRead === true)
    );
  }

  get(kind?: LinkKind): readonly Link[] {
    const { home } = this.#node;
    if (kind === undefined) {
      this.#change = trackPart(this.#change, home);
      return this.current();
    }
    // Without anybody to tell of it later, nothing need be kept of what is not there.
    const list = isTracking(home) ? this.#list(kind) : this.#known(kind);
    if (!list) {
      trackPart(undefined, home);
      return NONE;
    }
    list.change = trackPart(list.change, home);
    return givenOf(list);
  }

  /** All links as they stand. */
  current(): DrawnLink[] {
    const links: DrawnLink[] = [];
    let kinds = 0;
    for (const list of this.#ofKind) {
      if (list.links.length === 0) continue;
      for (const link of list.links) links.push(link);
      kinds++;
    }
    if (kinds < 2) return links;
    if (links.length > FEW) return links.sort(this.#compare);
    const sorted: DrawnLink[] = [];
    for (const link of links) insert(sorted, link, this.#compare);
    return sorted;
  }

  add(link: DrawnLink): void {
    const list = this.#list(link.kind);
    if (list.links.length < FEW_LINKS) list.links = this.#with(link, list.links);
    else insert(list.links, link, this.#compare);
    this.#announce(list);
  }

  /** A list with another link, which takes no more room than it needs. */
  #with(link: DrawnLink, links: readonly DrawnLink[]): DrawnLink[] {
    const all = links.concat(link);
    for (let at = all.length - 1; at > 0; at--) {
      const before = all[at - 1];
      if (!before || this.#compare(before, link) <= 0) break;
      all[at] = before;
      all[at - 1] = link;
    }
    return all;
  }

  remove(link: DrawnLink): void {
    const list = this.#list(link.kind);
    if (list.links.length < FEW_LINKS) list.links = list.links.slice();
    list.links.splice(list.links.indexOf(link), 1);
    this.#announce(list);
  }

  #announce(list: KindList): void {
    list.given = undefined;
    list.change?.announce();
    this.#change?.announce();
    this.#node.home?.parts.announce();
  }

  #known(kind: LinkKind): KindList | undefined {
    for (const list of this.#ofKind) if (list.kind === kind) return list;
    return undefined;
  }

  #list(kind: LinkKind): KindList {
    const known = this.#known(kind);
    if (known) return known;
    const list: KindList = { kind, links: NO_LINKS, given: undefined, change: undefined };
    this.#ofKind = this.#ofKind.concat(list);
    return list;
  }
}

/** Links of one kind. */
interface KindList {
  readonly kind: LinkKind;
  /** Changed in place only where it is long: then readers are given copies. */
  links: DrawnLink[];
  /** What was given to a reader, where that is a copy. */
  given: readonly DrawnLink[] | undefined;
  change: Change | undefined;
}

/** The links for a reader, which do not change under his hands. */
function givenOf(list: KindList): readonly DrawnLink[] {
  return list.links.length < FEW_LINKS ? list.links : (list.given ??= list.links.slice());
}

/** A list shorter than this is put together anew when it changes. */
const FEW_LINKS = 4;

const NONE: readonly never[] = [];
/** Never changed: it is shorter than that. */
const NO_LINKS: DrawnLink[] = [];
