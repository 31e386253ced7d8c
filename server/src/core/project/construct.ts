import type { Place } from '../model';
import { attributeOf, type Element } from './element';

/** Tagged text of this many words or more is a definition, where `term` is given. */
const DEFINITION_WORDS = 5;
/** Reads no further than that many words; they are told apart by white space, which may stand at either end. */
const DEFINITION = new RegExp(`^\\S*(?:\\s+\\S+){${DEFINITION_WORDS - 2}}\\s`);

/** A construct's definition and where it stands. */
export interface Definition {
  readonly text: string;
  readonly place: Place;
}

/** The name of a construct or mechanism: its `term`, else the tagged text where that is short, else its id. */
export function termOf(element: Element): string {
  const term = attributeOf(element, 'term')?.text;
  if (term) return term;
  const { beginning } = element;
  if (beginning !== '' && (has(element, 'def') || !isDefinition(beginning))) return element.text;
  return element.id ?? element.text;
}

/** The definitions of a construct, in the order in which they are written; more than one is a conflict or a repeat. */
export function definitionsOf(element: Element): Definition[] {
  const definitions: Definition[] = element.attributes
    .filter(({ name, text }) => name === 'def' && text.trim() !== '')
    .map(({ text, place }) => ({ text, place }));
  if (
    element.tag &&
    !element.tag.attributes.some(({ name }) => name === 'def') &&
    isDefinition(element.beginning)
  ) {
    definitions.unshift({ text: element.text, place: element.place });
  }
  return definitions;
}

/** The wordings under which a construct is recognised in plain text: term, short tagged texts, aliases. */
export function wordingsOf(element: Element): string[] {
  const wordings = new Set([termOf(element)]);
  if (element.beginning !== '' && !isDefinition(element.beginning)) wordings.add(element.text);
  for (const attribute of element.attributes) {
    if (attribute.name === 'alias') for (const { text } of attribute.phrases) wordings.add(text);
  }
  return [...wordings].filter((wording) => wording.trim() !== '');
}

function isDefinition(text: string): boolean {
  return DEFINITION.test(text);
}

function has(element: Element, name: string): boolean {
  return attributeOf(element, name) !== undefined;
}
