import type { Source } from '../config';
import {
  claimsOf,
  elementOfNode,
  partsOf,
  perKey,
  perProject,
  stepsOf,
  supportOf,
  valueOf,
  type Element,
  type Project,
} from '../project';
import { personKeyOf } from './pseudonyms';

/** From how many sides evidence comes (triangulation by data source: Denzin 1978, Patton 1999). */
export interface Triangulation {
  /** Pieces of evidence, works that are cited as such included. */
  readonly evidence: number;
  /** Declared sources and cited works. */
  readonly sources: number;
  /** Source types, in the order in which they come. */
  readonly kinds: readonly string[];
  /** People who speak: whoever is interviewed twice is one. */
  readonly informants: number;
  /** The parties of a dyad or network that speak, in the order in which they come. */
  readonly parties: readonly string[];
}

/** Sources in which somebody speaks, though it may not be said who. */
const SPOKEN: ReadonlySet<string> = new Set(['interview', 'survey']);

/**
 * Who speaks in a source, in a form in which people can be compared: sources with one informant of one party have one; an
 * interview without an informant has one of its own. Undefined for a source in which nobody speaks.
 */
export function informantOf(project: Project, source: Source): string | undefined {
  const { kind, id, party = '' } = source;
  const name = personKeyOf(project)(source.informant ?? source.withheld ?? '');
  if (name === '' && !SPOKEN.has(kind ?? '')) return undefined;
  return JSON.stringify([name === '' ? ['', id] : name, party.trim()]);
}

/**
 * From where the evidence comes on which an element rests. A mechanism rests also on what supports its steps and parts, and
 * on the evidence for the claims that report it. Evidence that failed its test or only sets a scene does not count.
 */
export const triangulationOf = perKey((project, element: Element): Triangulation => {
  const count = new Counting(project);
  const seen = new Set<Element>();
  const open = [element];
  for (let one = open.pop(); one; one = open.pop()) {
    if (seen.has(one)) continue;
    seen.add(one);
    for (const { from } of supportOf(project, one)) {
      const evidence = elementOfNode(from);
      if (evidence) count.add(evidence);
      else if (from.type === 'citation') count.addWork(from.key);
    }
    if (one.kind === 'mechanism') open.push(...partsOf(project, one), ...stepsOf(project, one));
    if (one.kind === 'mechanism' || one.kind === 'step') open.push(...claimsOf(project, one));
  }
  return count.result;
});

/** From where all evidence of a manuscript comes. */
export const triangulationOfAll = perProject((project): Triangulation => {
  const count = new Counting(project);
  for (const evidence of project.elementsOfKind('evidence')) {
    if (project.file(evidence.place.uri)?.participates !== false) count.add(evidence);
  }
  return count.result;
});

/** A file of a manuscript, and from where the evidence in it comes. */
export interface FileTriangulation {
  readonly uri: string;
  readonly from: Triangulation;
}

/** From where the evidence of each file comes that has some, in the order of the manuscript; none where it is one file. */
export const triangulationByFile = perProject((project): readonly FileTriangulation[] => {
  const counts = new Map<string, Counting>();
  for (const evidence of project.elementsOfKind('evidence')) {
    const { uri } = evidence.place;
    if (project.file(uri)?.participates === false) continue;
    let count = counts.get(uri);
    if (!count) counts.set(uri, (count = new Counting(project)));
    count.add(evidence);
  }
  const files = project.files.filter(({ participates }) => participates);
  if (files.length < 2) return [];
  return files.flatMap(({ uri }): FileTriangulation[] => {
    const count = counts.get(uri);
    return count ? [{ uri, from: count.result }] : [];
  });
});

class Counting {
  readonly #project: Project;
  readonly #evidence = new Set<Element | string>();
  readonly #sources = new Set<string>();
  readonly #kinds = new Set<string>();
  readonly #informants = new Set<string>();
  readonly #parties = new Set<string>();

  constructor(project: Project) {
    this.#project = project;
  }

  add(evidence: Element): void {
    this.#evidence.add(evidence);
    const own = valueOf(evidence, 'kind');
    if (own !== undefined) this.#kinds.add(own);
    for (const { to } of this.#project.linksFrom(evidence, 'source')) {
      if (to.type === 'citation') {
        this.#sources.add(`@${to.key}`);
        if (own === undefined) this.#kinds.add('literature');
      }
      const source = to.type === 'source' ? this.#project.source(to.id) : undefined;
      if (!source) continue;
      this.#sources.add(source.id);
      if (own === undefined && source.kind !== undefined) this.#kinds.add(source.kind);
      const informant = informantOf(this.#project, source);
      if (informant !== undefined) this.#informants.add(informant);
      const party = source.party?.trim() ?? '';
      if (party !== '') this.#parties.add(party);
    }
  }

  addWork(key: string): void {
    this.#evidence.add(`@${key}`);
    this.#sources.add(`@${key}`);
    this.#kinds.add('literature');
  }

  get result(): Triangulation {
    return {
      evidence: this.#evidence.size,
      sources: this.#sources.size,
      kinds: [...this.#kinds],
      informants: this.#informants.size,
      parties: [...this.#parties],
    };
  }
}
