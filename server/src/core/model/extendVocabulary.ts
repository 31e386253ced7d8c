import * as z from 'zod';
import { date, enumeration, phrases, text, attributeInfo } from './attributeTypes';
import {
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
  const extend = (kind: Kind) => extendKind(base.kinds[kind], extension);
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

function extendKind(definition: KindDefinition, extension: VocabularyExtension): KindDefinition {
  const attributes: Record<string, AttributeDefinition> = { ...definition.attributes };
  const further = extension.values?.[definition.name] ?? {};
  for (const [name, names] of Object.entries(further)) {
    const known = attributes[name];
    if (known?.type !== 'enum') continue;
    const values = { ...Object.fromEntries(names.map((value) => [value, ''])), ...known.values };
    attributes[name] = { ...known, values, schema: z.enum(Object.keys(values)) };
  }
  for (const [name, own] of Object.entries(extension.attributes?.[definition.name] ?? {})) {
    if (name in attributes) continue;
    attributes[name] = defineOwn(name, own);
  }
  const classes = Object.entries(extension.kinds ?? {})
    .filter(([, { is }]) => is === definition.name)
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
  return { type: 'text', ...info, ...described, name, schema };
}
