import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { configJsonSchema } from '../../../server/src/core/documentation/configJsonSchema';
import { markupPage } from '../../../server/src/core/documentation/markupPage';
import { rulesPage } from '../../../server/src/core/documentation/rulesPage';
import { RULES } from '../../../server/src/core/rules';

test('docs/rules.md says what the rules say; run `npm run docs`', async () => {
  expect(await readFile('docs/rules.md', 'utf8')).toBe(rulesPage(RULES));
});

test('docs/markup.md says what the vocabulary says; run `npm run docs`', async () => {
  const template = await readFile('docs/markup.template.md', 'utf8');
  expect(await readFile('docs/markup.md', 'utf8')).toBe(markupPage(template));
});

test('the JSON Schema of warrant.yaml knows every rule and the values of attributes', () => {
  const schema = configJsonSchema(RULES) as {
    properties: {
      rules: { properties: Record<string, { enum: unknown[] }> };
      elements: { additionalProperties: { properties: Record<string, { enum?: unknown[] }> } };
    };
  };
  expect(Object.keys(schema.properties.rules.properties)).toEqual(RULES.map(({ id }) => id));
  const attributes = schema.properties.elements.additionalProperties.properties;
  expect(attributes['qualifier']?.enum).toContain('tentative');
  expect(attributes['evidence']?.enum).toBeUndefined();
});
