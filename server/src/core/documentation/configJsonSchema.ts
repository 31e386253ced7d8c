import * as z from 'zod';
import { configSchema, SEVERITIES } from '../config';
import { KINDS, VOCABULARY, type AttributeDefinition } from '../model';
import type { Rule } from '../rules';

/** A JSON Schema (draft 2020-12), as plain data. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** The JSON Schema of `warrant.yaml`, with the vocabulary and the rules filled in, for editors that complete YAML. */
export function configJsonSchema(rules: readonly Rule[]): JsonSchema {
  const schema = z.toJSONSchema(configSchema, { io: 'input' });
  return {
    ...schema,
    title: 'Warrant project',
    properties: {
      ...schema.properties,
      elements: {
        description: 'Attributes, and whole tags, outside the prose, keyed by id',
        type: 'object',
        additionalProperties: entrySchema(),
      },
      rules: {
        description: 'The severity of each rule, or off',
        type: 'object',
        properties: Object.fromEntries(rules.map((rule) => [rule.id, ruleSchema(rule)])),
        additionalProperties: false,
      },
    },
  };
}

function ruleSchema({ severity, documentation }: Rule): JsonSchema {
  return {
    description: `${documentation.summary} (default: ${severity})`,
    enum: [...SEVERITIES, 'off', false],
  };
}

/** An attribute may mean different things for different kinds; an entry does not always say its kind. */
function entrySchema(): JsonSchema {
  const byName = new Map<string, AttributeDefinition[]>();
  for (const kind of KINDS) {
    for (const definition of Object.values(VOCABULARY.kinds[kind].attributes)) {
      const known = byName.get(definition.name);
      if (known) known.push(definition);
      else byName.set(definition.name, [definition]);
    }
  }
  const attributes = [...byName].map(([name, definitions]) => [name, attributeSchema(definitions)]);
  return {
    type: 'object',
    properties: {
      is: { description: 'Its kind', enum: [...VOCABULARY.classes.keys()] },
      quote: { description: 'The exact words that it annotates', type: 'string' },
      file: { description: 'The file in which they stand', type: 'string' },
      cites: { description: 'Citation keys, without @', type: ['string', 'array'] },
      ...Object.fromEntries(attributes),
    },
  };
}

function attributeSchema(definitions: readonly AttributeDefinition[]): JsonSchema {
  const description = [...new Set(definitions.map(({ summary }) => summary))].join('; or: ');
  if (definitions.every(({ type }) => type === 'enum')) {
    const values = definitions.flatMap((definition) => Object.keys(definition.values ?? {}));
    return { description, enum: [...new Set(values)] };
  }
  const lists = definitions.some(({ type }) => type !== 'text' && type !== 'date');
  return { description, type: lists ? ['string', 'array', 'number'] : ['string', 'number'] };
}
