import { KeyedSignals, untracked, Watcher, type WatchQueue } from '../reactive';
import type { Element } from './element';
import type { LiveElement } from './liveElement';
import { OrderedGroups } from './orderedGroups';
import type { Grouping, Project } from './project';

/** Elements that have something in common, for each grouping that was asked for, kept up to date element by element. */
export class ElementGroups {
  readonly #project: Project;
  readonly #elements: () => readonly LiveElement[];
  readonly #queue: WatchQueue | undefined;
  readonly #compare: (a: LiveElement, b: LiveElement) => number;
  readonly #asked = new Map<Grouping, Grouped>();

  /**
   * @param elements all there are, without taking note of who asks
   * @param queue where it waits that an element may belong to another group now; nothing where none can
   */
  constructor(
    project: Project,
    elements: () => readonly LiveElement[],
    queue: WatchQueue | undefined,
    compare: (a: LiveElement, b: LiveElement) => number,
  ) {
    this.#project = project;
    this.#elements = elements;
    this.#queue = queue;
    this.#compare = compare;
  }

  /** The elements of a group, in the order of the manuscript. */
  get(grouping: Grouping, key: string): readonly Element[] {
    return this.#grouped(grouping).get(key);
  }

  /** The group of an element. */
  keyOf(grouping: Grouping, element: Element): string | undefined {
    return this.#grouped(grouping).keyOf(element);
  }

  #grouped(grouping: Grouping): Grouped {
    let grouped = this.#asked.get(grouping);
    if (!grouped) {
      grouped = new Grouped(grouping, this.#project, this.#queue, this.#compare);
      this.#asked.set(grouping, grouped);
      for (const element of this.#elements()) grouped.add(element)?.refresh();
    }
    return grouped;
  }

  /** Takes note of a new element. */
  add(element: LiveElement): void {
    for (const grouped of this.#asked.values()) grouped.add(element);
  }

  /** Takes note that an element is gone. */
  delete(element: LiveElement): void {
    for (const grouped of this.#asked.values()) grouped.delete(element);
  }

  /** Lets go of all that the groups were read from. */
  stop(): void {
    for (const grouped of this.#asked.values()) grouped.stop();
  }
}

/** An element in its group. */
interface Member {
  readonly watcher: Watcher | undefined;
  key: string | undefined;
}

class Grouped {
  readonly #grouping: Grouping;
  readonly #project: Project;
  readonly #queue: WatchQueue | undefined;
  readonly #groups: OrderedGroups<string, LiveElement>;
  readonly #members = new Map<Element, Member>();
  readonly #keys = new KeyedSignals<Element, string | undefined>(
    (element) => this.#members.get(element)?.key,
  );

  constructor(
    grouping: Grouping,
    project: Project,
    queue: WatchQueue | undefined,
    compare: (a: LiveElement, b: LiveElement) => number,
  ) {
    this.#grouping = grouping;
    this.#project = project;
    this.#queue = queue;
    this.#groups = new OrderedGroups(compare);
  }

  get(key: string): readonly Element[] {
    return this.#groups.get(key);
  }

  keyOf(element: Element): string | undefined {
    return this.#keys.get(element);
  }

  /** Gives what finds its group, which waits in the queue. */
  add(element: LiveElement): Watcher | undefined {
    if (element.kind !== this.#grouping.kind) return undefined;
    const find = (): void => {
      const key = this.#grouping.keyOf(element, this.#project);
      untracked(() => {
        this.#move(element, key);
      });
    };
    const watcher = this.#queue && new Watcher(this.#queue, find);
    this.#members.set(element, { watcher, key: undefined });
    if (!watcher) untracked(find);
    return watcher;
  }

  delete(element: LiveElement): void {
    const member = this.#members.get(element);
    if (!member) return;
    member.watcher?.dispose();
    this.#move(element, undefined);
    this.#members.delete(element);
  }

  stop(): void {
    for (const { watcher } of this.#members.values()) watcher?.dispose();
  }

  #move(element: LiveElement, key: string | undefined): void {
    const member = this.#members.get(element);
    if (!member || member.key === key) return;
    if (member.key !== undefined) this.#groups.delete(member.key, element);
    if (key !== undefined) this.#groups.add(key, element);
    member.key = key;
    this.#keys.refresh(element);
  }
}
