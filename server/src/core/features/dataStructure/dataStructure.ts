import type { Place } from '../../model';
import {
  attributeOf,
  definitionsOf,
  elementOfNode,
  termOf,
  type Element,
  type Project,
} from '../../project';

/**
 * The columns of a data structure, from what informants say to what the paper makes of it (Gioia, Corley and Hamilton
 * 2013); a `construct` is above the dimensions, or on no tier at all.
 */
export const COLUMNS = ['concept', 'theme', 'dimension', 'construct'] as const;

/** One of the columns. */
export type Column = (typeof COLUMNS)[number];

/** A facet of a construct, and what it consists of itself. */
export interface Facet {
  readonly key: string;
  readonly id?: string;
  readonly name: string;
  readonly parts: readonly Facet[];
}

/** A construct in a data structure. */
export interface DataStructureBox {
  readonly key: string;
  readonly id?: string;
  readonly name: string;
  readonly definition?: string;
  readonly place: Place;
  readonly column: Column;
  /** What is drawn under its name. */
  readonly facets: readonly Facet[];
  /** The keys of the boxes in columns further on to which it belongs; it is drawn beside the first one. */
  readonly parents: readonly string[];
}

/** The constructs of a paper in their order: concepts, themes, dimensions, and facets under their construct. */
export interface DataStructure {
  /** What belongs together stands together, in the order of the manuscript otherwise. */
  readonly boxes: readonly DataStructureBox[];
  /** What could not be drawn, in sentences without full stops. */
  readonly notes: readonly string[];
}

/**
 * The data structure of a project: all constructs on tiers, what is above them and the facets of all of these; where
 * there are no tiers, the constructs that have facets.
 * @param top only this construct and what belongs to it
 */
export function dataStructure(project: Project, top?: Element): DataStructure {
  const hierarchy = new Hierarchy(project);
  const all = hierarchy.members.filter((member) => hierarchy.columnOf(member) !== undefined);
  const within = top && hierarchy.within(top);
  const chosen = within ? all.filter((member) => within.has(member)) : all;
  const onTiers = hierarchy.onTiers();
  const tiered = chosen.filter((member) => onTiers.has(member));
  const shown = new Set(tiered.length > 0 && !top ? tiered : chosen);
  const notes: string[] = [];
  const cut: Element[] = [];
  const boxes = new Map<Element, DataStructureBox>();
  for (const member of shown) boxes.set(member, boxOf(hierarchy, member, shown, notes, cut));
  const [first, ...others] = cut;
  if (first) {
    const whose = `${termOf(first)}${others.length > 0 ? ` and ${others.length} more` : ''}`;
    notes.push(`the facets of ${whose} are left out, ${DEEPEST} levels below the box`);
  }
  for (const { element, parent } of hierarchy.loose) {
    notes.push(
      parent
        ? `${termOf(element)} and ${termOf(parent)} are each part of the other, and are left out`
        : `${termOf(element)} is a facet, but of no construct`,
    );
  }
  return { boxes: inDrawingOrder([...boxes.values()]), notes };
}

function boxOf(
  hierarchy: Hierarchy,
  element: Element,
  shown: ReadonlySet<Element>,
  notes: string[],
  cut: Element[],
): DataStructureBox {
  const column = hierarchy.columnOf(element) ?? 'construct';
  const parents = hierarchy.parentsOf(element).filter((parent) => {
    if (!shown.has(parent)) return false;
    const above = hierarchy.columnOf(parent) ?? 'construct';
    if (COLUMNS.indexOf(above) > COLUMNS.indexOf(column)) return true;
    notes.push(
      `no line leads from the ${column} ${termOf(element)} to ${termOf(parent)}, which is a ${above} as the tiers say`,
    );
    return false;
  });
  const [definition] = definitionsOf(element);
  return {
    key: element.key,
    ...(element.id === undefined ? {} : { id: element.id }),
    name: termOf(element),
    ...(definition ? { definition: definition.text } : {}),
    place: element.place,
    column,
    facets: facetsOf(hierarchy, element, cut),
    parents: parents.map(({ key }) => key),
  };
}

/** Facets within facets, further than anybody goes who draws them. */
const DEEPEST = 32;

/** @param cut takes up those whose facets are too deep */
function facetsOf(
  hierarchy: Hierarchy,
  element: Element,
  cut: Element[],
  depth = 1,
): readonly Facet[] {
  const facets = hierarchy.facetsOf(element);
  if (facets.length > 0 && depth > DEEPEST) {
    cut.push(element);
    return [];
  }
  return facets.map((facet) => ({
    key: facet.key,
    ...(facet.id === undefined ? {} : { id: facet.id }),
    name: termOf(facet),
    parts: facetsOf(hierarchy, facet, cut, depth + 1),
  }));
}

/** Each box behind those that belong to it, as far as they are drawn beside it; tops in their order. */
function inDrawingOrder(boxes: readonly DataStructureBox[]): DataStructureBox[] {
  const below = new Map<string | undefined, DataStructureBox[]>();
  for (const box of boxes) {
    const beside = below.get(box.parents[0]) ?? [];
    below.set(box.parents[0], beside);
    beside.push(box);
  }
  const visit = (box: DataStructureBox): DataStructureBox[] => [
    ...(below.get(box.key) ?? []).flatMap(visit),
    box,
  ];
  return (below.get(undefined) ?? []).flatMap(visit);
}

/** How the constructs of a project are part of each other. */
class Hierarchy {
  readonly #project: Project;
  readonly members: readonly Element[];
  /** The construct of each facet. */
  readonly #wholes = new Map<Element, Element>();
  readonly #facets = new Map<Element, Element[]>();
  readonly #columns = new Map<Element, Column | undefined>();
  /** Facets of nothing, and those that are part of what is part of them. */
  readonly loose: { readonly element: Element; readonly parent?: Element }[] = [];

  constructor(project: Project) {
    this.#project = project;
    this.members = project
      .elementsOfKind('construct')
      .filter(({ place }) => project.file(place.uri)?.participates !== false)
      .filter(
        (element) =>
          tierOf(element) !== undefined ||
          this.parentsOf(element).length > 0 ||
          this.#childrenOf(element).length > 0,
      );
    const aboveTiers = reachedFrom(
      this.members.filter(isTiered).flatMap((member) => this.parentsOf(member)),
      (element) => this.parentsOf(element),
    );
    for (const element of this.members) this.#columns.set(element, this.#find(element, aboveTiers));
    for (const element of this.members) this.#place(element);
  }

  /** Undefined for a facet. */
  columnOf(element: Element): Column | undefined {
    return this.#columns.get(element);
  }

  facetsOf(element: Element): readonly Element[] {
    return this.#facets.get(element) ?? [];
  }

  parentsOf(element: Element): Element[] {
    return this.#project
      .linksFrom(element, 'broader')
      .flatMap(({ to }) => elementOfNode(to) ?? [])
      .filter(({ kind, key }) => kind === 'construct' && key !== element.key);
  }

  /** The elements on a tier, and those above one that is. */
  onTiers(): ReadonlySet<Element> {
    const tiered = this.members.filter((member) => {
      const column = this.columnOf(member);
      return column !== undefined && column !== 'construct';
    });
    return reachedFrom(tiered, (element) =>
      this.parentsOf(element).filter((parent) => this.columnOf(parent) !== undefined),
    );
  }

  /** An element and all that belongs to it. */
  within(top: Element): ReadonlySet<Element> {
    return reachedFrom([top], (element) => this.#childrenOf(element));
  }

  #childrenOf(element: Element): Element[] {
    return this.#project
      .linksTo(element, 'broader')
      .flatMap(({ from }) => elementOfNode(from) ?? [])
      .filter(({ key }) => key !== element.key);
  }

  /** The tier that is written; without one, the tier below that of the broader construct, and a facet where it has none. */
  #find(element: Element, aboveTiers: ReadonlySet<Element>): Column | undefined {
    const tier = tierOf(element);
    if (tier !== undefined) return tier === 'facet' ? undefined : tier;
    const [parent] = this.parentsOf(element);
    const above = parent && tierOf(parent);
    if (above === 'dimension') return 'theme';
    if (above === 'theme') return 'concept';
    return !parent || aboveTiers.has(element) ? 'construct' : undefined;
  }

  #place(element: Element): void {
    if (this.columnOf(element) !== undefined) return;
    const [whole] = this.parentsOf(element);
    if (!whole) {
      this.loose.push({ element });
      return;
    }
    for (let at: Element | undefined = whole; at; at = this.#wholes.get(at)) {
      if (at.key === element.key) {
        this.loose.push({ element, parent: whole });
        return;
      }
    }
    this.#wholes.set(element, whole);
    this.#facets.set(whole, [...(this.#facets.get(whole) ?? []), element]);
  }
}

function isTiered(element: Element): boolean {
  const tier = tierOf(element);
  return tier !== undefined && tier !== 'facet';
}

/** What can be reached step by step, with where that begins. */
function reachedFrom(
  from: readonly Element[],
  next: (element: Element) => readonly Element[],
): ReadonlySet<Element> {
  const reached = new Set(from);
  // A set that grows is gone through to its end.
  for (const element of reached) for (const further of next(element)) reached.add(further);
  return reached;
}

function tierOf(element: Element): Exclude<Column, 'construct'> | 'facet' | undefined {
  const tier = attributeOf(element, 'tier')?.text;
  switch (tier) {
    case 'concept':
    case 'theme':
    case 'dimension':
    case 'facet':
      return tier;
    default:
      return undefined;
  }
}
