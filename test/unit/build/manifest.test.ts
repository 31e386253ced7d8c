import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseDocument } from 'yaml';

// JSON keeps the last of two equal keys without a word, and what the first contributes is lost.
test('no key of the manifest stands twice in one place', () => {
  const { errors } = parseDocument(readFileSync('package.json', 'utf8'));

  expect(errors.map(({ message }) => message)).toEqual([]);
});
