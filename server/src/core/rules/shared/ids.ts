import { ID_PREFIXES, slugOf, type Kind, type Place } from '../../model';
import { valueOf, type Element, type Project } from '../../project';
import type { Attributed } from '../../syntax';
import type { TextRange } from '../../text/range';
import type { TextEdit } from '../../text/textEdit';
import type { Fix } from '../rule';
import { isWritten, sigilOf } from './references';

/** An id made from another one, with the letter of its kind before it, that nothing in the project has. */
export function prefixedId(project: Project, kind: Kind, rest: string): string {
  return freshId(project, ID_PREFIXES[kind] + rest);
}

/** An id for an element that has none, made of its first significant words. */
export function idFor(project: Project, element: Element): string {
  const isQuestion = element.kind === 'claim' && valueOf(element, 'type') === 'question';
  const prefix = isQuestion ? 'q-' : ID_PREFIXES[element.kind];
  return freshId(project, prefix + (slugOf(element.beginning) || '1'));
}

/** The id, or the id with the next free number behind it. */
export function freshId(project: Project, id: string): string {
  const isTaken = (candidate: string) =>
    project.element(candidate) !== undefined ||
    project.source(candidate) !== undefined ||
    project.knownIds(candidate).length > 0;
  if (!isTaken(id)) return id;
  const stem = id.replace(/-\d{1,4}$/, '');
  for (let number = 2; ; number++) {
    const candidate = `${stem}-${number}`;
    if (!isTaken(candidate)) return candidate;
  }
}

/** The id of a carrier with everything that makes it one: the `#`, or the key and the quotes. */
export function idSyntaxRange(text: string, { id }: Attributed): TextRange | undefined {
  if (!id) return undefined;
  const { start, end } = id.range;
  if (text[start - 1] === '#') return { start: start - 1, end };
  const key = /\bid\s*=\s*(["']?)$/i.exec(text.slice(Math.max(0, start - 20), start));
  if (!key) return undefined;
  return { start: start - key[0].length, end: end + (key[1]?.length ?? 0) };
}

/** The fix that gives the tag whose id stands at a place another one, and takes along what refers to it. */
export function renameAt(
  project: Project,
  { uri, range }: Place,
  rename: (element: Element, id: string) => string,
): Fix[] {
  const element = project.elements.find(
    ({ tag }) => tag?.uri === uri && tag.id?.range.start === range.start,
  );
  const from = element?.tag?.id?.value;
  if (!element || from === undefined) return [];
  const to = rename(element, from);
  const edits = new Map<string, TextEdit[]>();
  const add = (file: string, edit: TextEdit) => edits.set(file, [...(edits.get(file) ?? []), edit]);
  add(uri, { range, newText: to });
  for (const entry of element.entry ? [element.entry] : []) {
    add(entry.place.uri, { range: entry.place.range, newText: to });
  }
  for (const use of project.referencesTo(element)) {
    if (use.target !== from || use.by === 'citation') continue;
    if (isWritten(project, use))
      add(use.place.uri, { range: use.place.range, newText: sigilOf(use) + to });
  }
  return [{ title: `Rename to ${to}`, edits, preferred: true }];
}
