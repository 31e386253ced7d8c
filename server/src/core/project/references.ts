import type { Source } from '../config';
import { crossReference, type Attribute, type KnownId, type Reference } from '../model';
import type { Citation, InternalLink } from '../syntax';
import type { Element } from './element';
import { occurrenceTarget } from './elementTable';
import { LiveElement } from './liveElement';
import type { ReferenceUse, Resolution } from './project';

/** What names may lead to. */
export interface NameTable {
  element(id: string): Element | undefined;
  source(id: string): Source | undefined;
  knownIds(id: string): readonly { readonly known: KnownId; readonly uri: string }[];
}

/** The references that the attributes of an element hold, those of its occurrences and their `ref` included. */
export function referencesOf(element: Element, names: NameTable): readonly ReferenceUse[] {
  const uses: ReferenceUse[] = [];
  for (const attribute of element.attributes) {
    for (const reference of attribute.references) {
      uses.push(referenceUse(element, attribute, reference, names));
    }
  }
  for (const tag of element.occurrences) {
    const attribute = tag.attributes.find(({ name }) => name === 'ref');
    const [reference] = attribute?.references ?? [];
    if (attribute && reference && occurrenceTarget(tag) !== undefined) {
      uses.push(referenceUse(element, attribute, reference, names));
    }
  }
  // They are kept for long, and a list that grew takes more than it needs.
  return uses.length > 0 ? uses.slice() : NONE;
}

/** A link to an identifier, as a reference. */
export function linkUse(
  uri: string,
  { target, targetRange }: InternalLink,
  names: NameTable,
): ReferenceUse {
  const resolution = resolveId(target, names);
  return {
    place: { uri, range: targetRange },
    target,
    by: 'link',
    ...(resolution ? { resolution } : {}),
  };
}

/** A citation, as a reference. To Quarto, `@fig-rate` names a figure of the manuscript. */
export function citationUse(uri: string, { key, range }: Citation, names: NameTable): ReferenceUse {
  const figure = crossReference(key) ? resolveId(key, names) : undefined;
  const resolution: Resolution = figure ?? { type: 'citation', key };
  return { place: { uri, range }, target: key, by: 'citation', resolution };
}

function referenceUse(
  owner: Element,
  attribute: Attribute,
  reference: Reference,
  names: NameTable,
): ReferenceUse {
  const { target, kind, range } = reference;
  const wantsSource = attribute.definition.targets?.includes('source') ?? false;
  const resolution: Resolution | undefined =
    kind === 'citation' ? { type: 'citation', key: target } : resolveId(target, names, wantsSource);
  const place = { uri: attribute.uri, range };
  const by = 'attribute';
  return resolution
    ? { place, target, by, owner, attribute, reference, resolution }
    : { place, target, by, owner, attribute, reference };
}

/** A source may have the name of an element; which is meant depends on where the name stands. */
function resolveId(id: string, names: NameTable, sourceFirst = false): Resolution | undefined {
  const source = names.source(id);
  if (source && sourceFirst) return { type: 'source', source };
  const element = names.element(id);
  if (element) return element instanceof LiveElement ? element.node : { type: 'element', element };
  if (source) return { type: 'source', source };
  const [known] = names.knownIds(id);
  return known ? { type: 'id', ...known } : undefined;
}

const NONE: readonly never[] = [];
