import { isEmpty } from '../attributeLists';
import type { ElementFact } from '../facts';
import type { AttributeToken } from '../types';

const stylingClasses = new Set(['smallcaps', 'ul', 'underline']);

/** A span without what Pandoc makes another node of; undefined where nothing else is left of it. */
export function withoutStyling(element: ElementFact): ElementFact | undefined {
  let isStyled = false;
  for (const { name } of element.classes) isStyled ||= stylingClasses.has(name);
  for (const attribute of element.attributes) isStyled ||= isSmallCapitals(attribute);
  if (!isStyled) return element;
  const classes = element.classes.filter((token) => !stylingClasses.has(token.name));
  const attributes = element.attributes.filter((attribute) => !isSmallCapitals(attribute));
  const plain = element.with({ lists: { ...element, classes, attributes } });
  return isEmpty(plain) ? undefined : plain;
}

function isSmallCapitals({ key, value }: AttributeToken): boolean {
  return key === 'style' && /^font-variant:small-caps;?$/i.test(value.replace(/\s/g, ''));
}
