import { describe, expect, test } from 'vitest';
import { readQuarto } from '../../../server/src/core/config';

const files = (text: string) =>
  readQuarto('file:///paper/_quarto.yml', text)?.files.map(({ path }) => path);

describe('_quarto.yml', () => {
  test('of a book: chapters, parts with and without a page, appendices', () => {
    expect(
      files(`project: {type: book}
bibliography: refs.bib
book:
  chapters:
    - index.qmd
    - part: Foundations
      chapters: [theory.qmd, methods.Rmd]
    - part: results.qmd
      chapters:
        - {file: one.qmd}
        - {href: two.md, text: Two}
        - cells.ipynb
  appendices: [a.qmd]
`),
    ).toEqual([
      'index.qmd',
      'theory.qmd',
      'methods.Rmd',
      'results.qmd',
      'one.qmd',
      'two.md',
      'a.qmd',
    ]);
  });

  test('of a manuscript: its article', () => {
    expect(files('project: {type: manuscript}\n')).toEqual(['index.qmd']);
    expect(files('project: {type: manuscript}\nmanuscript: {article: paper.qmd}\n')).toEqual([
      'paper.qmd',
    ]);
  });

  test.each(['project: {type: website}\n', 'project: [\n', '', '- a\n', 'project: book\n'])(
    'is no project of Warrant: %j',
    (text) => {
      expect(files(text)).toBeUndefined();
    },
  );
});
