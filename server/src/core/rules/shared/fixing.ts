import type { Element, Project } from '../../project';
import type { Attributed } from '../../syntax';
import type { TextEdit } from '../../text/textEdit';
import type { Finding, Fix, Problem } from '../rule';
import { addToList, setAttributes, type AttributeValues } from './tagEdits';

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

/** A fix that edits the tag of an element; none where there is no tag or nothing to edit. */
export function editTag(
  project: Project,
  { tag }: Element,
  title: string,
  edit: (text: string, source: Attributed) => readonly TextEdit[],
  { preferred = false }: { readonly preferred?: boolean } = {},
): Fix[] {
  const text = tag && project.file(tag.uri)?.facts.document.text;
  if (!tag || text === undefined) return [];
  const edits = edit(text, tag.source);
  if (edits.length === 0) return [];
  return [{ title, edits: new Map([[tag.uri, edits]]), ...(preferred ? { preferred } : {}) }];
}

/** A fix that writes attributes on the tag of an element. */
export function setOn(
  project: Project,
  element: Element,
  title: string,
  values: AttributeValues,
  options: { readonly preferred?: boolean } = {},
): Fix[] {
  return editTag(
    project,
    element,
    title,
    (text, source) => setAttributes(text, source, values),
    options,
  );
}

/** One end of a link, with the attribute by which it can name the other, if there is one. */
export interface LinkEnd {
  readonly element: Element;
  readonly attribute?: string;
}

/** A fix that links two elements: on the first one where that has a tag and the second an id, else the other way round. */
export function link(
  project: Project,
  title: string,
  first: LinkEnd,
  second: LinkEnd,
  options: { readonly preferred?: boolean } = {},
): Fix[] {
  const write = ({ element, attribute }: LinkEnd, { element: { id } }: LinkEnd): Fix[] =>
    id === undefined || attribute === undefined
      ? []
      : editTag(
          project,
          element,
          title,
          (text, source) => addToList(text, source, attribute, [id]),
          options,
        );
  const direct = write(first, second);
  return direct.length > 0 ? direct : write(second, first);
}
