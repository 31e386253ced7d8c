import {
  attributeOf,
  elementOfNode,
  termOf,
  valueOf,
  type Element,
  type Project,
} from '../../project';
import { count, shorten } from '../markdown';
import { nameOf, sourceName } from '../naming';
import { quotationOf } from './quotations';
import { joined, type Cell, type CellPart, type Table } from './table';

/** A quotation of the manuscript. */
interface Quotation {
  readonly evidence: Element;
  readonly text: string;
}

/**
 * What informants say for each second-order theme: the quotations that support a claim about it, or about what belongs to
 * it, and those that stand in its section. Without themes it goes by the constructs that claims are about, and without
 * those by the claims. Where some quotations are marked as proof quotes, power quotes are left out: they stand in the text
 * (Pratt 2009).
 */
export function proofQuotes(project: Project): Table {
  const { chosen, powerful } = chooseQuotations(project);
  const themes = project
    .elementsOfKind('construct')
    .filter((construct) => valueOf(construct, 'tier') === 'theme');
  const found = byConstruct(project, chosen, themes.length > 0 ? new Set(themes) : undefined);
  const isByConstruct = found.size > 0;
  const groups = isByConstruct ? inOrder(found, themes) : byTarget(project, chosen);
  const rows = [...groups].flatMap(([of, quotations]) =>
    quotations.map(({ evidence, text }): Cell[] => [
      [nameOfGroup(of)],
      [text],
      informantOf(project, evidence),
    ]),
  );
  const shown = new Set([...groups.values()].flat());
  const left = chosen.filter((quotation) => !shown.has(quotation)).length;
  const what = themes.length > 0 ? 'theme' : isByConstruct ? 'construct' : 'claim';
  const notes = [
    ...(left > 0 ? [`${count(left, 'quotation')} of no ${what} left out`] : []),
    ...(powerful > 0 ? [`${count(powerful, 'power quote')} left out`] : []),
  ];
  const heading = themes.length > 0 ? 'Theme' : isByConstruct ? 'Construct' : 'Claim';
  return {
    kind: 'proof-quotes',
    title: 'Proof quotes',
    columns: [
      { heading, share: 20, isGroup: true },
      { heading: 'Quotation', share: 58 },
      { heading: 'Informant', share: 22 },
    ],
    rows,
    notes,
  };
}

function chooseQuotations(project: Project): { chosen: Quotation[]; powerful: number } {
  const all = project.elementsOfKind('evidence').flatMap((evidence): Quotation[] => {
    if (project.file(evidence.place.uri)?.participates === false) return [];
    if (valueOf(evidence, 'display') === 'context') return [];
    const text = quotationOf(project, evidence);
    return text === undefined ? [] : [{ evidence, text }];
  });
  const marksProof = all.some(({ evidence }) => valueOf(evidence, 'display') === 'proof');
  if (!marksProof) return { chosen: all, powerful: 0 };
  const chosen = all.filter(({ evidence }) => valueOf(evidence, 'display') !== 'power');
  return { chosen, powerful: all.length - chosen.length };
}

/** @param themes the constructs that are wanted, with all that belongs to them; all constructs where left out */
function byConstruct(
  project: Project,
  quotations: readonly Quotation[],
  themes: ReadonlySet<Element> | undefined,
): Map<Element, Quotation[]> {
  const groups = new Map<Element, Quotation[]>();
  for (const quotation of quotations) {
    const constructs = constructsOf(project, quotation.evidence);
    const wanted = new Set(
      themes ? constructs.flatMap((one) => themesAbove(project, one, themes)) : constructs,
    );
    for (const construct of wanted) {
      groups.set(construct, [...(groups.get(construct) ?? []), quotation]);
    }
  }
  return groups;
}

/** The constructs that a quotation speaks to, by the claims that it supports, or by standing in what is about them. */
function constructsOf(project: Project, evidence: Element): Element[] {
  const about = targetsOf(project, evidence).flatMap((claim) =>
    project.linksFrom(claim, 'about').flatMap(({ to }) => elementOfNode(to) ?? []),
  );
  const around: Element[] = [];
  for (let tag = evidence.tag?.parent; tag; tag = tag.parent) {
    const element = tag.kind === 'construct' ? project.elementOf(tag) : undefined;
    if (element) around.push(element);
  }
  return [...new Set([...about, ...around])].filter(({ kind }) => kind === 'construct');
}

function themesAbove(
  project: Project,
  construct: Element,
  themes: ReadonlySet<Element>,
  seen = new Set<Element>(),
): Element[] {
  if (themes.has(construct)) return [construct];
  if (seen.has(construct)) return [];
  seen.add(construct);
  return project.linksFrom(construct, 'broader').flatMap(({ to }) => {
    const broader = elementOfNode(to);
    return broader ? themesAbove(project, broader, themes, seen) : [];
  });
}

/** Groups in the order of the themes; of constructs that are none, in the order of their first quotation. */
function inOrder(
  groups: ReadonlyMap<Element, Quotation[]>,
  themes: readonly Element[],
): Map<Element, Quotation[]> {
  const order = themes.length > 0 ? themes : [...groups.keys()];
  return new Map(order.map((theme) => [theme, groups.get(theme) ?? []]));
}

function byTarget(project: Project, quotations: readonly Quotation[]): Map<Element, Quotation[]> {
  const groups = new Map<Element, Quotation[]>();
  for (const quotation of quotations) {
    for (const target of targetsOf(project, quotation.evidence)) {
      groups.set(target, [...(groups.get(target) ?? []), quotation]);
    }
  }
  return groups;
}

function targetsOf(project: Project, evidence: Element): Element[] {
  const targets = project
    .linksFrom(evidence, 'supports')
    .flatMap(({ to }) => elementOfNode(to) ?? []);
  return [...new Set(targets)];
}

/** How much of a claim names it in a column. */
const CLAIM_LENGTH = 120;

function nameOfGroup(element: Element): string {
  if (element.kind === 'construct') return termOf(element);
  const isClaim = element.kind === 'claim' && element.text !== '';
  return isClaim ? shorten(element.text, CLAIM_LENGTH) : nameOf(element, CLAIM_LENGTH);
}

/** Who said it, as far as that may be printed, and where in the source. */
function informantOf(project: Project, evidence: Element): Cell {
  const origins = project.linksFrom(evidence, 'source').flatMap(({ to }): CellPart[] => {
    if (to.type === 'source') return [sourceName(project, to.id)];
    return to.type === 'citation' ? [{ work: to.key }] : [];
  });
  const loc = attributeOf(evidence, 'loc')?.text;
  return [
    ...joined(origins),
    ...(loc === undefined ? [] : [origins.length > 0 ? `, ${loc}` : loc]),
  ];
}
