import { TEST_NAMES, type TestName } from '../../model';
import {
  elementOfNode,
  failed,
  valueOf,
  type Element,
  type Link,
  type Project,
} from '../../project';
import { attributionOf } from '../grounds';
import { count } from '../markdown';
import { sourceName } from '../naming';
import { elementRow, groupRow, leafRow, type Row, type RowState } from './row';

/** The strongest test first. */
const TESTS: readonly TestName[] = [...TEST_NAMES].reverse();

const TITLES: Readonly<Record<TestName, string>> = {
  'doubly-decisive': 'Doubly decisive test',
  'smoking-gun': 'Smoking-gun test',
  hoop: 'Hoop test',
  straw: 'Straw-in-the-wind test',
};

/**
 * What supports an element and what speaks against it. Evidence that was put to a process-tracing test stands under that
 * test with its result; what was not tested comes first.
 */
export function evidenceRows(project: Project, element: Element): Row[] {
  const links = [
    ...project.linksTo(element, 'supports'),
    ...project.linksTo(element, 'challenges'),
  ];
  const untested = links.filter(({ tests }) => tests.length === 0);
  return [
    ...untested.map((link) => evidenceRow(project, link)),
    ...TESTS.flatMap((test) => testRow(project, links, test)),
  ];
}

/** The evidence that was put to a test, by its results. */
function testRow(project: Project, links: readonly Link[], test: TestName): Row[] {
  const rows = links.flatMap((link) =>
    link.tests.flatMap((one) =>
      one.test === test ? [evidenceRow(project, link, one.result)] : [],
    ),
  );
  if (rows.length === 0) return [];
  const number = (state: RowState): number => rows.filter((row) => row.state === state).length;
  const [passed, lost] = [number('passed'), number('failed')];
  const open = rows.length - passed - lost;
  const description = [
    passed > 0 ? `${passed} passed` : '',
    lost > 0 ? `${lost} failed` : '',
    open > 0 ? `${open} without result` : '',
  ];
  return [
    groupRow(TITLES[test], rows, {
      role: 'test',
      description: description.filter((part) => part !== '').join(', '),
      tooltip: `${TITLES[test]}: ${count(rows.length, 'piece')} of evidence`,
      isOpen: true,
      ...(lost > 0 ? { state: 'failed' } : passed > 0 ? { state: 'passed' } : {}),
    }),
  ];
}

function evidenceRow(project: Project, link: Link, result?: 'pass' | 'fail'): Row {
  const { from, declarations, kind } = link;
  const evidence = elementOfNode(from);
  const isAgainst = kind === 'challenges' || failed(link);
  const role = isAgainst ? 'counter-evidence' : 'evidence';
  const state: RowState | undefined =
    result === 'pass' ? 'passed' : result === 'fail' ? 'failed' : undefined;
  const said = result === 'pass' ? 'passed' : result === 'fail' ? 'failed' : '';
  const against = kind === 'challenges' ? 'against it' : '';
  const details = state ? { state } : {};
  if (evidence) {
    const scene = valueOf(evidence, 'display') === 'context' ? 'sets the scene only' : '';
    const attribution = attributionOf(project, evidence) ?? '';
    return elementRow(role, evidence, [said, against, scene, attribution], [], details);
  }
  const [label, what] =
    from.type === 'citation'
      ? [`@${from.key}`, 'cited work']
      : [from.type === 'source' ? sourceName(project, from.id) : '', 'source'];
  const place = declarations[0]?.place;
  return leafRow(role, label, [said, against, what].filter((part) => part !== '').join(' · '), {
    ...details,
    ...(place ? { place } : {}),
  });
}
