import { describe, expect, test } from 'vitest';
import { warrant } from '../../tools/command';
import { pandoc } from '../../tools/pandoc';

const FILES = {
  'warrant.yaml': `manuscript: [a.md, b.md]
bibliography: [refs.bib]
sources:
  - {id: s-owner, kind: interview, informant: owner}
  - {id: s-gone, kind: interview}
elements:
  k-tie: {note: seen often}
`,
  'refs.bib': '@article{kay2001, author = {Kay, Ann}, year = 2001, title = {On ties}}\n',
  'a.md': `# Theory

[Ties fade]{.claim #b-fade type=background} [@kay2001]. By [a tie]{.construct #k-tie def="what holds two people together"} we mean more.
`,
  'b.md': `# Findings

[Trust *grew*]{.claim #c-trust evidence=e-own}: ["Nobody paid."]{.evidence #e-own source=s-owner}
[Size did not matter]{.claim #c-size}. A tie holds. [path]{.mechanism #m-path}
`,
};

async function outline(...args: string[]): Promise<string> {
  const { code, out, err } = await warrant(['outline', ...args], FILES);
  expect([code, err]).toEqual([0, '']);
  return out;
}

describe('the views of the editor from the command line', () => {
  test('claims, as a tree with marks and places', async () => {
    expect(await outline('--view', 'claims')).toMatchInlineSnapshot(`
      "- 2 of 3 claims supported  (1 not supported)
        - Findings  (1 of 2 supported)
        - Background  (1 of 1 supported)
      - Theory  (1 claim)  a.md:1
        ✓ “Ties fade”  (#b-fade · background · 1 citation)  a.md:3
          - @kay2001  (cited in its sentence)  a.md:3
      ! Findings  (1 missing · 2 claims)  b.md:1
        ✓ “Trust grew”  (#c-trust · finding · 1 evidence)  b.md:3
          - “Nobody paid.”  (#e-own · owner)  b.md:3
        ! “Size did not matter”  (#c-size · 1 missing · finding · not supported)  b.md:4
          ! neither evidence nor premise  b.md:4
      "
    `);
  });

  test('works by the names that the bibliography gives them', async () => {
    expect(await outline('--view', 'sources', '--group', 'none')).toMatchInlineSnapshot(`
      "- 1 of 2 sources used  (1 piece of evidence)
        - Interviews  (1 of 2 used, 1 piece of evidence)
        - Informants quoted  (1)
        - By file  (1 file with evidence)
          - b.md  (1 piece of evidence · 1 kind (interview), 1 informant)  b.md:1
        - Cited works  (1)
      - owner  (s-owner · interview · 1 piece of evidence)  warrant.yaml:4
        - “Nobody paid.”  (#e-own · supports 1)  b.md:3
          ✓ “Trust grew”  (#c-trust · supports · finding)  b.md:3
      ○ s-gone  (interview · no evidence)  warrant.yaml:5
      - Cited works  (1)
        - Kay 2001  (@kay2001 · cited 1 time)  a.md:3
      "
    `);
  });

  test('constructs, as a list of Markdown that shows what it is given literally', async () => {
    expect(await outline('--view', 'constructs', '--format', 'markdown')).toMatchInlineSnapshot(`
      "# Constructs

      - 1 of 1 construct defined
      - a tie (\\#k-tie · 1 use) [a.md:3](a.md)
        - what holds two people together (definition) [a.md:3](a.md)
        - Findings (1 use) [b.md:4](b.md)

      ✓ holds, ✗ failed, ! something is missing, ~ contested, ? admitted gap, ○ not used.
      "
    `);
  });

  test('Markdown that Pandoc reads as the labels are', async () => {
    const text = '1. # [*a* \\* b]{.mechanism #m-a trigger="a * b; 2. [x]" activities="- y"}\n';
    const { out } = await warrant(['outline', '--format', 'markdown'], { 'a.md': text });
    const plain = await pandoc(out, { to: 'plain', defaults: { wrap: 'none' } });
    for (const words of ['a * b (', '2. [x] (trigger)']) expect(plain).toContain(words);
  });

  test('mechanisms, where nothing else is asked for', async () => {
    const drawn = await outline();
    expect(drawn).toMatch(/^. path {2}\(#m-path · \d missing · theorized\) {2}b\.md:4\n/);
    expect(drawn).toMatch(/^ {2}! no trigger {2}b\.md:4$/m);
  });

  test('grouped, sorted and chosen', async () => {
    const drawn = await outline('--view', 'claims', '--group', 'type', '--show', 'unsupported');
    expect(drawn).toContain('Size did not matter');
    expect(drawn).not.toContain('Trust');
    expect(await outline('--view', 'claims', '--text', '#b-fade')).toMatch(
      /Theory[^]*b-fade[^]*kay2001/,
    );
  });

  test('JSON says its version, what was asked, and 0-based places', async () => {
    const json = JSON.parse(await outline('--view', 'claims', '--format', 'json')) as {
      rows: { children: unknown[] }[];
    };
    expect(json).toMatchObject({ version: 1, view: 'claims' });
    expect(json.rows[2]).toMatchObject({
      role: 'section',
      label: 'Findings',
      place: { file: 'b.md', line: 0, character: 0 },
    });
    expect(json.rows[2]?.children[1]).toMatchObject({
      role: 'claim',
      state: 'unsupported',
      element: { kind: 'claim', id: 'c-size' },
      missing: 1,
      place: { file: 'b.md', line: 3, character: 1 },
    });
    expect(JSON.stringify(json)).not.toContain('"key"');
  });

  test('the same bytes each time', async () => {
    const once = await outline('--view', 'sources', '--format', 'json');
    expect(await outline('--view', 'sources', '--format', 'json')).toBe(once);
  });

  test.each([
    [
      ['--view', 'claim'],
      /--view takes mechanisms or claims or constructs or sources, not “claim”/,
    ],
    [
      ['--view', 'claims', '--group', 'tier'],
      /--group takes section or type or status, not “tier”/,
    ],
    [['--sort', 'uses'], /--sort takes order or text or name/],
    [['--view', 'sources', '--show', 'gaps'], /--show takes all or used or unused, not “gaps”/],
    [['--format', 'html'], /--format takes text or markdown or json/],
  ])('%j is refused with what there is', async (args, message) => {
    const { code, out, err } = await warrant(['outline', ...args], FILES);
    expect(err).toMatch(message);
    expect([code, out]).toEqual([2, '']);
  });

  test('a manuscript without any is no failure, but said', async () => {
    const { code, out, err } = await warrant(['outline', '--view', 'claims'], {
      'a.md': 'Text.\n',
    });
    expect([code, out]).toEqual([0, '']);
    expect(err).toBe('warrant: there are no claims in this manuscript\n');
  });

  test('a manuscript of which nothing is chosen is not said to have none', async () => {
    const { code, out, err } = await warrant(['outline', '--text', 'nowhere'], FILES);
    expect([code, out]).toEqual([0, '']);
    expect(err).toBe('warrant: --show or --text leaves out all mechanisms of this manuscript\n');
  });

  test('a configuration that cannot be read does not pass in silence', async () => {
    const { code, out, err } = await warrant(['outline', '--view', 'claims'], {
      'warrant.yaml': 'manuscript: [a.md\n',
      'a.md': '[Trust grew]{.claim #c-trust}\n',
    });
    expect(code).toBe(0);
    expect(out).toContain('“Trust grew”');
    expect(err).toMatch(
      /^warrant: there are errors in warrant\.yaml, .* warrant check shows them\n$/,
    );
  });
});
