import type { MapEdge, MapLink, MapNode, MapRole } from '../../figures';
import type { Element } from '../../project';
import { nameOf } from '../naming';

/** What is said of a new node besides its key and role. */
export type NodeDetails = Pick<MapNode, 'label'> &
  Partial<Pick<MapNode, 'mark' | 'detail' | 'text' | 'id' | 'place' | 'parent' | 'missing'>>;

/** What is said of a new edge besides what it joins. */
export type EdgeDetails = Partial<
  Pick<MapEdge, 'label' | 'text' | 'sign' | 'tests' | 'id' | 'place'>
>;

type Draft<T> = { -readonly [K in keyof T]: T[K] };

/** A map while it is put together. What is added twice is there once. */
export class MapDraft {
  readonly #nodes = new Map<string, Draft<MapNode>>();
  readonly #edges = new Map<string, Draft<MapEdge>>();
  readonly #keys = new Map<Element, string>();
  readonly #named = new Map<string, number>();

  /** The nodes, in the order in which they were added. */
  get nodes(): Iterable<Draft<MapNode>> {
    return this.#nodes.values();
  }

  /** The edges, in the order in which they were added. */
  get edges(): Iterable<MapEdge> {
    return this.#edges.values();
  }

  /** The node with a key. */
  node(key: string): Draft<MapNode> | undefined {
    return this.#nodes.get(key);
  }

  /** Whether an element is in the map. */
  has(element: Element): boolean {
    return this.#nodes.has(this.keyOf(element));
  }

  /**
   * The key of the node of an element: its id, else its kind and words, so that it stays the same while other text is
   * edited and does not depend on where the manuscript lies.
   */
  keyOf(element: Element): string {
    if (element.id !== undefined) return `#${element.id}`;
    let key = this.#keys.get(element);
    if (key === undefined) {
      const name = `${element.kind} ${nameOf(element)}`;
      const number = (this.#named.get(name) ?? 0) + 1;
      this.#named.set(name, number);
      key = number === 1 ? name : `${name} ${number}`;
      this.#keys.set(element, key);
    }
    return key;
  }

  /** Adds a node, unless there is one with the key. */
  addNode(key: string, role: MapRole, details: NodeDetails): string {
    if (!this.#nodes.has(key)) {
      this.#nodes.set(key, {
        key,
        role,
        mark: '',
        detail: '',
        text: details.label,
        missing: [],
        ...details,
        isCollapsed: false,
        isCollapsible: false,
      });
    }
    return key;
  }

  /** Adds the node of an element, unless it is there. */
  addElement(element: Element, role: MapRole, details: NodeDetails): string {
    const { id, place } = element;
    return this.addNode(this.keyOf(element), role, {
      ...(id === undefined ? {} : { id }),
      place,
      ...details,
    });
  }

  /** Adds an edge, unless the two are joined in that way already. */
  addEdge(role: MapLink, from: string, to: string, details: EdgeDetails = {}): void {
    const key = `${from} ${role} ${to}${details.id === undefined ? '' : ` #${details.id}`}`;
    if (this.#edges.has(key)) return;
    this.#edges.set(key, { key, role, from, to, label: '', text: '', tests: [], ...details });
  }
}
