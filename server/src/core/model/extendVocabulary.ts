import { date, enumeration, phrases, text, attributeInfo } from './attributeTypes';
import {
  bareRecord,
  type AttributeDefinition,
  type ClassMeaning,
  type Kind,
  type KindDefinition,
  type Vocabulary,
  type VocabularyExtension,
} from './vocabulary';

/**
 * Adds a project's own kinds, attributes and values to a vocabulary, which stays as it is.
 * A further kind is a class that is read as one of the five kinds; what exists already is never redefined.
 */
export function extendVocabulary(base: Vocabulary, extension: VocabularyExtension): Vocabulary {
  const extend = (kind: Kind) => extendKind(base.kinds[kind], extension, base.classes);
  const kinds = {
    claim: extend('claim'),
    evidence: extend('evidence'),
    mechanism: extend('mechanism'),
    step: extend('step'),
    construct: extend('construct'),
  };
  const classes = new Map<string, ClassMeaning>(base.classes);
  for (const [name, { is, defaults = {}, summary }] of Object.entries(extension.kinds ?? {})) {
    if (classes.has(name)) continue;
    classes.set(name, { kind: is, defaults, summary: summary ?? kinds[is].summary });
  }
  return { kinds, classes };
}

function extendKind(
  definition: KindDefinition,
  extension: VocabularyExtension,
  taken: Vocabulary['classes'],
): KindDefinition {
  const attributes = bareRecord(Object.entries(definition.attributes));
  const further = extension.values?.[definition.name] ?? {};
  for (const [name, names] of Object.entries(further)) {
    const known = attributes[name];
    if (known?.type !== 'enum') continue;
    const values = bareRecord([
      ...Object.entries(known.values ?? {}),
      ...names.filter((value) => !known.values?.[value]).map((value) => [value, ''] as const),
    ]);
    attributes[name] = { ...known, values };
  }
  for (const [name, own] of Object.entries(extension.attributes?.[definition.name] ?? {})) {
    if (name in attributes) continue;
    attributes[name] = defineOwn(name, own);
  }
  const classes = Object.entries(extension.kinds ?? {})
    .filter(([name, { is }]) => is === definition.name && !taken.has(name))
    .map(([name]) => name);
  return { ...definition, classes: [...definition.classes, ...classes], attributes };
}

type OwnAttribute = NonNullable<NonNullable<VocabularyExtension['attributes']>[Kind]>[string];

function defineOwn(name: string, own: OwnAttribute): AttributeDefinition {
  const info = { summary: own.summary ?? 'An attribute of this project' };
  const schema =
    'values' in own
      ? enumeration(Object.fromEntries(own.values.map((value) => [value, ''])), info)
      : { text, phrases, date }[own.type](info);
  const described = attributeInfo.get(schema);
  const values = described?.values;
  return {
    type: 'text',
    ...info,
    ...described,
    ...(values ? { values: bareRecord(Object.entries(values)) } : {}),
    name,
  };
}
