import { describe, test } from 'vitest';
import { uncitedBackground } from '../../../server/src/core/rules/uncitedBackground';
import { expectFindings, expectFix } from '../../tools/project';

describe('uncited-background', () => {
  test('reports a background claim without a citation in its sentence', async () => {
    await expectFindings(
      uncitedBackground,
      {
        'paper.md':
          'See @ring1994. [⟦Rewarded conduct fades⟧]{.claim type=background}. So it is.\n',
      },
      { messages: ['“Rewarded conduct fades” is background'], severity: 'warning' },
    );
  });

  test('does not take a date for a work', async () => {
    await expectFindings(uncitedBackground, {
      'paper.md': 'In March 2020, [⟦conduct faded (June 2020)⟧]{.claim type=background}.\n',
    });
  });

  test.each([
    ['a citation behind it', '[Conduct fades]{.claim type=background} [@kelman1958].'],
    ['a citation behind the full stop', '[Conduct fades.]{.claim type=background} [@kelman1958]'],
    ['a citation inside it', '[Conduct fades, says @kelman1958]{.claim type=background}.'],
    ['an author in the text', 'As @kelman1958 showed, [conduct fades]{.claim type=background}.'],
    ['a footnote', '[Conduct fades]{.claim type=background}.[^1]\n\n[^1]: See @kelman1958.'],
    ['a work in an attribute', '[Conduct fades]{.claim type=background evidence="@kelman1958"}.'],
    ['a work that backs it', '[Conduct fades]{.claim type=background backing="@kelman1958"}.'],
    ['a citation in raw TeX', '[Conduct fades]{.claim type=background} \\citep{kelman1958}.'],
    ['a citation by hand', '[Conduct fades]{.claim type=background} (Kelman, 1958).'],
    ['an author and year', '[Ring and Van de Ven (1994) say so]{.claim type=background}.'],
    ['evidence', '[Conduct fades]{.claim type=background evidence=e}. ["X"]{.evidence #e}'],
    ['the abstract', '# Abstract\n\n[Conduct fades]{.claim type=background}.'],
    ['an assumption', '[Conduct fades]{.claim type=background status=assumed}.'],
    ['an admitted gap', '[Fades]{.claim type=background status=needs-support note="find it"}.'],
    ['an unreadable status', '[Conduct fades]{.claim type=background status=asumed}.'],
  ])('leaves alone: %s', async (_, text) => {
    await expectFindings(uncitedBackground, { 'paper.md': `${text}\n` });
  });

  test('cites a work that is cited near', async () => {
    const before = 'Trust grows slowly [@ring1994; @dwyer1987].\n\nPeople are like that. ';
    await expectFix(
      uncitedBackground,
      { 'paper.md': `${before}[Conduct fades]{.claim type=background}.\n` },
      { 'paper.md': `${before}[Conduct fades]{.claim type=background} [@dwyer1987].\n` },
      'Cite @dwyer1987',
    );
  });

  test('marks it as an assumption or as a gap', async () => {
    const file = { 'paper.md': '[Conduct fades]{.claim type=background}.\n' };
    await expectFix(
      uncitedBackground,
      file,
      { 'paper.md': '[Conduct fades]{.claim type=background status=assumed}.\n' },
      'assumption',
    );
    await expectFix(
      uncitedBackground,
      file,
      {
        'paper.md':
          '[Conduct fades]{.claim type=background status=needs-support note="no support found yet"}.\n',
      },
      'gap',
    );
  });
});
