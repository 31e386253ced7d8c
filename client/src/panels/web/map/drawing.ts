import { layoutMap } from '../../../../../server/src/core/exports/map/layout';
import { drawMap } from '../../../../../server/src/core/exports/map/svg';
import type { LaidOutMap, LaidOutNode } from '../../../../../server/src/core/figures';
import type { ProtocolMap } from '../../../../../server/src/shared/map';
import type {
  ProtocolElementAt,
  ProtocolLocation,
} from '../../../../../server/src/shared/protocol';
import type { MapChoice } from '../../messages';
import type { Engine } from './engine';
import type { Pointed } from './tip';
import type { Spot } from './viewport';

/** A map that is laid out and drawn, and what each part of the drawing stands for. */
export class Drawing {
  readonly laidOut: LaidOutMap;
  /** What its reader had chosen to see. */
  readonly choice: MapChoice | undefined;
  /** In the colours of the theme. */
  readonly svg: string;
  readonly #map: ProtocolMap;

  constructor(map: ProtocolMap, laidOut: LaidOutMap, choice: MapChoice | undefined) {
    this.choice = choice;
    this.#map = map;
    this.laidOut = laidOut;
    const { width, height } = laidOut;
    const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
    this.svg = `<svg class="warrant-map" ${size}>${drawMap(laidOut)}</svg>`;
  }

  /** The node that is drawn under a key. */
  node(key: string): LaidOutNode | undefined {
    return this.laidOut.nodes.find((node) => node.key === key);
  }

  /** The text that a drawn node or arrow stands for. */
  locationOf(key: string): ProtocolLocation | undefined {
    return this.#partAt(key)?.location;
  }

  /** What is to be said of a drawn node or arrow that the pointer rests on. */
  at(key: string, at: Spot): Pointed | undefined {
    const text =
      this.node(key)?.title ?? this.laidOut.edges.find((edge) => edge.key === key)?.title;
    const [title = '', ...lines] = (text ?? '').split('\n');
    if (title === '') return undefined;
    const missing = this.#map.nodes.find((node) => node.key === key)?.missing ?? [];
    return { title, lines: [...lines, ...missing.map((gap) => `Missing: ${gap}`)], at };
  }

  /** The keys of what stands for an element: by its id, else by the text that it stands for. */
  partsOf({ id, location }: ProtocolElementAt): readonly string[] {
    const isSame = (part: Part): boolean =>
      id === undefined ? isEqual(part.location, location) : part.id === id;
    return [...this.#map.nodes, ...this.#map.edges].filter(isSame).map(({ key }) => key);
  }

  #partAt(key: string): Part | undefined {
    const node = this.node(key)?.node ?? key;
    return (
      this.#map.nodes.find((part) => part.key === node) ??
      this.#map.edges.find((part) => part.key === key)
    );
  }
}

type Part = ProtocolMap['nodes'][number] | ProtocolMap['edges'][number];

/** Lays a map out and draws it. */
export async function draw(
  map: ProtocolMap,
  choice: MapChoice | undefined,
  engine: Engine,
): Promise<Drawing> {
  const start = performance.now();
  const laidOut = await layoutMap(map, (graph) => engine.layout(graph));
  const drawing = new Drawing(map, laidOut, choice);
  // Read by who profiles the panel.
  performance.measure('warrant layout', { start });
  return drawing;
}

function isEqual(a: ProtocolLocation | undefined, b: ProtocolLocation | undefined): boolean {
  if (!a || !b) return false;
  return (
    a.uri === b.uri &&
    a.range.start.line === b.range.start.line &&
    a.range.start.character === b.range.start.character
  );
}
