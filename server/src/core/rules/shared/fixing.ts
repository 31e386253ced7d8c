import type { Element, Project } from '../../project';
import type { Attributed } from '../../syntax';
import type { TextEdit } from '../../text/textEdit';
import type { Finding, Fix, Problem } from '../rule';
import { idFor } from './ids';
import { addId, addToList, setAttributes, type AttributeValues } from './tagEdits';

/** A problem that stands at its element, or at a given place, and whose fix finds the element again. */
export function problemOf(
  element: Element,
  message: string,
  more: Partial<Omit<Problem, 'message' | 'element'>> = {},
): Problem {
  const { data, ...rest } = more;
  return { message, place: element.place, element, ...rest, data: { ...data, key: element.key } };
}

/** The element that a problem made by {@link problemOf} is about. */
export function elementOfFinding({ data }: Finding, project: Project): Element | undefined {
  const { key } = data;
  return typeof key === 'string' ? project.elementWithKey(key) : undefined;
}

/** What is said of a fix besides what it does. */
type Manner = Pick<Fix, 'preferred' | 'unfinished'>;

/** A fix that edits the tag of an element; none where there is no tag or nothing to edit. */
export function editTag(
  project: Project,
  { tag }: Element,
  title: string,
  edit: (text: string, source: Attributed) => readonly TextEdit[],
  manner: Manner = {},
): Fix[] {
  const text = tag && project.file(tag.uri)?.facts.document.text;
  if (!tag || text === undefined) return [];
  const edits = edit(text, tag.source);
  if (edits.length === 0) return [];
  return [{ title, edits: new Map([[tag.uri, edits]]), ...manner }];
}

/** A fix that gives an element attributes whose values the author has to write. */
export function askFor(
  project: Project,
  element: Element,
  what: string,
  names: readonly string[],
): Fix[] {
  const values = Object.fromEntries(names.map((name) => [name, '']));
  const title = `Add ${what}, to be filled in`;
  return setOn(project, element, title, values, { unfinished: true });
}

/** One fix that makes the edits of several, which are to different tags; none where one of them has nothing to edit. */
export function joined(title: string, parts: readonly (readonly Fix[])[]): Fix[] {
  if (parts.length === 0 || parts.some((fixes) => fixes.length === 0)) return [];
  const edits = new Map<string, TextEdit[]>();
  for (const [uri, changes] of parts.flat().flatMap((fix) => [...fix.edits])) {
    edits.set(uri, [...(edits.get(uri) ?? []), ...changes]);
  }
  return [{ title, edits }];
}

/** A fix that writes attributes on the tag of an element. */
export function setOn(
  project: Project,
  element: Element,
  title: string,
  values: AttributeValues,
  manner: Manner = {},
): Fix[] {
  return editTag(
    project,
    element,
    title,
    (text, source) => setAttributes(text, source, values),
    manner,
  );
}

/** One end of a link, with the attribute by which it can name the other, if there is one. */
export interface LinkEnd {
  readonly element: Element;
  readonly attribute?: string;
}

/**
 * A fix that links two elements: on the first one where that has a tag and the second an id, else the other way round.
 * Where neither has an id, the second one is given one.
 */
export function link(
  project: Project,
  title: string,
  first: LinkEnd,
  second: LinkEnd,
  manner: Manner = {},
): Fix[] {
  const write = ({ element, attribute }: LinkEnd, { element: { id } }: LinkEnd): Fix[] =>
    id === undefined || attribute === undefined
      ? []
      : editTag(
          project,
          element,
          title,
          (text, source) => addToList(text, source, attribute, [id]),
          manner,
        );
  const direct = write(first, second);
  if (direct.length > 0) return direct;
  const back = write(second, first);
  return back.length > 0 ? back : linkByNewId(project, title, first, second.element);
}

/** A fix that gives an element an id and names it on another one. */
export function linkByNewId(
  project: Project,
  title: string,
  { element, attribute }: LinkEnd,
  target: Element,
): Fix[] {
  if (target.id !== undefined || attribute === undefined) return [];
  const id = idFor(project, target);
  return joined(title, [
    editTag(project, element, title, (text, source) => addToList(text, source, attribute, [id])),
    editTag(project, target, title, (text, source) => addId(text, source, id)),
  ]);
}
