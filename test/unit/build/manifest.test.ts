import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseDocument } from 'yaml';

// JSON keeps the last of two equal keys without a word, and what the first contributes is lost.
test('no key of the manifest stands twice in one place', () => {
  const { errors } = parseDocument(readFileSync('package.json', 'utf8'));

  expect(errors.map(({ message }) => message)).toEqual([]);
});

// VS Code wraps the lines of Markdown by itself, and of no language that an extension brings along.
test('prose of all languages that the extension brings along is wrapped', () => {
  const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    contributes: { languages: { id: string }[]; configurationDefaults: Record<string, unknown> };
  };

  const wrapped = contributes.languages.map(
    ({ id }) => contributes.configurationDefaults[`[${id}]`],
  );
  expect(wrapped).toEqual(contributes.languages.map(() => ({ 'editor.wordWrap': 'on' })));
});
