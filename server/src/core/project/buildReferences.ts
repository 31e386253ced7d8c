import type { Source } from '../config';
import { crossReference, type Attribute, type KnownId, type Reference, type Tag } from '../model';
import { occurrenceTarget } from './buildElements';
import type { Element } from './element';
import type { ProjectFile, ReferenceUse, Resolution } from './project';

/** What names may lead to. */
export interface NameTable {
  element(id: string): Element | undefined;
  elementOf(tag: Tag): Element | undefined;
  source(id: string): Source | undefined;
  knownIds(id: string): readonly { readonly known: KnownId; readonly uri: string }[];
}

/** Every place that names something: words of attributes, links to identifiers, citations. */
export function buildReferences(
  files: readonly ProjectFile[],
  elements: readonly Element[],
  names: NameTable,
): ReferenceUse[] {
  const uses: ReferenceUse[] = [];
  for (const element of elements) {
    for (const attribute of element.attributes) {
      for (const reference of attribute.references)
        uses.push(use(element, attribute, reference, names));
    }
    for (const tag of element.occurrences) {
      const attribute = tag.attributes.find(({ name }) => name === 'ref');
      const [reference] = attribute?.references ?? [];
      if (attribute && reference && occurrenceTarget(tag) !== undefined) {
        uses.push(use(element, attribute, reference, names));
      }
    }
  }
  for (const { uri, facts } of files) {
    for (const { target, targetRange } of facts.document.links) {
      const resolution = resolveId(target, names);
      uses.push({
        place: { uri, range: targetRange },
        target,
        by: 'link',
        ...(resolution ? { resolution } : {}),
      });
    }
    for (const { key, range } of facts.document.citations) {
      // To Quarto, `@fig-rate` names a figure of the manuscript.
      const figure = crossReference(key) ? resolveId(key, names) : undefined;
      const resolution: Resolution = figure ?? { type: 'citation', key };
      uses.push({ place: { uri, range }, target: key, by: 'citation', resolution });
    }
  }
  return uses;
}

function use(
  owner: Element,
  attribute: Attribute,
  reference: Reference,
  names: NameTable,
): ReferenceUse {
  const { target, kind, range } = reference;
  const wantsSource = attribute.definition.targets?.includes('source') ?? false;
  const resolution: Resolution | undefined =
    kind === 'citation' ? { type: 'citation', key: target } : resolveId(target, names, wantsSource);
  return {
    place: { uri: attribute.place.uri, range },
    target,
    by: 'attribute',
    owner,
    attribute,
    reference,
    ...(resolution ? { resolution } : {}),
  };
}

/** A source may have the name of an element; which is meant depends on where the name stands. */
function resolveId(id: string, names: NameTable, sourceFirst = false): Resolution | undefined {
  const source = names.source(id);
  if (source && sourceFirst) return { type: 'source', source };
  const element = names.element(id);
  if (element) return { type: 'element', element };
  if (source) return { type: 'source', source };
  const [known] = names.knownIds(id);
  return known ? { type: 'id', ...known } : undefined;
}
