import { crossReference, type Place } from '../../model';
import { elementOfNode, nodeKey, type Link, type Project } from '../../project';
import { describeWork, libraryOf, shortNames } from '../../sources/bibliography';
import { count, dotted } from '../markdown';
import { WORK_PHRASES } from '../workPhrases';
import { tooltipOf } from './claimRow';
import { evidenceRow } from './evidenceRow';
import { elementRow, leafRow, totalMissing, type Row } from './row';

/** A cited work with what it does in the argument. */
export interface CitedWork {
  readonly row: Row;
  /** How often the text cites it. */
  readonly times: number;
  /** Whether an attribute names it. */
  readonly isLinked: boolean;
}

/**
 * The works that a manuscript cites, in its text or in attributes, in the order in which it comes to them, by the names
 * that the bibliography gives them.
 */
export function citedWorks(project: Project): CitedWork[] {
  const cited = new Map<string, { first?: Place; times: number }>();
  for (const { uri, participates, facts } of project.files) {
    if (!participates) continue;
    for (const { key, range } of facts.document.citations) {
      if (crossReference(key)) continue;
      const entry = cited.get(key) ?? { first: { uri, range }, times: 0 };
      cited.set(key, entry);
      entry.times++;
    }
  }
  for (const { resolution, place, by } of project.references) {
    if (by !== 'attribute' || resolution?.type !== 'citation' || cited.has(resolution.key))
      continue;
    cited.set(resolution.key, { first: place, times: 0 });
  }
  return [...cited].map(([key, { first, times }]) => workOf(project, key, times, first));
}

function workOf(project: Project, key: string, times: number, place: Place | undefined): CitedWork {
  const work = libraryOf(project).find(key)?.entry.work;
  const node = { type: 'citation', key } as const;
  const links = project.linksOf(node);
  const children = links.flatMap((link) => linkedRow(project, link, nodeKey(node)));
  const name = work ? [shortNames(work), work.year].filter(Boolean).join(' ') : '';
  const said = times === 0 ? 'only in attributes' : `cited ${count(times, 'time')}`;
  const row: Row = {
    ...leafRow(
      'work',
      name === '' ? `@${key}` : name,
      dotted(
        name === '' ? '' : `@${key}`,
        said,
        children.length > 0 ? `used for ${children.length}` : '',
      ),
      {
        tooltip: [`@${key}`, work ? describeWork(work) : ''].filter(Boolean).join('\n'),
        ...(place ? { place } : {}),
      },
    ),
    missing: totalMissing(children),
    children,
  };
  return { row, times, isLinked: links.length > 0 };
}

function linkedRow(project: Project, link: Link, own: string): Row[] {
  const isFrom = nodeKey(link.from) === own;
  const other = elementOfNode(isFrom ? link.to : link.from);
  if (!other) return [];
  if (link.kind === 'source') return [evidenceRow(project, other)];
  const phrase = WORK_PHRASES[link.kind];
  if (phrase === undefined) return [];
  const { kind } = other;
  const role =
    kind === 'claim' ? (link.kind === 'challenges' ? 'counter-evidence' : 'claim') : kind;
  return [elementRow(role, other, [phrase], [], { tooltip: tooltipOf(other, [phrase]) })];
}
