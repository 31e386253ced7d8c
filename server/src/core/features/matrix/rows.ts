import type { Kind } from '../../model';
import {
  attributeOf,
  elementNodeKey,
  isChallenged,
  isSupported,
  needsNoSupport,
  valueOf,
  type Element,
  type Link,
  type Project,
} from '../../project';
import { claimStatus } from '../claimStatus';
import { WANTS_GROUNDS } from '../grounds';
import { shorten } from '../markdown';
import { lacksEvidence } from '../mechanismGaps';
import { nameOf } from '../naming';
import { marksOf, NONE, originsOf } from './marks';
import { sectionOf } from './sections';
import type { ClaimStatus, MatrixRow, MatrixRows } from '../../figures';

/** How much of a text is shown. */
const NAME_LENGTH = 160;

/** The kinds of element that stand in the rows. */
export const ROW_KINDS: Readonly<Record<MatrixRows, readonly Kind[]>> = {
  claims: ['claim'],
  mechanisms: ['mechanism', 'step'],
  all: ['claim', 'mechanism', 'step'],
};

/** A row before it is put into a group, with the links of the element. */
export interface DraftRow {
  readonly row: Omit<MatrixRow, 'group'>;
  readonly links: readonly Link[];
  /** Whether it rests on anything, as the summary of a project counts it. */
  readonly isSupported: boolean;
  /** Its place in the manuscript. */
  readonly order: number;
  /** Two of the same name are two sections still. */
  readonly sectionKey: string;
}

/** The rows in the order of the manuscript, of the files that take part. */
export function draftRows(project: Project, rows: MatrixRows): DraftRow[] {
  const kinds = new Set<Kind>(ROW_KINDS[rows]);
  return project.elements
    .filter(({ kind, place }) => {
      return kinds.has(kind) && project.file(place.uri)?.participates !== false;
    })
    .map((element, order) => draftRow(project, element, order));
}

function draftRow(project: Project, element: Element, order: number): DraftRow {
  const { id, kind, place } = element;
  const links = [
    ...project.linksTo(element, 'supports'),
    ...project.linksTo(element, 'challenges'),
  ];
  const verdicts = links.flatMap((link) => {
    const [placed] = marksOf(project, link, 'evidence');
    return placed ? [{ link, verdict: placed.mark.verdict }] : [];
  });
  const holding = verdicts.filter(({ verdict }) => verdict === 'support');
  const against = verdicts.filter(({ verdict }) => /challenge|failed/.test(verdict));
  const origins = holding.flatMap(({ link }) => originsOf(project, link.from));
  const sources = new Set(origins.filter((origin) => origin !== NONE));
  const premises = kind === 'claim' ? project.linksFrom(element, 'premise').length : 0;
  const section = sectionOf(project, place);
  const status = statusOf(project, element, holding.length > 0);
  const isAlone = holding.length === 1 || (sources.size === 1 && !origins.includes(NONE));
  const wantsMore = premises === 0 && wantsGrounds(element);
  const isBare = status === 'unsupported' || status === 'gap';
  const thin = isBare ? 'nothing' : wantsMore && isAlone ? 'one' : undefined;
  return {
    row: {
      key: elementNodeKey(element),
      ...(id === undefined ? {} : { id }),
      kind,
      label: attributeOf(element, kind === 'step' ? 'n' : 'label')?.text ?? '',
      name: kind === 'claim' ? statementOf(element) : nameOf(element, NAME_LENGTH),
      type: kind === 'claim' ? (valueOf(element, 'type') ?? '') : '',
      section: section.title,
      status,
      support: holding.length,
      challenge: against.length,
      premises,
      sources: sources.size,
      ...(thin ? { thin } : {}),
      place,
    },
    links,
    isSupported: kind === 'claim' ? isSupported(project, element) : holding.length > 0,
    order,
    sectionKey: section.key,
  };
}

/** A claim by its words; in a list of claims they need no quotation marks. */
function statementOf(claim: Element): string {
  return claim.text === '' ? nameOf(claim) : shorten(claim.text, NAME_LENGTH);
}

function wantsGrounds(element: Element): boolean {
  if (element.kind !== 'claim') return true;
  return WANTS_GROUNDS.has(valueOf(element, 'type') ?? '') && !needsNoSupport(element);
}

function statusOf(project: Project, element: Element, hasEvidence: boolean): ClaimStatus {
  if (element.kind === 'claim') return claimStatus(project, element);
  if (isChallenged(project, element)) return 'contested';
  if (hasEvidence) return 'supported';
  return element.kind === 'step' && lacksEvidence(project, element) ? 'unsupported' : 'open';
}
