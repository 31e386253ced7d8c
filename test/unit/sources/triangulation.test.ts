import { describe, expect, it } from 'vitest';
import { makeTable } from '../../../server/src/core/features/tables/makeTable';
import { outline } from '../../../server/src/core/features/views/outline';
import { sourceRows } from '../../../server/src/core/features/views/sources';
import {
  triangulationByFile,
  triangulationOf,
  triangulationOfAll,
  type Triangulation,
} from '../../../server/src/core/sources/triangulation';
import type { Project } from '../../../server/src/core/project';
import { projectFrom } from '../../tools/project';
import { drawRows } from '../../tools/rows';

const HEAD = `---
warrant:
  sources:
    - {id: owner-1, kind: interview, informant: owner, party: supplier}
    - {id: owner-2, kind: interview, informant: owner, party: supplier}
    - {id: head, kind: interview, informant: owner, party: buyer}
    - {ids: i05..i06, kind: interview}
    - {id: log, kind: archival}
---

`;

async function read(text: string): Promise<Project> {
  return projectFrom({ 'paper.md': HEAD + text });
}

function of(project: Project, id: string): Triangulation {
  const element = project.element(id);
  if (!element) throw new Error(`no element ${id}`);
  return triangulationOf(project, element);
}

const PATH = `[path]{.mechanism #m-path trigger=a outcome=b}

::: {.step #s-one of=m-path n=1}
["One."]{.evidence source=owner-1} ["Two."]{.evidence source=owner-2}
:::

::: {.step #s-two of=m-path n=2}
["Three."]{.evidence source=log} ["Scene."]{.evidence source=i05 display=context}
:::

[It holds]{.claim #c-holds mechanism=m-path evidence="e-head @lee2002"}.
["Four."]{.evidence #e-head source=head} ["Five."]{.evidence #e-lost source=i06 supports=m-path tests=m-path:hoop:fail}
`;

describe('triangulation', () => {
  it('counts who was interviewed twice once, and namesakes of two parties as two', async () => {
    const project = await read(
      '[A]{.claim #c-a evidence="e-1 e-2 e-3"} ["x"]{.evidence #e-1 source=owner-1} ["y"]{.evidence #e-2 source=owner-2} ["z"]{.evidence #e-3 source=head}\n',
    );
    expect(of(project, 'c-a')).toEqual({
      evidence: 3,
      sources: 3,
      kinds: ['interview'],
      informants: 2,
      parties: ['supplier', 'buyer'],
    });
  });

  it('counts interviews without an informant each for itself, and nobody in an archive', async () => {
    const project = await read(
      '[A]{.claim #c-a evidence="e-1 e-2 e-3"} ["x"]{.evidence #e-1 source=i05} ["y"]{.evidence #e-2 source=i06} ["z"]{.evidence #e-3 source=log}\n',
    );
    expect(of(project, 'c-a')).toMatchObject({ informants: 2, kinds: ['interview', 'archival'] });
  });

  it('takes for a mechanism what its steps and claims rest on, but not what failed or sets a scene', async () => {
    const project = await read(PATH);
    const { kinds, parties, ...numbers } = of(project, 'm-path');
    expect([...kinds].sort()).toEqual(['archival', 'interview', 'literature']);
    expect([...parties].sort()).toEqual(['buyer', 'supplier']);
    expect(numbers).toEqual({ evidence: 5, sources: 5, informants: 2 });
  });

  it('ends where mechanisms are parts of each other', async () => {
    const project = await read(
      '[a]{.mechanism #m-a of=m-b} [b]{.mechanism #m-b of=m-a evidence=e-1} ["x"]{.evidence #e-1 source=log}\n',
    );
    expect(of(project, 'm-a').evidence).toBe(1);
  });

  it('takes all evidence for the whole manuscript', async () => {
    expect(triangulationOfAll(await read(PATH))).toMatchObject({ evidence: 6, informants: 4 });
  });

  it('stands in the views', async () => {
    const project = await read(PATH);
    expect(drawRows(outline(project))).toMatch(
      /mechanism: path .*3 kinds of source, 2 informants, 2 parties\)/,
    );
    expect(drawRows(sourceRows(project))).toContain('summary: Parties heard (2: supplier, buyer)');
  });

  it('is not spoken of where only works are cited', async () => {
    const project = await read('[a]{.mechanism #m-a evidence=@lee2002}\n');
    expect(drawRows(outline(project))).not.toContain('kind');
  });

  it('is told for each file of a manuscript of several', async () => {
    const project = await projectFrom({
      'warrant.yaml':
        'manuscript: [a.md, b.md, c.md]\nsources:\n  - {id: i1, kind: interview, informant: P1}\n  - {id: i2, kind: interview, informant: P1}\n  - {id: log, kind: archival}\n',
      'a.md': '["x"]{.evidence source=i1} ["y"]{.evidence source=i2}\n',
      'b.md': 'Text.\n',
      'c.md': '[m]{.mechanism #m-a evidence=e-1} ["z"]{.evidence #e-1 source=log}\n',
    });
    const { columns, rows } = makeTable(project, 'triangulation');
    expect(columns[0]?.heading).toBe('Mechanism or file');
    const names = (row: (typeof rows)[number]) =>
      row.map((cell) => cell.filter((part) => typeof part === 'string').join(''));
    expect(rows.map(names)).toEqual([
      ['m', '1', '1', 'Archival', '0'],
      ['a.md', '2', '2', 'Interview', '1'],
      ['c.md', '1', '1', 'Archival', '0'],
      ['All evidence', '3', '3', 'Interview; Archival', '1'],
    ]);
    const drawn = drawRows(sourceRows(project));
    expect(drawn).toContain('summary: By file (2 files with evidence)');
    expect(drawn).toMatch(/a\.md \(2 pieces of evidence · 1 kind \(interview\), 1 informant\)/);
  });

  it('is told for the one file of several that has evidence', async () => {
    const evidence = { 'warrant.yaml': 'manuscript: "*.md"\n', 'b.md': '["x"]{.evidence}\n' };
    expect(triangulationByFile(await projectFrom(evidence))).toEqual([]);
    const several = await projectFrom({ ...evidence, 'a.md': 'Text.\n', 'c.md': 'Text.\n' });
    const files = triangulationByFile(several).map(({ uri, from }) => [
      uri.split('/').at(-1),
      from.evidence,
    ]);
    expect(files).toEqual([['b.md', 1]]);
  });

  it('makes a table, whose last row is the whole manuscript', async () => {
    const { columns, rows } = makeTable(await read(PATH), 'triangulation');
    expect(columns.map(({ heading }) => heading)).toEqual([
      'Mechanism',
      'Evidence',
      'Sources',
      'Kinds of source',
      'Informants',
      'Parties',
    ]);
    expect(
      rows.map((row) =>
        row.map((cell) => cell.filter((part) => typeof part === 'string').join('')),
      ),
    ).toEqual([
      ['path', '5', '5', expect.stringMatching(/Interview/), '2', expect.stringMatching(/; /)],
      ['All evidence', '6', '6', 'Interview; Archival', '4', 'supplier; buyer'],
    ]);
  });
});
