import {
  type Attributed,
  parse,
  plainText,
  type SyntaxDocument,
} from '../../server/src/core/syntax';
import { type Reading, type SeenElement, sortedReading } from './oracle';

/** How our scanner reads a text, in the shape in which Pandoc's answer comes. */
export function ourReading(text: string): Reading {
  const document = parse(text);
  const elements = document.elements.map((element) => seen(document, element));
  return sortedReading(
    elements,
    document.citations.map(({ key }) => key),
  );
}

function seen(document: SyntaxDocument, element: Attributed): SeenElement {
  return {
    carrier: element.carrier,
    id: element.id?.value ?? element.automaticId ?? '',
    classes: element.classes.map(({ name }) => name),
    attributes: element.attributes.map(({ key, value }) => [key, value] as const),
    text: plainText(document, element),
  };
}
