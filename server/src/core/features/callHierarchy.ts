import type { Kind, LinkKind, Place } from '../model';
import {
  failed,
  nodeKey,
  stepsOf,
  type Element,
  type Link,
  type Node,
  type Project,
} from '../project';
import type { TextRange } from '../text/range';
import { sourceName, titleOf } from './naming';
import { placeName } from './places';
import { introductionsOf, subjectAt, type Introduction, type Subject } from './subjectAt';

/** Something of an argument that rests on other things, or on which other things rest. */
export interface HierarchyItem {
  /** By which it is found again; see {@link hierarchyItem}. */
  readonly key: string;
  readonly kind: Kind | 'work' | 'source';
  readonly name: string;
  /** What it is to the item that was asked about, its id, and where it stands. */
  readonly detail: string;
  readonly place: Introduction;
}

/** That an item rests on another one. */
export interface HierarchyCall {
  readonly item: HierarchyItem;
  /** The file of the one that rests on the other. */
  readonly caller: string;
  /** Where it is said there that it does; where it is said elsewhere, its name. */
  readonly ranges: readonly TextRange[];
}

/** How one end of a link rests on the other. */
interface Reliance {
  /** The end that rests on the other one. */
  readonly upper: 'from' | 'to';
  /** What the other end is to it. */
  readonly role: string;
}

/** The links by which one thing rests on another, in the order in which these are listed. */
const RELIANCES: Readonly<Partial<Record<LinkKind, Reliance>>> = {
  trigger: { upper: 'from', role: 'trigger' },
  'part-of': { upper: 'to', role: 'part' },
  after: { upper: 'from', role: 'earlier step' },
  outcome: { upper: 'from', role: 'outcome' },
  supports: { upper: 'to', role: 'evidence' },
  premise: { upper: 'from', role: 'premise' },
  warrants: { upper: 'to', role: 'warrant' },
  backs: { upper: 'to', role: 'backing' },
  reports: { upper: 'from', role: 'mechanism' },
  source: { upper: 'from', role: 'source' },
};

const ORDER = Object.keys(RELIANCES);

/** What stands at an offset, as the root of a hierarchy; nothing where it is none of an argument. */
export function hierarchyAt(
  project: Project,
  uri: string,
  offset: number,
): HierarchyItem | undefined {
  const at = subjectAt(project, uri, offset);
  const node = at && nodeOf(at.subject);
  return node && itemOf(project, node, { uri, range: at.range });
}

/** The item with a key, if it is still there. */
export function hierarchyItem(project: Project, key: string): HierarchyItem | undefined {
  const node = nodeWithKey(project, key);
  return node && itemOf(project, node);
}

/** What an item rests on: evidence, premises, warrants, works; trigger, steps, parts and outcome; a source. */
export function restsOn(project: Project, key: string): HierarchyCall[] {
  return calls(project, key, 'lower');
}

/** What rests on an item. */
export function restingOn(project: Project, key: string): HierarchyCall[] {
  return calls(project, key, 'upper');
}

/** @param wanted which end of the links is asked for: the one that rests on the other, or that other */
function calls(project: Project, key: string, wanted: 'upper' | 'lower'): HierarchyCall[] {
  const own = nodeWithKey(project, key);
  if (!own) return [];
  const found = new Map<string, { other: Node; roles: Set<string>; links: Link[] }>();
  for (const link of sorted(project, own, linksAt(project, own))) {
    const reliance = RELIANCES[link.kind];
    if (!reliance || (link.kind === 'supports' && failed(link))) continue;
    const upper = link[reliance.upper];
    const lower = link[reliance.upper === 'from' ? 'to' : 'from'];
    const [self, other] = wanted === 'lower' ? [upper, lower] : [lower, upper];
    const otherKey = nodeKey(other);
    if (nodeKey(self) !== key || otherKey === key) continue;
    const known = found.get(otherKey) ?? { other, roles: new Set(), links: [] };
    found.set(otherKey, known);
    known.roles.add(reliance.role);
    known.links.push(link);
  }
  return [...found.values()].flatMap(({ other, roles, links }) => {
    const declared = links.flatMap(({ declarations }) => declarations.map(({ place }) => place));
    const item = itemOf(project, other, declared[0], [...roles]);
    const caller = wanted === 'lower' ? itemOf(project, own, declared[0]) : item;
    if (!item || !caller) return [];
    const { uri, range: name } = caller.place;
    const ranges = declared.filter((place) => place.uri === uri).map(({ range }) => range);
    return [{ item, caller: uri, ranges: ranges.length > 0 ? ranges : [name] }];
  });
}

function linksAt(project: Project, node: Node): readonly Link[] {
  return node.type === 'element'
    ? [...project.linksFrom(node.element), ...project.linksTo(node.element)]
    : project.linksOf(node);
}

/** The steps of a mechanism come in their own order, everything else as it is declared. */
function sorted(project: Project, node: Node, links: readonly Link[]): readonly Link[] {
  const steps =
    node.type === 'element' && node.element.kind === 'mechanism'
      ? new Map(stepsOf(project, node.element).map((step, index) => [step, index]))
      : new Map<Element, number>();
  const stepRank = ({ from }: Link): number =>
    from.type === 'element' ? (steps.get(from.element) ?? steps.size) : steps.size;
  return [...links].sort(
    (a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || stepRank(a) - stepRank(b),
  );
}

function nodeOf(subject: Subject): Node | undefined {
  switch (subject.type) {
    case 'element':
      return { type: 'element', element: subject.element };
    case 'source':
      return { type: 'source', id: subject.source.id };
    case 'citation':
      return { type: 'citation', key: subject.key };
    case 'id':
    case 'unknown':
      return undefined;
  }
}

function nodeWithKey(project: Project, key: string): Node | undefined {
  if (key.startsWith('@')) return { type: 'citation', key: key.slice(1) };
  if (key.startsWith(SOURCE)) return { type: 'source', id: key.slice(SOURCE.length) };
  const element = project.elementWithKey(key.slice(1));
  return element && { type: 'element', element };
}

const SOURCE = 'source:';

/**
 * @param named where it is named, for a work, which stands in no file of the project
 * @param roles what it is to another item
 */
function itemOf(
  project: Project,
  node: Node,
  named?: Place,
  roles: readonly string[] = [],
): HierarchyItem | undefined {
  const key = nodeKey(node);
  const item = (kind: HierarchyItem['kind'], name: string, id: string, place: Introduction) => ({
    key,
    kind,
    name,
    detail: [roles.join(', '), id, placeName(project, place)].filter(Boolean).join(' · '),
    place,
  });
  switch (node.type) {
    case 'element': {
      const { element } = node;
      const [place] = introductionsOf(project, node);
      const id = element.id === undefined ? '' : `#${element.id}`;
      return place && item(element.kind, titleOf(element), id, place);
    }
    case 'source': {
      const source = project.source(node.id);
      if (!source) return undefined;
      const { uri, range } = source.idPlace ?? source.place;
      const place = { uri, range, whole: source.place.range };
      return item('source', sourceName(project, node.id), node.id, place);
    }
    case 'citation': {
      const place = named ?? project.firstInAttributes(node.key)?.place;
      return place && item('work', `@${node.key}`, '', { ...place, whole: place.range });
    }
  }
}
