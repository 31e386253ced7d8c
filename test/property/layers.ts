import type { LiveProject, Node } from '../../server/src/core/project';
import type { Finding } from '../../server/src/core/rules';
import type { TextRange } from '../../server/src/core/text/range';
import { toldOfMarkup } from './sameDocument';

/** The layers of the engine, each of which is made from those before it. */
const LAYERS = ['syntax', 'facts', 'graph', 'findings'] as const;

/** What each layer holds, row by row, as text that can be compared and read. */
export type Layers = Readonly<Record<(typeof LAYERS)[number], readonly string[]>>;

/** All that there is to say of a project and of what was found in it. */
export function layersOf(project: LiveProject, findings: readonly Finding[]): Layers {
  return {
    syntax: project.files.flatMap(({ uri, facts: { document } }) =>
      Object.entries(toldOfMarkup(document)).flatMap(([name, told]) =>
        (Array.isArray(told) ? told : [told]).map((item: unknown) => row(name, uri, item)),
      ),
    ),
    facts: project.files.flatMap(({ uri, participates, facts }) => [
      row('file', uri, { participates }),
      ...facts.tags.map(({ kind, text, source, extent, parent, inner }) =>
        row('tag', uri, {
          kind,
          text,
          start: source.range.start,
          extentEnd: extent.end,
          parent: parent?.source.range.start,
          inner: inner.map((tag) => tag.source.range.start),
        }),
      ),
      ...facts.ids.map(({ id, kind, range }) => row('id', uri, { id, kind, at: at(range) })),
    ]),
    graph: [
      ...project.elements.map((element) =>
        row('element', element.place.uri, {
          kind: element.kind,
          id: element.id,
          text: element.text,
          at: at(element.place.range),
          occurrences: element.occurrences.map(({ source }) => source.range.start),
          attributes: element.attributes.map(({ name, text, place, references }) => [
            name,
            text,
            place.uri,
            at(place.range),
            references.map(({ target, range }) => [target, at(range)]),
          ]),
          uses: project.referencesFrom(element).length,
          usedAt: project.referencesTo(element).map(({ place }) => [place.uri, at(place.range)]),
        }),
      ),
      ...project.links.map(({ kind, from, to, declarations, tests }) =>
        row('link', kind, {
          from: nodeName(from),
          to: nodeName(to),
          by: declarations.map(({ by, place }) => [by, place.uri, at(place.range)]),
          tests: tests.map(({ test, result, range }) => [test, result, range.start]),
        }),
      ),
      ...project.references.map(({ by, target, place, resolution }) =>
        row('reference', place.uri, { by, target, at: at(place.range), to: resolution?.type }),
      ),
      ...[...project.allIds()].sort().map((id) =>
        row(
          'id',
          id,
          project.knownIds(id).map(({ known, uri }) => [known.kind, uri, known.range.start]),
        ),
      ),
      ...project.problems.map(({ message, place }) =>
        row('problem', place.uri, { message, at: at(place.range) }),
      ),
    ],
    findings: findings.map(({ rule, severity, place, message, element, related }) =>
      row(rule, place.uri, {
        severity,
        at: at(place.range),
        message,
        element,
        related: related.map((one) => [one.message, one.place.uri, at(one.place.range)]),
      }),
    ),
  };
}

/**
 * Where what was kept up to date differs first from what was read afresh, layer by layer; nothing where they are equal. The
 * first layer that differs is mostly the one to mend.
 */
export function differenceOf(kept: Layers, afresh: Layers): string | undefined {
  const differences = LAYERS.map((layer) => [layer, firstDifference(kept[layer], afresh[layer])]);
  if (differences.every(([, difference]) => difference === undefined)) return undefined;
  return differences
    .map(([layer, difference]) => `${layer}: ${difference ?? 'the same'}`)
    .join('\n');
}

function firstDifference(kept: readonly string[], afresh: readonly string[]): string | undefined {
  const length = Math.max(kept.length, afresh.length);
  for (let index = 0; index < length; index++) {
    if (kept[index] === afresh[index]) continue;
    const place = `row ${index + 1} (${kept.length} kept, ${afresh.length} afresh)`;
    return `${place}\n  kept:   ${kept[index] ?? 'nothing'}\n  afresh: ${afresh[index] ?? 'nothing'}`;
  }
  return undefined;
}

function row(what: string, where: string, data: unknown): string {
  return `${what} ${where.slice(where.lastIndexOf('/') + 1)} ${JSON.stringify(data)}`;
}

function nodeName(node: Node): unknown {
  if (node.type === 'citation') return `@${node.key}`;
  if (node.type !== 'element') return node.id;
  const { kind, place } = node.element;
  return [kind, place.uri, at(place.range)];
}

function at({ start, end }: TextRange): string {
  return `${start}..${end}`;
}
