import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { LiveFacts, VOCABULARY } from '../../../server/src/core/model';
import { parse } from '../../../server/src/core/syntax';
import { readCorpus } from '../../conformance/corpus';
import { inProject, plainPreview, previewOf, Rendered, RELEASES } from './rendered';

const tagged = '[Trust]{.claim #c}\n';
const lemma = '::: {.claim title="1"}\nEvery *graph* is finite.\n:::\n\n[x]{.a} {.b}\n';

describe.each([...RELEASES.keys()])('with markdown-it %s', (release) => {
  const plain = plainPreview(release);
  const md = previewOf(release);

  test('files that take no part are rendered as before, byte for byte', () => {
    const texts = [lemma, ...readCorpus().map(({ text }) => text)].filter(
      (text) => !isTagged(text),
    );
    expect(texts.length).toBeGreaterThan(100);
    for (const text of texts) expect(md.render(text, {})).toBe(plain.render(text, {}));
  });

  test('pages of documentation are rendered as before', () => {
    for (const file of ['README.md', 'CHANGELOG.md', ...pages('docs')]) {
      const text = readFileSync(file, 'utf8');
      expect(md.render(text, {}), file).toBe(plain.render(text, {}));
    }
  });

  test('nothing is shown where it is switched off', () => {
    const off = previewOf(release, { isEnabled: () => false, ...inProject({}) });
    expect(off.render(tagged, {})).toBe(plain.render(tagged, {}));
  });

  test('nothing is shown where the project says that a file takes no part', () => {
    const out = previewOf(release, inProject({ takesPart: false }));
    expect(out.render(tagged, {})).toBe(plain.render(tagged, {}));
  });
});

function isTagged(text: string): boolean {
  return new LiveFacts('', parse(text), VOCABULARY).tagged;
}

function pages(folder: string): string[] {
  return readdirSync(folder).flatMap((name) =>
    name.endsWith('.md') ? [path.join(folder, name)] : [],
  );
}

test.each([
  ['a span of a kind', tagged, true],
  ['a tag with an attribute of Warrant', '::: {.claim evidence=e}\na\n:::\n', true],
  ['front matter that opts in', `---\nwarrant: true\n---\n\n${lemma}`, true],
  ['front matter with keys of Warrant', `---\nwarrant:\n  stage: draft\n---\n\n${lemma}`, true],
  ['front matter that opts out', `---\nwarrant: false\n---\n\n${lemma}`, false],
  ['none of these', lemma, false],
])('a file takes part by %s', (_, text, takesPart) => {
  const shown = new Rendered(text).tags.length > 0;
  expect(shown).toBe(takesPart);
});

test('a project can opt in for a file, and it is only asked what the text tells where nothing is known', () => {
  expect(new Rendered(lemma, previewOf('14', inProject({}))).tags).toEqual([
    'div claim: Every graph is finite.',
  ]);
  const judged: boolean[] = [];
  const md = previewOf('14', { projectOf: (_, judge) => void judged.push(judge()) });
  md.render(lemma, {});
  md.render(tagged, {});
  expect(judged).toEqual([false, true]);
});
