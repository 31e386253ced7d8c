import { describe, test } from 'vitest';
import { thinDataStructure } from '../../../server/src/core/rules/thinDataStructure';
import { expectFindings } from '../../tools/project';

const full = `[D]{.construct #d tier=dimension} [T]{.construct #t tier=theme parent=d}
[U]{.construct #u tier=theme parent=d} [C]{.construct tier=concept parent=t}
[B]{.construct tier=concept parent=u}`;

describe('thin-data-structure', () => {
  test('reports all thin places of a figure at the first of them', async () => {
    await expectFindings(
      thinDataStructure,
      {
        'paper.md': `${full.replace(' [C]', ' [A]{.construct tier=theme parent=d} [C]').replace('[A]', '[⟦A⟧]')}
[E]{.construct #e tier=dimension} [F]{.construct tier=theme parent=e} [G]{.construct tier=dimension}\n`,
      },
      {
        messages: [
          'the dimension “E” has a single theme; the dimension “G” has no theme; the themes “A” and “F” have no concept',
        ],
        severity: 'information',
      },
    );
  });

  test('reports each figure by itself', async () => {
    await expectFindings(thinDataStructure, {
      'paper.md': `[X]{.construct #x} [Y]{.construct #y}
[⟦D⟧]{.construct #d tier=dimension parent=x} [T]{.construct tier=theme parent=d}
[⟦E⟧]{.construct #e tier=dimension parent=y} [U]{.construct tier=theme parent=e}\n`,
    });
  });

  test.each([
    ['a full structure', full],
    ['themes that all have no concepts', full.replace(/\[[CB]\].*/g, '').replace(/\[B\].*/, '')],
    ['dimensions alone', '[D]{.construct tier=dimension} [E]{.construct tier=dimension}'],
    ['themes alone', '[T]{.construct tier=theme} [U]{.construct tier=theme}'],
    ['facets', '[D]{.construct #d} [F]{.construct tier=facet parent=d}'],
    [
      'a parent that does not exist',
      `${full} [E]{.construct #e tier=dimension} [F]{.construct tier=theme parent=f}`,
    ],
    [
      'a tier that cannot be read',
      `${full} [E]{.construct #e tier=dimension} [F]{.construct tier=thme parent=e}`,
    ],
  ])('leaves alone: %s', async (_, text) => {
    await expectFindings(thinDataStructure, { 'paper.md': `${text}\n` });
  });
});
