import { BEGINNING } from '../../model';
import { termOf, type Element } from '../../project';

/** How much of a text a message quotes, in UTF-16 units. */
const MAX_QUOTED = 48;

/** An element as its author knows it: its term or its first words in quotation marks, else its id, else its kind. */
export function nameOf(element: Element): string {
  const named = element.kind === 'construct' || element.kind === 'mechanism';
  // The words of a table are its cells; its id says more.
  const table = element.tag?.source.carrier === 'table' && element.id !== undefined;
  const text = named ? termOf(element) : table ? '' : element.beginning;
  if (text.trim() !== '' && text !== element.id) return quoted(text);
  return element.id === undefined ? `this ${element.kind}` : `#${element.id}`;
}

/** An element with a noun before its name: `the finding “Trust grew”`; one without words and id is `this finding`. */
export function theNamed(noun: string, element: Element): string {
  const name = nameOf(element);
  return name === `this ${element.kind}` ? `this ${noun}` : `the ${noun} ${name}`;
}

/** The same at the beginning of a sentence. */
export function capitalNamed(noun: string, element: Element): string {
  const name = theNamed(noun, element);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** An element as a menu offers it: its name and, where it has one, its id. */
export function labelOf(element: Element): string {
  const name = nameOf(element);
  return element.id === undefined || name === `#${element.id}` ? name : `${name} (#${element.id})`;
}

/**
 * The beginning of a text in quotation marks, cut between words; quotation marks around the whole text are left out. Of a
 * text that is a beginning itself only the first mark is there.
 */
export function quoted(text: string): string {
  const isCut = text.length >= BEGINNING;
  const bare = (isCut ? text.slice(0, BEGINNING) : text)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(isCut ? /^["“„«‘]([^"“”„«»]*)$/u : /^["“”„«»'‘](.*)["“”»«'’]$/su, '$1')
    .trim();
  return `“${shorten(bare)}”`;
}

function shorten(text: string): string {
  if (text.length <= MAX_QUOTED) return text.replace(/[.,;:]$/, '');
  const cut = text.slice(0, MAX_QUOTED + 1);
  const space = cut.lastIndexOf(' ');
  const kept = space > MAX_QUOTED / 2 ? cut.slice(0, space) : cut.slice(0, -2);
  return `${kept.replace(/[\uD800-\uDBFF\s.,;:([–—-]+$/, '')}…`;
}
