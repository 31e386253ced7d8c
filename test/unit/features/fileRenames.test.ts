import { describe, expect, it } from 'vitest';
import { readConfigFile, readQuarto } from '../../../server/src/core/config';
import { editsForRenames, type PathFile } from '../../../server/src/core/features/fileRenames';
import { pathsOfConfig, pathsOfQuarto } from '../../../server/src/core/features/writtenPaths';
import { applyEdits } from '../../../server/src/core/text/textEdit';
import { ROOT } from '../../tools/memoryFileSystem';
import { projectFrom, type Files } from '../../tools/project';

/** The files that change when others are moved, as they are then. */
async function move(files: Files, ...renames: readonly (readonly [string, string])[]) {
  const project = await projectFrom(files);
  const configs = Object.entries(files).flatMap(([path, text]): PathFile[] => {
    const uri = ROOT + path;
    if (path.endsWith('warrant.yaml')) {
      return [{ uri, text, paths: pathsOfConfig(readConfigFile(uri, text)) }];
    }
    const quarto = path.endsWith('_quarto.yml') ? readQuarto(uri, text) : undefined;
    return quarto ? [{ uri, text, paths: pathsOfQuarto(quarto) }] : [];
  });
  const moves = renames.map(([from, to]) => ({ from: ROOT + from, to: ROOT + to }));
  const edits = editsForRenames(moves, [project], configs);
  return Object.fromEntries(
    [...edits].map(([uri, list]) => {
      const path = uri.slice(ROOT.length);
      return [path, applyEdits(files[path] ?? '', list)];
    }),
  );
}

const CONFIG = `# The paper
manuscript: [paper.md, "chapters/two.md", 'three.md', "more/*.md"]   # in order
bibliography: refs.bib
sources:
  - {id: owner, file: data/owner.txt}  # the owner
elements:
  c-a: {is: claim, quote: words here, file: paper.md}
`;
const PAPER = `---
warrant:
  bibliography: ["more refs.bib"]
bibliography: ./refs.bib
---

[Claim]{.claim #c-a}, see [two](chapters/two.md#c-b), [two](<chapters/two.md>), ![fig](figs/rate.png "Rate"){.evidence}
and [it][r]. {{< include chapters/_part.md >}} \`[x](chapters/two.md)\` and \\[x\\](chapters/two.md).

\`\`\`
[x](chapters/two.md)
\`\`\`

[r]: chapters/two.md "Two"
`;
const TWO =
  'Back to [paper](../paper.md) and [here](#c-b), [out](https://x.y/paper.md). words here\n';
const FILES: Files = {
  'warrant.yaml': CONFIG,
  'paper.md': PAPER,
  'chapters/two.md': TWO,
  'chapters/_part.md': 'Part.\n',
  'three.md': '',
};

describe('renaming files', () => {
  it('keeps the paths of configuration, links, definitions and includes, and nothing in code', async () => {
    expect(await move(FILES, ['chapters/two.md', 'chapters/second.md'])).toEqual({
      'warrant.yaml': CONFIG.replace('chapters/two', 'chapters/second'),
      'paper.md': PAPER.replace('(chapters/two.md#', '(chapters/second.md#')
        .replace('<chapters/two', '<chapters/second')
        .replace('[r]: chapters/two', '[r]: chapters/second'),
    });
  });

  it('follows a folder, and leaves what moves together alone', async () => {
    expect(await move(FILES, ['chapters', 'parts/text'])).toEqual({
      'warrant.yaml': CONFIG.replace('chapters/two', 'parts/text/two'),
      'paper.md': PAPER.replace('(chapters/two.md#', '(parts/text/two.md#')
        .replace('<chapters/two', '<parts/text/two')
        .replace('include chapters/', 'include parts/text/')
        .replace('[r]: chapters/two', '[r]: parts/text/two'),
      'chapters/two.md': TWO.replace('../paper.md', '../../paper.md'),
    });
    expect(await move(FILES, ['', 'moved'])).toEqual({});
  });

  it('mends the paths in a file that is moved itself', async () => {
    expect(await move(FILES, ['paper.md', 'text/paper.md'])).toEqual({
      'warrant.yaml': CONFIG.replaceAll('paper.md', 'text/paper.md'),
      'chapters/two.md': TWO.replace('../paper.md', '../text/paper.md'),
      'paper.md': PAPER.replace('"more refs.bib"', '"../more refs.bib"')
        .replace('./refs.bib', '../refs.bib')
        .replace('(chapters/two.md#', '(../chapters/two.md#')
        .replace('<chapters/two', '<../chapters/two')
        .replace('(figs/', '(../figs/')
        .replace('include chapters/', 'include ../chapters/')
        .replace('[r]: chapters/two', '[r]: ../chapters/two'),
    });
  });

  it('follows bibliographies, sources and figures', async () => {
    expect(
      await move(
        FILES,
        ['refs.bib', 'lib/all works.bib'],
        ['data/owner.txt', 'data/owner, 2012.txt'],
        ['figs/rate.png', 'figs/rate (final).png'],
      ),
    ).toEqual({
      'warrant.yaml': CONFIG.replace('refs.bib', 'lib/all works.bib').replace(
        'data/owner.txt',
        '"data/owner, 2012.txt"',
      ),
      'paper.md': PAPER.replace('./refs.bib', './lib/all works.bib').replace(
        'figs/rate.png',
        'figs/rate%20%28final%29.png',
      ),
    });
  });

  it('keeps the quotes of YAML', async () => {
    expect(
      await move(FILES, ['three.md', "th'ree.md"], ['chapters/two.md', 'chapters/t"wo.md']),
    ).toMatchObject({
      'warrant.yaml': CONFIG.replace("'three.md'", "'th''ree.md'").replace(
        'chapters/two.md',
        'chapters/t\\"wo.md',
      ),
    });
  });

  it('follows the chapters of a Quarto book', async () => {
    const quarto = `project: {type: book}
book:
  chapters:
    - index.qmd
    - part: "Part"   # one
      chapters: [theory.qmd, {file: 'methods.qmd'}]
bibliography: [refs.bib]
`;
    const files = {
      '_quarto.yml': quarto,
      'index.qmd': 'See [theory](/theory.qmd). [a]{.claim #c-a}',
      'theory.qmd': '',
      'methods.qmd': '',
    };
    expect(
      await move(
        files,
        ['theory.qmd', 'text/theory.qmd'],
        ['methods.qmd', 'text/methods.qmd'],
        ['refs.bib', 'text/refs.bib'],
      ),
    ).toEqual({
      '_quarto.yml': quarto
        .replace('theory.qmd', 'text/theory.qmd')
        .replace('methods.qmd', 'text/methods.qmd')
        .replace('refs.bib', 'text/refs.bib'),
      'index.qmd': 'See [theory](/text/theory.qmd). [a]{.claim #c-a}',
    });
  });

  it('touches no file that takes no part', async () => {
    const files = { 'a.md': 'See [b](b.md).', 'b.md': '' };
    expect(await move(files, ['b.md', 'c.md'])).toEqual({});
  });
});
