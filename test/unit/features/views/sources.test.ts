import { describe, expect, it } from 'vitest';
import {
  sourceRows,
  type SourcesOptions,
} from '../../../../server/src/core/features/views/sources';
import { projectFrom, type Files } from '../../../tools/project';
import { costOf, drawRows } from '../../../tools/rows';

async function rows(files: string | Files, options?: SourcesOptions): Promise<string> {
  const project = await projectFrom(typeof files === 'string' ? { 'paper.md': files } : files);
  return drawRows(sourceRows(project, options));
}

const PAPER = `---
warrant:
  sources:
    - {id: s-log, kind: archival, title: Attendance sheets}
    - {id: s-owner, kind: interview, informant: owner, party: supplier, date: 2019-03-05}
    - {id: s-owner-2, kind: interview, informant: owner, party: supplier}
    - {id: i01, kind: interview}
---

As @kay2001 says [see also @lee2002; @kay2001], [trust grew]{.claim #c-trust evidence="e-own e-list"
extends=@lee2002}: ["Nobody paid us."]{.evidence #e-own source=s-owner loc="min 3" supports=c-long}
["We came again."]{.evidence #e-again source=s-owner-2} Of all, ["ten came"]{.evidence #e-list source=s-log}.
[It lasted]{.claim #c-long evidence=@poe2003}. ["It is said."]{.evidence #e-said supports=c-long}
["Unknown."]{.evidence #e-gone source=s-nobody supports=c-long}
`;

describe('the sources of a manuscript', () => {
  it('are grouped by kind, each with its evidence and what rests on that', async () => {
    expect(await rows(PAPER)).toMatchInlineSnapshot(`
      "summary: 3 of 4 sources used (5 pieces of evidence · 1 not used · 2 of no declared source)
        summary: Interviews (2 of 3 used, 2 pieces of evidence)
        summary: Archival records (1 of 1 used, 1 piece of evidence)
        summary: Informants quoted (1)
        summary: Parties heard (1: supplier)
        summary: Cited works (3)
      group: Interviews (2 of 3 used, 2 pieces of evidence) !1
        source: owner (s-owner · supplier · 2019-03-05 · 1 piece of evidence)
          evidence: “Nobody paid us.” (min 3 · supports 2)
            claim: “trust grew” [supported] (supports · finding)
            claim: “It lasted” [supported] (supports · finding)
        source: owner (s-owner-2 · supplier · 1 piece of evidence · 1 not used) !1
          evidence: “We came again.” [unused] (not used) !1
            missing: nothing rests on it
        source: i01 [unused] (no evidence)
      group: Archival records (1 of 1 used, 1 piece of evidence)
        source: Attendance sheets (s-log · 1 piece of evidence)
          evidence: “ten came” (supports 1)
            claim: “trust grew” [supported] (supports · finding)
      group: Cited works (3)
        work: @kay2001 (cited 2 times)
        work: @lee2002 (cited 1 time · used for 1)
          claim: “trust grew” (is built on by)
        work: @poe2003 (only in attributes · used for 1)
          claim: “It lasted” (supports)
      group: No declared source (2 pieces of evidence) !2
        evidence: “It is said.” (supports 1) !1
          missing: no source
          claim: “It lasted” [supported] (supports · finding)
        evidence: “Unknown.” (supports 1) !1
          missing: “s-nobody” is not declared
          claim: “It lasted” [supported] (supports · finding)"
    `);
  });

  it('know an informant again, whatever the case, the blanks and the name', async () => {
    const drawn = await rows(
      {
        'paper.md': `---
warrant:
  pseudonyms: names.yaml
  sources:
    - {id: a, kind: interview, informant: Karin Bosman}
    - {id: b, kind: interview, informant: "karin  bosman "}
    - {id: c, kind: interview, informant: Anna de Vries}
    - {id: d, kind: interview, informant: Piet}
---

["One"]{.evidence source=a} ["Two"]{.evidence source=b} ["Three"]{.evidence source=c}
`,
        'names.yaml': 'Anna de Vries: Karin Bosman\n',
      },
      { groupBy: 'informant' },
    );
    expect(drawn.match(/^group: .*/gm)).toEqual([
      expect.stringMatching(/^group: Karin Bosman \(3 of 3 used/),
      expect.stringMatching(/^group: Piet /),
    ]);
    expect(drawn).toMatch('Informants quoted (1)');
  });

  it('can be grouped by party or informant', async () => {
    const groups = async (options: SourcesOptions) =>
      (await rows(PAPER, options)).match(/(?<=^group: ).*?(?= \()/gm);
    expect(await groups({ groupBy: 'party' })).toEqual([
      'Of no party',
      'Supplier',
      'Cited works',
      'No declared source',
    ]);
    expect(await groups({ groupBy: 'informant' })).toEqual([
      'Without an informant',
      'Owner',
      'Cited works',
      'No declared source',
    ]);
  });

  it.each([
    [{ show: 'used' }, ['Attendance sheets', 'owner', 'owner']],
    [{ show: 'unused' }, ['owner', 'i01']],
    [{ text: 'attendance' }, ['Attendance sheets']],
    [{ sortBy: 'name' }, ['Attendance sheets', 'i01', 'owner', 'owner']],
    [{ sortBy: 'uses' }, ['Attendance sheets', 'owner', 'owner', 'i01']],
  ] as const)('can be chosen: %j', async (options, labels) => {
    const drawn = await rows(PAPER, { ...options, groupBy: 'none' });
    expect(drawn.match(/(?<=^source: )[^[(\n]*[^[(\n ]/gm)).toEqual(labels);
  });

  it('name works as the bibliography does', async () => {
    const project = await projectFrom({
      'paper.md': PAPER,
      'warrant.yaml': 'manuscript: [paper.md]\nbibliography: refs.bib\n',
      'refs.bib': '@book{kay2001, author = {Kay, Ann}, year = 2001, title = {On ties}}\n',
    });
    const all = sourceRows(project);
    const works = all.find(({ label }) => label === 'Cited works')?.children;
    expect(works?.map(({ label }) => label)).toEqual(['Kay 2001', '@lee2002', '@poe2003']);
    expect(works?.[0]?.tooltip).toBe('@kay2001\nKay 2001: On ties');
  });

  it('leave out references to figures, which are no works', async () => {
    expect(await rows('See @fig-map and [@kay2001]. [x]{.claim}')).not.toContain('fig-map');
  });

  it('are none where there is neither source nor evidence nor citation', async () => {
    expect(await rows('[x]{.claim #c-x}')).toBe('');
  });

  it('cost as much more as there are more of them', async () => {
    const paper = (number: number) => {
      const numbers = Array.from({ length: number }, (_, n) => n);
      const sources = numbers.map((n) => `    - {id: s-${n}, kind: interview}`).join('\n');
      const said = numbers.map(
        (n) =>
          `[c ${n}]{.claim #c-${n} evidence="e-${n} @w${n}"} ["Said ${n}."]{.evidence #e-${n} source=s-${n}} [@w${n}].\n`,
      );
      return `---\nwarrant:\n  sources:\n${sources}\n---\n\n${said.join('\n')}`;
    };
    const cost = async (number: number) =>
      costOf(await projectFrom({ 'paper.md': paper(number) }), (project) => sourceRows(project));
    expect((await cost(200)) / (await cost(100))).toBeLessThan(2.2);
  });
});
