import type { Element, Project } from '../../project';
import { leafAt } from '../../project/around';
import { touches } from '../../text/range';

/** As far as no offset reaches. */
const ANOTHER_FILE = 1e9;

/** How far elements are from where an author writes. */
export class Nearness {
  readonly #project: Project;
  readonly #uri: string;
  readonly #offset: number;
  #order: ReadonlyMap<string, number> | undefined;

  constructor(project: Project, uri: string, offset: number) {
    this.#project = project;
    this.#uri = uri;
    this.#offset = offset;
  }

  /** The elements, the nearest first: those of the same file, then those of the files next to it in the manuscript. */
  sort(elements: readonly Element[]): Element[] {
    return elements
      .map((element) => ({ element, distance: this.#distance(element) }))
      .sort((a, b) => a.distance - b.distance)
      .map(({ element }) => element);
  }

  /** Where an element is, as people say it: `this paragraph`, `12 lines above`, `method.md:4`. */
  words({ place, tag }: Element): string {
    const { start } = tag?.source.range ?? place.range;
    const file = this.#project.file(place.uri);
    const line = file?.facts.lines.positionAt(start).line ?? 0;
    if (place.uri !== this.#uri || !file) {
      const name = place.uri.slice(place.uri.lastIndexOf('/') + 1);
      return `${file?.path ?? decodeURIComponent(name)}:${line + 1}`;
    }
    const paragraph = leafAt(file.facts.current, this.#offset);
    if (paragraph && touches(paragraph.range, start)) return 'this paragraph';
    const own = file.facts.lines.positionAt(this.#offset).line;
    const lines = Math.abs(line - own);
    if (lines === 0) return 'this line';
    return `${lines} ${lines === 1 ? 'line' : 'lines'} ${line < own ? 'above' : 'below'}`;
  }

  #distance({ place, tag }: Element): number {
    const { start, end } = tag?.source.range ?? place.range;
    const offset = this.#offset;
    if (place.uri === this.#uri) {
      return touches({ start, end }, offset)
        ? 0
        : Math.min(Math.abs(start - offset), Math.abs(end - offset));
    }
    this.#order ??= new Map(this.#project.files.map(({ uri }, index) => [uri, index]));
    const [there = 0, here = 0] = [this.#order.get(place.uri), this.#order.get(this.#uri)];
    return ANOTHER_FILE * (1 + Math.abs(there - here)) + start;
  }
}
