import type { Kind, LinkKind, Tag } from '../model';
import { elementOfNode, type Element, type Project } from '../project';
import { addId, addToList } from '../rules/shared/tagEdits';
import type { TextRange } from '../text/range';
import type { TextEdit } from '../text/textEdit';
import { nameOf } from './naming';
import { placeName } from './places';
import { freshId, takenIds } from './tagging/freshId';
import { linkableKinds, linkAttribute, type Stance } from './tagging/linkAttribute';
import { Nearness } from './tagging/nearness';
import { refuse, retagging, type Refusal, type Retagging } from './tagging/result';
import { NO_TAG, tagAt } from './tagging/tagAt';

/** Something that a tag, or text that is to become one, can be linked to. */
export interface LinkTarget {
  readonly element: Element;
  /** Where it is, as people say it. */
  readonly where: string;
  /** What it rests on or supports so far, such as `no evidence yet`; '' where that is not asked. */
  readonly status: string;
  /** Whether it is linked already. */
  readonly isLinked: boolean;
  /** Whether it can be contradicted, and not only supported. */
  readonly takesStance: boolean;
}

/**
 * What the tag at a selection can be linked to, or new evidence there: elements of the most usual kind first, among these
 * the nearest first.
 * @param kind the kind of a tag that is yet to be made; left out, that of the tag at the selection
 * @param limit so many of those that are not linked yet; left out, all
 */
export function linkTargets(
  project: Project,
  uri: string,
  selection: TextRange,
  kind?: Kind,
  limit = Infinity,
): readonly LinkTarget[] {
  const own = kind ? undefined : tagAt(project, uri, selection)?.element;
  const bearer = kind ?? own?.kind;
  const near = new Nearness(project, uri, selection.start);
  return bearer ? targetsOf(project, bearer, own, near, limit) : [];
}

/** What an element can be linked to, as {@link linkTargets} gives it. */
export function linkTargetsOf(project: Project, element: Element): readonly LinkTarget[] {
  const { uri, range } = element.place;
  const near = new Nearness(project, uri, range.start);
  return targetsOf(project, element.kind, element, near, Infinity);
}

function targetsOf(
  project: Project,
  bearer: Kind,
  own: Element | undefined,
  near: Nearness,
  limit: number,
): readonly LinkTarget[] {
  const targets: LinkTarget[] = [];
  for (const named of linkableKinds(bearer)) {
    const takesStance = writing(bearer, named, 'against') !== undefined;
    for (const element of near.sort(project.elementsOfKind(named))) {
      if (targets.length >= limit) return targets;
      const isLinked = own !== undefined && areLinked(project, own, element, 'for');
      if (element === own || (isLinked && limit < Infinity)) continue;
      if (!isNameable(project, element)) continue;
      if (project.file(element.place.uri)?.participates === false) continue;
      const status = statusOf(project, element);
      targets.push({ element, where: near.words(element), status, isLinked, takesStance });
    }
  }
  return targets;
}

/** Whether the id of an element, if it has one, names it and not another tag with the same. */
function isNameable(project: Project, element: Element): boolean {
  return element.id === undefined || project.element(element.id) === element;
}

function statusOf(project: Project, element: Element): string {
  switch (element.kind) {
    case 'claim':
    case 'mechanism':
    case 'step': {
      const { length } = project.linksTo(element, 'supports');
      if (length === 0) return 'no evidence yet';
      return length === 1 ? '1 piece of evidence' : `${length} pieces of evidence`;
    }
    case 'evidence': {
      const { length } = project.linksFrom(element, 'supports');
      return length === 0 ? 'supports nothing yet' : `supports ${length}`;
    }
    case 'construct':
      return '';
  }
}

/**
 * Links the tag at a selection to an element. The reference is written on the tag at the selection where its kind has an
 * attribute for it, else on the other one; an element without an id gets one. A link that is there already, at either
 * end or by nesting, is not written again.
 */
export function linkTo(
  project: Project,
  uri: string,
  selection: TextRange,
  target: Element,
  stance: Stance = 'for',
): Retagging | Refusal {
  const at = tagAt(project, uri, selection);
  return at ? link(project, { element: at.element, tag: at.tag }, target, stance) : refuse(NO_TAG);
}

/**
 * Links what is put on an element to it, each piece as {@link linkTo} does: evidence supports it, a step comes after it, a
 * claim becomes a premise of it, a mechanism a part. What cannot be linked is left out, and named in a note; where
 * nothing can be, that is refused.
 */
export function linkElements(
  project: Project,
  elements: readonly Element[],
  target: Element,
  stance: Stance = 'for',
): Retagging | Refusal {
  const given = new Map<string, Identified>();
  const plans: LinkPlan[] = [];
  const reasons: string[] = [];
  for (const element of elements) {
    // Of these, the whole names its part, and what follows names its premise.
    const isTurned = element.kind === target.kind && ['claim', 'mechanism'].includes(element.kind);
    const [own, other] = isTurned ? [target, element] : [element, target];
    const plan = planLink(project, endOf(own), endOf(other), stance, given);
    if ('ok' in plan) reasons.push(plan.message);
    else plans.push(plan);
  }
  if (plans.length === 0) return refuse(reasons[0] ?? 'There is nothing to link');
  return write(project, plans, reasons);
}

/** An end of a link, and the tag of it that an author has before him. */
interface End {
  readonly element: Element;
  readonly tag: Tag | undefined;
}

/** What is to be written for a link. */
interface LinkPlan {
  /** The tag that bears the attribute, and who is tagged by it. */
  readonly tag: Tag;
  readonly bearer: Element;
  readonly attribute: string;
  readonly named: Identified;
}

function endOf(element: Element): End {
  return { element, tag: element.tag };
}

function link(project: Project, own: End, target: Element, stance: Stance): Retagging | Refusal {
  const plan = planLink(project, own, endOf(target), stance);
  return 'ok' in plan ? plan : write(project, [plan]);
}

/** @param given by the key of the element, the new ids of other plans, to which one is added */
function planLink(
  project: Project,
  own: End,
  other: End,
  stance: Stance,
  given = new Map<string, Identified>(),
): LinkPlan | Refusal {
  const { element } = own;
  const target = other.element;
  if (element === target) return refuse('A tag cannot be linked to itself');
  const written = writing(element.kind, target.kind, stance);
  if (!written) {
    const relation = stance === 'for' ? 'linked to' : 'evidence against';
    return refuse(
      `${nameOf(element)} (${element.kind}) cannot be ${relation} ${nameOf(target)} (${target.kind})`,
    );
  }
  if (areLinked(project, element, target, stance)) {
    return refuse(`${nameOf(element)} and ${nameOf(target)} are linked already`);
  }
  const [bearer, named] = written.isOwn ? [own, other] : [other, own];
  if (!isNameable(project, named.element)) {
    const first = project.element(named.element.id ?? '');
    const where = first ? ` in ${placeName(project, first.place)}` : '';
    return refuse(
      `${nameOf(named.element)} has the id ${named.element.id ?? ''} of another tag${where}; give it one of its own`,
    );
  }
  const { tag } = bearer;
  if (!tag) {
    return refuse(`${nameOf(bearer.element)} stands in YAML only; write the link there`);
  }
  const present = bearer.element.attributes.find(({ name }) => name === written.attribute);
  if (present?.definition.type === 'ref') {
    return refuse(
      `${nameOf(bearer.element)} has ${present.name}=${present.text} already, and takes one only`,
    );
  }
  const others = new Set([...given.values()].map(({ id }) => id));
  const identified =
    given.get(named.element.key) ?? identify(project, named.element, named.tag, others);
  if (!identified) return refuse(`${nameOf(named.element)} can be given no id to name it by`);
  given.set(named.element.key, identified);
  return { tag, bearer: bearer.element, attribute: written.attribute, named: identified };
}

/** Writes links as one change: all that one attribute is to name at once, each new id once. */
function write(
  project: Project,
  plans: readonly LinkPlan[],
  notes: readonly string[] = [],
): Retagging | Refusal {
  const attributes = new Map<string, LinkPlan & { readonly ids: string[] }>();
  const naming = new Map<string, Identified['edits']>();
  for (const plan of plans) {
    const key = `${plan.bearer.key} ${plan.attribute}`;
    const known = attributes.get(key);
    if (known) known.ids.push(plan.named.id);
    else attributes.set(key, { ...plan, ids: [plan.named.id] });
    naming.set(plan.named.id, plan.named.edits);
  }
  const edits: (readonly [uri: string, edits: readonly TextEdit[]])[] = [];
  for (const { tag, bearer, attribute, ids } of attributes.values()) {
    const list = addToList(textOf(project, tag), tag.source, attribute, ids);
    if (list.length === 0) {
      return refuse(`Nothing can be written in the marks of ${nameOf(bearer)}`);
    }
    edits.push([tag.uri, list]);
  }
  const all = retagging([...edits, ...[...naming.values()].flat()], notes);
  return [...all.changes.values()].some(rewritesTwice)
    ? refuse('These cannot be linked in one step; link them one by one')
    : all;
}

/** Whether edits of one file replace the same text, such as the class of a fenced div without braces. */
function rewritesTwice(edits: readonly TextEdit[]): boolean {
  const replaced = edits.filter(({ range }) => range.start < range.end);
  return new Set(replaced.map(({ range }) => range.start)).size < replaced.length;
}

/** Which end bears the attribute of a link between elements of two kinds. */
function writing(
  own: Kind,
  other: Kind,
  stance: Stance,
): { readonly attribute: string; readonly isOwn: boolean } | undefined {
  const here = linkAttribute(own, other, stance);
  if (here !== undefined) return { attribute: here, isOwn: true };
  const there = linkAttribute(other, own, stance);
  return there === undefined ? undefined : { attribute: there, isOwn: false };
}

/** Whether two elements are linked in the way in which they would be. */
export function areLinked(project: Project, own: Element, other: Element, stance: Stance): boolean {
  const written = writing(own.kind, other.kind, stance);
  if (!written) return false;
  const [bearer, named] = written.isOwn ? [own, other] : [other, own];
  const link = project.vocabulary.kinds[bearer.kind].attributes[written.attribute]?.link;
  if (!link) return false;
  const [from, to] = link.direction === 'out' ? [bearer, named] : [named, bearer];
  return leadsTo(project, from, to, link.kind);
}

function leadsTo(project: Project, from: Element, to: Element, kind: LinkKind): boolean {
  return project.linksFrom(from, kind).some((one) => elementOfNode(one.to) === to);
}

/** An id by which an element can be named, and what gives it one where it has none yet. */
export interface Identified {
  readonly id: string;
  readonly edits: readonly (readonly [uri: string, edits: readonly TextEdit[]])[];
}

/**
 * The id of an element, or a new one for its tag.
 * @param given ids that are given already, though the project does not know of them yet
 */
export function identify(
  project: Project,
  { id, kind, beginning }: Element,
  tag: Tag | undefined,
  given: ReadonlySet<string> = new Set(),
): Identified | undefined {
  if (id !== undefined) return { id, edits: [] };
  if (!tag) return undefined;
  const taken = takenIds(project);
  const isTaken = { has: (name: string) => taken.has(name) || given.has(name) };
  const fresh = freshId(isTaken, kind, beginning);
  const edits = addId(textOf(project, tag), tag.source, fresh);
  return edits.length > 0 ? { id: fresh, edits: [[tag.uri, edits]] } : undefined;
}

function textOf(project: Project, { uri }: Tag): string {
  return project.file(uri)?.facts.document.text ?? '';
}
