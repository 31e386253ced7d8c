import { describe, it } from 'vitest';
import { unknownKind } from '../../../server/src/core/rules/unknownKind';
import { expectFindings, expectFix } from '../../tools/project';

const paper = (body: string) => ({ 'a.md': `---\nwarrant: true\n---\n\n${body}` });

describe('unknown-kind reports', () => {
  it('a misspelt kind beside attributes of that kind, and corrects it', async () => {
    await expectFindings(unknownKind, paper('[A]{.⟦clam⟧ #c-a evidence="@k"}'), {
      messages: [/did you mean claim\?/],
      severity: 'error',
    });
    await expectFix(
      unknownKind,
      paper('[A]{.clam #c-a evidence="@k"}'),
      paper('[A]{.claim #c-a evidence="@k"}'),
    );
  });

  it('plurals, divs and headings', async () => {
    await expectFindings(
      unknownKind,
      paper('::: {.⟦evidences⟧ supports=c-a}\nA.\n:::\n\n# B {.⟦steps⟧ of=m-a}'),
    );
  });

  it('a misspelt kind beside an attribute that others know, with a value of ours', async () => {
    await expectFindings(unknownKind, paper('[A]{.⟦calim⟧ type=background}'));
  });

  it('a kind with a capital on a span', async () => {
    await expectFindings(unknownKind, paper('[A]{.⟦Claim⟧} and\n\n::: {.Claim}\nB\n:::'));
  });

  it('an entry of the registry that is of no kind', async () => {
    await expectFindings(unknownKind, {
      'a.md': 'Some words.',
      'warrant.yaml': 'manuscript: a.md\nelements:\n  c-a: {is: ⟦clam⟧, quote: Some words}\n',
    });
  });
});

describe('unknown-kind leaves alone', () => {
  it.each([
    [
      'classes without attributes of ours',
      '[A]{.clam} [B]{.claims #x} [C]{.steps style="color: red"}',
    ],
    ['attributes that other tools know too', '[A]{.phrase type=noun} [B]{.chaim lang=he}'],
    ['attributes of another kind', '[A]{.stop supports=c-a}'],
    ['classes that are nothing like a kind', '[A]{.note evidence="@k"}'],
    ['tags', '[A]{.claims .claim evidence="@k"}'],
  ])('%s', async (_, body) => {
    await expectFindings(unknownKind, paper(body));
  });

  it('files that take no part', async () => {
    await expectFindings(unknownKind, { 'a.md': '[A]{.clam evidence="@k"}' });
  });
});
