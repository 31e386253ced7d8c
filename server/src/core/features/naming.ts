import { attributeOf, termOf, type Element, type Node, type Project } from '../project';
import type { Reference } from '../model';
import { code, escapeMarkdown, inQuotes, shorten } from './markdown';
import { linkTo } from './places';

/** How long a quoted name may be. */
const NAME_LENGTH = 60;

/** The kind of an element as its author calls it: `Stage` for a `.stage`. */
export function kindName(element: Element): string {
  return capitalise(element.tag?.classToken.name ?? element.kind);
}

/** The plain-text name of an element: its term, or its words in quotation marks, or its id. */
export function nameOf(element: Element, limit = NAME_LENGTH): string {
  if (element.kind === 'construct' || element.kind === 'mechanism') {
    const term = termOf(element);
    if (term !== '') return shorten(term, limit);
  }
  if (element.kind === 'step') {
    const words = element.tag?.source.carrier === 'heading' ? element.text : activityOf(element);
    if (words !== '') return shorten(withoutNumber(element, words), limit);
  }
  if (element.text !== '') return inQuotes(shorten(element.text, limit));
  return element.id ? `#${element.id}` : `unnamed ${element.kind}`;
}

/** The kind and the name of an element: `Claim: “Trust outlived the incentives”`. */
export function titleOf(element: Element, limit = NAME_LENGTH): string {
  const number = element.kind === 'step' ? attributeOf(element, 'n')?.text : undefined;
  const label = element.kind === 'claim' ? attributeOf(element, 'label')?.text : undefined;
  const mark = number ?? label;
  return `${kindName(element)}${mark ? ` ${mark}` : ''}: ${nameOf(element, limit)}`;
}

/** The id of an element as Markdown, or nothing for an element without one. */
export function idMark(element: Element): string | undefined {
  return element.id === undefined ? undefined : code(`#${element.id}`);
}

/** The id of an element as Markdown that leads to it, or nothing for an element without one. */
export function idLink(project: Project, element: Element): string | undefined {
  const id = idMark(element);
  return id && (linkTo(project, element.place, id) ?? id);
}

/** The name and id of an element as Markdown; the id leads to it, or the name where it has none. */
export function mention(project: Project, element: Element): string {
  const name = escapeMarkdown(nameOf(element));
  const id = idLink(project, element);
  if (id === undefined) return linkTo(project, element.place, name) ?? name;
  return name.startsWith('\\#') ? id : `${name} ${id}`;
}

/** The name of what a link joins, as Markdown. */
export function nodeMention(project: Project, node: Node): string {
  switch (node.type) {
    case 'element':
      return mention(project, node.element);
    case 'citation':
      return code(`@${node.key}`);
    case 'source':
      return escapeMarkdown(sourceName(project, node.id));
  }
}

/** The name of what a reference names, as Markdown; the id itself where nothing has it. */
export function referenceMention(project: Project, reference: Reference): string {
  if (reference.kind === 'citation') return code(`@${reference.target}`);
  const element = project.element(reference.target);
  if (element) return mention(project, element);
  return project.source(reference.target)
    ? escapeMarkdown(sourceName(project, reference.target))
    : code(`#${reference.target}`);
}

/** Who or what a source is; its id where nothing more is declared. */
export function sourceName(project: Project, id: string): string {
  const source = project.source(id);
  return source?.informant ?? source?.title ?? source?.role ?? id;
}

/** A word with a capital initial. */
export function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** `Stage 2: Learning` without the number, which stands beside it anyway. */
function withoutNumber(step: Element, words: string): string {
  const number = attributeOf(step, 'n')?.text;
  const start = /^\p{L}+\s+(\w+)\s*[:.–—-]\s*/u.exec(words);
  return start && number !== undefined && start[1] === number
    ? words.slice(start[0].length)
    : words;
}

function activityOf(step: Element): string {
  return attributeOf(step, 'activity')?.phrases[0]?.text ?? step.text;
}
