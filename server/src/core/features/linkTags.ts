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
  if (!bearer) return [];
  const near = new Nearness(project, uri, selection.start);
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

/** Links an element to another one, as {@link linkTo} does for the tag at a selection. */
export function linkElement(
  project: Project,
  element: Element,
  target: Element,
  stance: Stance = 'for',
): Retagging | Refusal {
  return link(project, { element, tag: element.tag }, target, stance);
}

/** An end of a link, and the tag of it that an author has before him. */
interface End {
  readonly element: Element;
  readonly tag: Tag | undefined;
}

function link(project: Project, own: End, target: Element, stance: Stance): Retagging | Refusal {
  const { element } = own;
  if (element === target) return refuse('A tag cannot be linked to itself');
  const written = writing(element.kind, target.kind, stance);
  if (!written) {
    const relation = stance === 'for' ? 'linked to' : 'evidence against';
    return refuse(`${nameOf(element)}, a ${element.kind}, cannot be ${relation} a ${target.kind}`);
  }
  if (areLinked(project, element, target, stance)) {
    return refuse(`${nameOf(element)} and ${nameOf(target)} are linked already`);
  }
  const other: End = { element: target, tag: target.tag };
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
  const identified = identify(project, named.element, named.tag);
  if (!identified) return refuse(`${nameOf(named.element)} can be given no id to name it by`);
  const edits = addToList(textOf(project, tag), tag.source, written.attribute, [identified.id]);
  if (edits.length === 0)
    return refuse(`Nothing can be written in the marks of ${nameOf(bearer.element)}`);
  return retagging([[tag.uri, edits], ...identified.edits]);
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

/** The id of an element, or a new one for its tag. */
export function identify(
  project: Project,
  { id, kind, beginning }: Element,
  tag: Tag | undefined,
): Identified | undefined {
  if (id !== undefined) return { id, edits: [] };
  if (!tag) return undefined;
  const fresh = freshId(takenIds(project), kind, beginning);
  const edits = addId(textOf(project, tag), tag.source, fresh);
  return edits.length > 0 ? { id: fresh, edits: [[tag.uri, edits]] } : undefined;
}

function textOf(project: Project, { uri }: Tag): string {
  return project.file(uri)?.facts.document.text ?? '';
}
