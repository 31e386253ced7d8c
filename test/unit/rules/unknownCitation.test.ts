import { describe, expect, it } from 'vitest';
import { unknownCitation } from '../../../server/src/core/rules/unknownCitation';
import { expectFindings, expectFix, findings, projectFrom } from '../../tools/project';

const BIB = `@book{ring1994, title = {Developmental processes}}
@article{Kay2001,
  ids = {kay01},
  title = {Ties}
}
`;

const files = (text: string, bibliography = BIB, front = 'bibliography: refs.bib') => ({
  'paper.md': `---\nwarrant: true\n${front}\n---\n\n${text}\n`,
  'refs.bib': bibliography,
});

async function messages(text: string, bibliography?: string, front?: string) {
  const project = await projectFrom(files(text, bibliography, front));
  return findings(project, unknownCitation).map(({ message }) => message);
}

describe('unknown-citation reports', () => {
  it('keys that no bibliography has, wherever they stand', async () => {
    await expectFindings(
      unknownCitation,
      files(
        'As ⟦@ring1995⟧ and [-⟦@kay2001⟧; @ring1994, p. 2] say.[^n] [a]{.claim #c-a evidence="⟦@rnig1994⟧ @Kay2001"}\n\n[^n]: See ⟦@{kay01}⟧.\n\n# On ⟦@other⟧',
      ),
      { severity: 'error' },
    );
  });

  it('keys in the metadata', async () => {
    await expectFindings(
      unknownCitation,
      files(
        '[a]{.claim}',
        BIB,
        'bibliography: refs.bib\nnocite: |\n  ⟦@nobody⟧, @ring1994, @*\nabstract: As ⟦@someone⟧ says.',
      ),
    );
  });

  it.each([
    ['@ring1995', 'No bibliography has an entry ring1995; did you mean @ring1994?'],
    ['@kay2001', 'No bibliography has an entry kay2001; case counts: did you mean @Kay2001?'],
    ['@kay01', 'kay01 is another name (ids) of Kay2001, which Pandoc does not know; cite @Kay2001'],
    ['@roe', 'No bibliography has an entry roe; correct the key, or add the entry'],
  ])('what may be meant: %s', async (text, message) => {
    expect(await messages(text)).toEqual([message]);
  });

  it('and mends them', async () => {
    await expectFix(unknownCitation, files('See [-@ring1995].'), files('See [-@ring1994].'));
    await expectFix(
      unknownCitation,
      files('[a]{.claim evidence="@kay2001"}'),
      files('[a]{.claim evidence="@Kay2001"}'),
    );
  });

  it.each([
    ['cross-references', 'See @fig-a, @tbl-x, @sec-a, @eq:b and @thm-c.'],
    ['what has an id in the text', 'See @vid-a.\n\n::: {#vid-a}\nx\n:::'],
    ['code and addresses', 'Write `@nobody` to me@nobody.org.'],
  ])('nothing of %s', async (_, text) => {
    expect(await messages(text)).toEqual([]);
  });

  it.each([
    ['there is no bibliography', 'title: T'],
    ['one is missing', 'bibliography: [refs.bib, gone.bib]'],
    ['one is on the web', 'bibliography: [refs.bib, "https://example.org/x.bib"]'],
    ['one is in a format that is not read', 'bibliography: [refs.bib, x.ris]'],
  ])('nothing where %s', async (_, front) => {
    const project = await projectFrom({
      ...files('See @nobody.', BIB, front),
      'x.ris': 'TY  - JOUR',
    });
    expect(findings(project, unknownCitation)).toEqual([]);
  });

  it('nothing of a key that may stand where the bibliography is broken', async () => {
    const broken = `${BIB}@book{nobody two, title = {T}}\n`;
    expect(await messages('See @nobody and @noone.', broken)).toHaveLength(1);
  });

  it('finds works in several bibliographies and in front matter, beside the file or at the root', async () => {
    const project = await projectFrom(
      {
        'warrant.yaml': 'manuscript: [text/paper.md]\nbibliography: lib/all.json\n',
        'text/paper.md':
          '---\nbibliography: [own.yaml, root.bib]\nreferences:\n- {id: inline, type: book}\n---\n\n@inline, @json, @yaml, @root, @none. [a]{.claim}\n',
        'lib/all.json': '[{"id": "json", "type": "book"}]',
        'text/own.yaml': 'references:\n- id: yaml\n',
        'root.bib': '@book{root,}',
      },
      'text/paper.md',
    );
    expect(findings(project, unknownCitation).map(({ message }) => message)).toEqual([
      expect.stringContaining('has an entry none'),
    ]);
  });
});
