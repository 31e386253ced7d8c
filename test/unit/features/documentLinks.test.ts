import { expect, test } from 'vitest';
import { documentLinks, placeOfTarget } from '../../../server/src/core/features/documentLinks';
import { drawRanges } from '../../tools/fixture';
import { ROOT } from '../../tools/memoryFileSystem';
import { projectFrom, type Files } from '../../tools/project';
import { draw } from './caret';

const FILES: Files = {
  'warrant.yaml': `manuscript: [paper.md, "more/*.md"]
bibliography: refs.bib
sources: [{id: owner, file: data/owner.txt}, {ids: i01..i02}]
elements:
  c-late: {is: claim, quote: All is said, from: "c-a c-none", cites: [kay, none]}
`,
  'paper.md': `---
warrant: {bibliography: own.bib}
---

[A]{.claim #c-a evidence="e-a @kay, @none #c-none" from=#c-late} as @kay, [-@kay; @none] and @fig-a say, [there](#c-a).
["All is said"]{.evidence #e-a source=owner tests=c-a:hoop} {{< include more/part.md >}} \`@kay\`

![R](r.png){#fig-a}
`,
  'more/part.md': 'Part.',
  'refs.bib': '@article{kay, title = {Firms}}\n',
};

test('references, citations, paths and includes are links, where they lead somewhere', async () => {
  const project = await projectFrom(FILES);
  const linked = (path: string) => {
    const links = documentLinks(project, ROOT + path, (key) => key === 'kay');
    return drawRanges(
      FILES[path] ?? '',
      links.map(({ range }) => range),
    );
  };
  expect(linked('paper.md')).toBe(`---
warrant: {bibliography: ⟦own.bib⟧}
---

[A]{.claim #c-a evidence="⟦e-a⟧ ⟦@kay⟧, @none #c-none" from=⟦#c-late⟧} as ⟦@kay⟧, [⟦-@kay⟧; @none] and ⟦@fig-a⟧ say, [there](#c-a).
["All is said"]{.evidence #e-a source=⟦owner⟧ tests=⟦c-a⟧:hoop} {{< include ⟦more/part.md⟧ >}} \`@kay\`

![R](r.png){#fig-a}
`);
  expect(linked('warrant.yaml')).toBe(`manuscript: [⟦paper.md⟧, "more/*.md"]
bibliography: ⟦refs.bib⟧
sources: [{id: owner, file: ⟦data/owner.txt⟧}, {ids: i01..i02}]
elements:
  c-late: {is: claim, quote: All is said, from: "⟦c-a⟧ c-none", cites: [⟦kay⟧, none]}
`);
});

test('they lead to ids, sources, entries, figures and works', async () => {
  const project = await projectFrom(FILES);
  const work = { uri: `${ROOT}refs.bib`, range: { start: 9, end: 12 } };
  const links = documentLinks(project, `${ROOT}paper.md`, () => true);
  const places = links.flatMap(({ target }) => placeOfTarget(project, target) ?? []);
  expect(draw(FILES, places)).toMatchObject({
    'warrant.yaml': expect.stringContaining('{id: ⟦owner⟧') as string,
    'paper.md': expect.stringMatching(/#⟦c-a⟧[^]*#⟦e-a⟧[^]*#⟦fig-a⟧/) as string,
  });
  expect(places).toContainEqual(work);
  expect(links.map(({ target }) => target)).toContainEqual({
    type: 'file',
    uri: `${ROOT}more/part.md`,
  });
});

test('nothing is a link in a file that takes no part', async () => {
  const project = await projectFrom({ 'a.md': '::: {.claim #c-a}\nx @kay\n:::\n' });
  expect(documentLinks(project, `${ROOT}a.md`, () => true)).toEqual([]);
});
