import type { Place, Reference } from '../model';
import { attributesOf, type Element, type Project } from '../project';
import { escapeMarkdown } from './markdown';
import { referenceMention } from './naming';

/** One part of a value: a text, or a reference. */
export interface ValuePart {
  readonly text: string;
  readonly reference?: Reference;
  readonly place: Place;
}

/** The parts of all values of an attribute, in the order in which they are written. */
export function valueParts(element: Element, name: string): ValuePart[] {
  return attributesOf(element, name).flatMap(({ references, phrases, text, place }) => {
    const { uri } = place;
    const parts: ValuePart[] = [
      ...references.map((reference) => ({
        text: (reference.kind === 'citation' ? '@' : '#') + reference.target,
        reference,
        place: { uri, range: reference.range },
      })),
      ...phrases.map((phrase) => ({ text: phrase.text, place: { uri, range: phrase.range } })),
    ];
    if (parts.length === 0 && text.trim() !== '') return [{ text: text.trim(), place }];
    return parts.sort((a, b) => a.place.range.start - b.place.range.start);
  });
}

/** All values of an attribute on one line of Markdown, references by name; nothing where it is not written. */
export function valueLine(
  project: Project,
  element: Element,
  name: string,
  separator = '; ',
): string | undefined {
  const parts = valueParts(element, name).map(({ text, reference }) =>
    reference ? referenceMention(project, reference) : escapeMarkdown(text),
  );
  return parts.length > 0 ? [...new Set(parts)].join(separator) : undefined;
}

/** All values of an attribute behind a label, as Markdown; nothing where it is not written. */
export function labelled(
  label: string,
  project: Project,
  element: Element,
  name: string,
): string | undefined {
  const value = valueLine(project, element, name);
  return value === undefined ? undefined : `**${label}** ${value}`;
}

/** Names behind a label, as Markdown; nothing where there is none. */
export function listed(label: string, names: readonly string[]): string | undefined {
  return names.length > 0 ? `**${label}** ${names.join('; ')}` : undefined;
}
