import type { Project } from '../../project';
import { codesNamed, qdaOf, type QdaCode } from '../../sources/qda';
import { parse } from '../../syntax';
import { applyEdits } from '../../text/textEdit';
import { freshId, takenIds } from '../tagging/freshId';
import { blockInsertions } from '../tagging/insertBlocks';
import { refuse, retagging, type Refusal, type Retagging } from '../tagging/result';
import { attribute, type EscapeText } from './writing';

/**
 * Puts codes of the QDA codebook into a manuscript as constructs, each with its description as definition and, where the
 * code above it is a construct as well, with its parent.
 * @param ids of the codes
 */
export function importCodes(
  project: Project,
  uri: string,
  caret: number,
  ids: readonly string[],
  escape: EscapeText,
): Retagging | Refusal {
  const document = project.file(uri)?.facts.current;
  if (!document) return refuse('This file is no manuscript');
  const wanted = new Set(ids);
  const codes = qdaOf(project).codes.filter(({ id }) => wanted.has(id));
  if (codes.length === 0) return refuse('These codes are not in the codebook any more');
  const taken = new Set(takenIds(project));
  const names = constructIds(project);
  for (const code of codes) {
    const id = freshId(taken, 'construct', code.name);
    taken.add(id);
    names.set(code.id, id);
  }
  const lines = codes.flatMap((code, index) => [
    ...(index > 0 ? [''] : []),
    ...linesFor(code, names, escape),
  ]);
  for (const edit of blockInsertions(document, caret, lines)) {
    const after = parse(applyEdits(document.text, [edit]));
    const isRead =
      after.elements.length === document.elements.length + codes.length &&
      after.failedAttributes.length === document.failedAttributes.length;
    if (isRead) return retagging([[uri, [edit]]]);
  }
  return refuse('There is no room for constructs here; put the caret between two paragraphs');
}

/** The ids of the constructs that codes have already, by the id of the code. */
export function constructIds(project: Project): Map<string, string> {
  const qda = qdaOf(project);
  const names = new Map<string, string>();
  for (const { id, attributes } of project.elementsWith('code')) {
    const written = attributes.find(({ name }) => name === 'code')?.text;
    const [code] = written === undefined ? [] : codesNamed(qda, written);
    if (id !== undefined && code) names.set(code.id, id);
  }
  return names;
}

/** With a description, a div that holds it; otherwise the name, as a paragraph. */
function linesFor(
  { id: code, name, guid, path, parent, description }: QdaCode,
  names: ReadonlyMap<string, string>,
  escape: EscapeText,
): string[] {
  const id = names.get(code) ?? '';
  const upper = parent && names.get(parent.id);
  const links = [
    ...(upper === undefined ? [] : [attribute('parent', upper)]),
    attribute('code', guid ?? path.join(' > ')),
  ].join(' ');
  const text = description?.replace(/\s+/g, ' ').trim() ?? '';
  if (text === '') return [`[${escape(name)}]{.construct #${id} ${links}}`];
  // A short text would be read as another wording of the term.
  return text.split(' ').length < SHORT
    ? [`[${escape(name)}]{.construct #${id} ${attribute('def', text)} ${links}}`]
    : [`::: {.construct #${id} ${attribute('term', name)} ${links}}`, escape(text), ':::'];
}

const SHORT = 5;
