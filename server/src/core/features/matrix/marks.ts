import { TEST_NAMES } from '../../model';
import {
  elementOfNode,
  failed,
  nodeKey,
  valueOf,
  type Link,
  type Node,
  type Project,
} from '../../project';
import { nameOf } from '../naming';
import type { CellVerdict, MatrixColumns, MatrixMark, Verdict } from '../../figures';

/** What has no source, or no test. */
export const NONE = '';

/** A link, with the column in which it stands. */
export interface PlacedMark {
  readonly column: string;
  readonly mark: MatrixMark;
}

/** The marks of a row, by the key of the column. */
export type RowMarks = ReadonlyMap<string, readonly MatrixMark[]>;

/** The marks that a link makes: one for each of its sources, or tests, where these are the columns. */
export function marksOf(project: Project, link: Link, columns: MatrixColumns): PlacedMark[] {
  const mark = markOf(link);
  switch (columns) {
    case 'evidence':
      return [{ column: nodeKey(link.from), mark }];
    case 'sources':
      return originsOf(project, link.from).map((column) => ({ column, mark }));
    case 'tests': {
      if (link.tests.length === 0) return [{ column: NONE, mark }];
      return TEST_NAMES.flatMap((name) => {
        const tests = link.tests.filter(({ test }) => test === name);
        if (tests.length === 0) return [];
        return [{ column: name, mark: markOf(link, tests) }];
      });
    }
  }
}

/** The sources and works from which evidence is, as keys; `['']` where none is named. */
export function originsOf(project: Project, node: Node): readonly string[] {
  if (node.type !== 'element') return [nodeKey(node)];
  const origins = project.linksFrom(node.element, 'source').flatMap(({ to }) => {
    return to.type === 'element' ? [] : nodeKey(to);
  });
  return origins.length > 0 ? [...new Set(origins)] : [NONE];
}

/** What a link comes to, as far as some of its tests say. */
function markOf(link: Link, tests: Link['tests'] = link.tests): MatrixMark {
  const { from, declarations } = link;
  const evidence = elementOfNode(from);
  const place = (declarations.find(({ by }) => by !== 'nesting') ?? declarations[0])?.place;
  return {
    verdict: verdictOf(link, tests),
    stance: link.kind === 'challenges' ? 'against' : 'for',
    by: declarations.every(({ by }) => by === 'nesting') ? 'nesting' : 'attribute',
    tests: tests.map(({ test, result }) => (result ? { test, result } : { test })),
    evidence: nodeKey(from),
    ...(evidence?.id === undefined ? {} : { id: evidence.id }),
    name: evidence ? nameOf(evidence) : nodeKey(from),
    ...(place ? { place } : {}),
  };
}

function verdictOf(link: Link, tests: Link['tests']): Verdict {
  const evidence = elementOfNode(link.from);
  if (link.kind === 'challenges') return 'challenge';
  if (failed({ tests })) return 'failed';
  return evidence && valueOf(evidence, 'display') === 'context' ? 'scene' : 'support';
}

/** What links come to together; there is at least one. */
export function verdictOfAll(marks: readonly MatrixMark[]): CellVerdict {
  const isFor = marks.some(({ verdict }) => verdict === 'support');
  const isAgainst = marks.some(({ verdict }) => verdict === 'challenge' || verdict === 'failed');
  if (isFor) return isAgainst ? 'mixed' : 'support';
  return isAgainst ? 'challenge' : 'scene';
}
