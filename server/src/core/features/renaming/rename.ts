import type { Place } from '../../model';
import type { Project } from '../../project';
import { touches, type TextRange } from '../../text/range';
import type { TextEdit } from '../../text/textEdit';
import { placeName, textIn } from '../places';
import { subjectAt } from '../subjectAt';
import { isShared, meaningsOf, type Name } from './names';
import { objectionTo, typedId } from './newId';
import { occurrencesOf, type Occurrence, type Occurrences } from './occurrences';
import { wordsAt } from './wordsAt';

/** Why something cannot be renamed, in a sentence for its author. */
export interface Refusal {
  readonly ok: false;
  readonly message: string;
}

/** What is to be renamed. */
export interface Renameable {
  readonly ok: true;
  /** The id at the caret, and nothing else. */
  readonly range: TextRange;
  readonly placeholder: string;
}

/** What renames an id everywhere. */
export interface Renaming {
  readonly ok: true;
  readonly from: string;
  readonly to: string;
  /** In the order of each file's text. */
  readonly changes: ReadonlyMap<string, readonly RenameEdit[]>;
}

/** An edit that puts the new id in the place of the old one. */
export interface RenameEdit extends TextEdit {
  readonly role: Occurrence['role'];
}

/**
 * What would be renamed at an offset: the id of a tag, a heading, a figure or a source, where it is given or where it is
 * named (LSP 3.17 §textDocument/prepareRename). Nothing in code or in plain text.
 */
export function prepareRename(project: Project, uri: string, offset: number): Renameable | Refusal {
  const found = findAt(project, uri, offset);
  if (!found.ok) return found;
  const { name, occurrence } = found;
  return { ok: true, range: occurrence.range, placeholder: name.id };
}

/**
 * Renames the id at an offset wherever it is written: in tags, references, links, citations, front matter and
 * `warrant.yaml` (LSP 3.17 §textDocument/rename).
 * @param others the further projects that share the `warrant.yaml` of this one
 */
export function renameAt(
  project: Project,
  uri: string,
  offset: number,
  typed: string,
  others: readonly Project[] = [],
): Renaming | Refusal {
  const found = findAt(project, uri, offset);
  if (!found.ok) return found;
  const { name } = found;
  const to = typedId(typed);
  const renaming = { ok: true, from: name.id, to } as const;
  if (to === name.id) return { ...renaming, changes: new Map() };
  const projects = isShared(project, name) ? [project, ...others] : [project];
  const edits = new Map<string, Map<number, RenameEdit>>();
  for (const one of projects) {
    const own = one === project ? found.occurrences : occurrencesOf(one, name);
    const message = objectionTo(one, name, to, own.found);
    if (message !== undefined) return refuse(message);
    const [obscure] = own.obscure;
    if (obscure) return refuse(obscurityAt(one, name, obscure));
    for (const { uri: file, range, role } of own.found) {
      let list = edits.get(file);
      if (!list) edits.set(file, (list = new Map<number, RenameEdit>()));
      list.set(range.start, { range, newText: to, role });
    }
  }
  const changes = [...edits].map(([file, list]): [string, RenameEdit[]] => [
    file,
    [...list.values()].sort((a, b) => a.range.start - b.range.start),
  ]);
  return { ...renaming, changes: new Map(changes) };
}

interface Found {
  readonly ok: true;
  readonly name: Name;
  readonly occurrence: Occurrence;
  readonly occurrences: Occurrences;
}

/** The name at an offset, or behind a sigil there, of which one place must be just there. */
function findAt(project: Project, uri: string, caret: number): Found | Refusal {
  if (project.file(uri)?.participates === false) {
    return refuse('This file takes no part in Warrant; nothing in it can be renamed');
  }
  const isSigil = /[#@]/.test(textIn(project, uri, { start: caret, end: caret + 1 }));
  const offset = isSigil ? caret + 1 : caret;
  for (const word of wordsAt(project, uri, offset)) {
    for (const name of meaningsOf(project, uri, word)) {
      const occurrences = occurrencesOf(project, name);
      const isHere = (place: Place) => place.uri === uri && touches(place.range, offset);
      const { found, obscure } = occurrences;
      const occurrence = found.find(isHere);
      const [first] = occurrence ? obscure : obscure.filter(isHere);
      // Half a renaming would break links.
      if (first) return refuse(obscurityAt(project, name, first));
      if (occurrence) return { ok: true, name, occurrence, occurrences };
    }
  }
  return refuse(reasonAt(project, uri, caret));
}

function refuse(message: string): Refusal {
  return { ok: false, message };
}

function obscurityAt(project: Project, { of, id }: Name, place: Place): string {
  const where = placeName(project, place);
  if (of === 'source') {
    return `${id} is one of several sources that are declared together in ${where}; declare it by itself to rename it`;
  }
  const known = project
    .knownIds(id)
    .find(({ uri, known: { range } }) => uri === place.uri && range.start === place.range.start);
  switch (known?.known.kind) {
    case 'heading':
      return `The id ${id} is made from the words of a heading in ${where}; give the heading an id of its own, {#${id}}, to rename it`;
    case 'cell':
      return `${id} is the label of a code cell in ${where}, and code is not edited; rename it there`;
    case 'example':
      return `${id} is the label of a numbered example in ${where}; rename it there`;
    default:
      return `${where} names ${id} in a way that cannot be edited, by an alias of YAML or a character reference; write it plainly first`;
  }
}

/** Why there is nothing to rename at an offset. */
function reasonAt(project: Project, uri: string, offset: number): string {
  const at = subjectAt(project, uri, offset);
  switch (at?.subject.type) {
    case 'citation':
      return `@${at.subject.key} is a key of the bibliography; rename it there`;
    case 'unknown':
      return `Nothing in the manuscript has the id ${at.subject.id}`;
    case 'source':
      return `Put the cursor on the id ${at.subject.source.id} to rename the source`;
    case 'id':
      return obscurityAt(
        project,
        { of: 'id', id: at.subject.known.id },
        {
          uri: at.subject.uri,
          range: at.subject.known.range,
        },
      );
    case 'element': {
      const { id, kind } = at.subject.element;
      return id === undefined
        ? `This ${kind} has no id; give it one to refer to it`
        : `Put the cursor on the id ${id} to rename it`;
    }
    case undefined:
      return 'There is no id here that could be renamed';
  }
}
