import type { Attribute, Place, Tag } from '../../model';
import { type Element, type Link, type Project, type ReferenceUse } from '../../project';
import type { TextEdit } from '../../text/textEdit';
import type { Fix } from '../rule';
import { withSpace } from './classEdits';
import { tagsOf } from './faults';
import { editFix } from './suggestions';

/** The reference in an attribute of a tag that begins at a place. */
export function useAt(project: Project, { uri, range }: Place): ReferenceUse | undefined {
  for (const tag of project.file(uri)?.facts.tagsAround(range) ?? []) {
    const element = project.elementOf(tag);
    const use = element && project.referencesFrom(element).find(({ place }) => isAt(place));
    if (use) return use;
  }
  return undefined;

  function isAt(place: Place): boolean {
    return place.uri === uri && place.range.start === range.start;
  }
}

/** The tag on which an attribute of an element is written. */
export function tagWith(element: Element, attribute: Attribute): Tag | undefined {
  return tagsOf(element).find(({ attributes }) => attributes.includes(attribute));
}

/**
 * Takes a reference out of the attribute in which it stands, or takes the attribute away where it holds nothing else.
 * No edits where it stands outside the prose, or is a test.
 */
export function removeUse(project: Project, use: ReferenceUse): TextEdit[] {
  const { attribute, owner, place } = use;
  const tag = attribute && owner && tagWith(owner, attribute);
  const text = project.file(place.uri)?.facts.document.text;
  if (!attribute || !tag || text === undefined || attribute.tests.length > 0) return [];
  const isAlone = attribute.references.length === 1 && attribute.phrases.length === 0;
  const range = isAlone
    ? withSpace(text, tag.source, attribute.range)
    : withSeparator(text, use.place, attribute);
  return [{ range, newText: '' }];
}

/** A word of a list with what parts it from the next or the last one. */
function withSeparator(text: string, { range: { start, end } }: Place, { place }: Attribute) {
  const isFirst = start === place.range.start;
  const after = isFirst ? (/^[\s,;]+/.exec(text.slice(end))?.[0].length ?? 0) : 0;
  const before = isFirst
    ? 0
    : (/[\s,;]+$/.exec(text.slice(Math.max(0, start - 200), start))?.[0].length ?? 0);
  return { start: start - before, end: end + after };
}

/** A fix that takes back a link, wherever it is declared; none where that is by nesting, by a test or outside the prose. */
export function unlink(project: Project, title: string, { declarations }: Link): Fix[] {
  const edits = new Map<string, TextEdit[]>();
  for (const { place } of declarations) {
    const use = useAt(project, place);
    const removal = use ? removeUse(project, use) : [];
    if (removal.length === 0) return [];
    edits.set(place.uri, [...(edits.get(place.uri) ?? []), ...removal]);
  }
  return edits.size > 0 ? [{ title, edits }] : [];
}

/** A fix that takes a reference out of its attribute. */
export function removalFix(project: Project, use: ReferenceUse, title: string): Fix[] {
  const edits = removeUse(project, use);
  return edits.length > 0 ? [editFix(title, use.place, edits)] : [];
}
