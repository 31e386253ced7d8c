import { TEST_NAMES, type TestName } from '../../model';
import { elementNodeKey, nodeKey, valueOf, type Element, type Project } from '../../project';
import { isOverused } from '../../rules/overusedEvidence';
import { attributionOf, sourceKindOf } from '../grounds';
import { nameOf, sourceName } from '../naming';
import { NONE } from './marks';
import type { MatrixColumn, MatrixColumns } from '../../figures';

/** A column as far as it is known without the rows. */
export type DraftColumn = Omit<MatrixColumn, 'support' | 'challenge' | 'isUnused'>;

const TESTS: Readonly<Record<TestName, readonly [name: string, detail: string]>> = {
  straw: ['Straw in the wind', 'neither certain nor unique'],
  hoop: ['Hoop', 'certain: failing eliminates'],
  'smoking-gun': ['Smoking gun', 'unique: passing confirms'],
  'doubly-decisive': ['Doubly decisive', 'certain and unique'],
};

/** All that can stand in the columns, in the order of the manuscript; works that nothing declares are not among it. */
export function draftColumns(project: Project, columns: MatrixColumns): DraftColumn[] {
  switch (columns) {
    case 'evidence':
      return project
        .elementsOfKind('evidence')
        .filter(({ place }) => project.file(place.uri)?.participates !== false)
        .filter((evidence) => !setsScene(project, evidence))
        .map((evidence) => evidenceColumn(project, evidence));
    case 'sources':
      return project.sources.map(({ id, kind, party }) => ({
        ...BARE,
        key: nodeKey({ type: 'source', id }),
        id,
        name: sourceName(project, id),
        detail: [kind, party].filter((word) => word !== undefined).join(', '),
        kind: kind ?? '',
      }));
    case 'tests':
      return TEST_NAMES.map((test) => {
        const [name, detail] = TESTS[test];
        return { ...BARE, key: test, name, detail, kind: '' };
      });
  }
}

/** The column of something that is in the project only because it is linked: a work, or what has no source or test. */
export function furtherColumn(key: string, columns: MatrixColumns): DraftColumn {
  if (key !== NONE) return { ...BARE, key, name: key, detail: 'cited work', kind: 'literature' };
  const name = columns === 'tests' ? 'No test' : 'No source named';
  return { ...BARE, key, name, detail: '', kind: '' };
}

const BARE = { elsewhere: 0, isOverused: false } as const;

/** Whether evidence is there for its colour only, and linked to nothing. */
function setsScene(project: Project, evidence: Element): boolean {
  return (
    valueOf(evidence, 'display') === 'context' &&
    project.linksFrom(evidence, 'supports').length === 0 &&
    project.linksFrom(evidence, 'challenges').length === 0
  );
}

function evidenceColumn(project: Project, evidence: Element): DraftColumn {
  const { id, place } = evidence;
  const kind = sourceKindOf(project, evidence) ?? '';
  return {
    key: elementNodeKey(evidence),
    ...(id === undefined ? {} : { id }),
    name: nameOf(evidence),
    detail: attributionOf(project, evidence) ?? kind,
    kind,
    elsewhere: 0,
    isOverused: isOverused(project, evidence),
    place,
  };
}
