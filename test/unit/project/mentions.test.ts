import { describe, expect, test } from 'vitest';
import { mentionAt, mentionsIn, mentionsOf, type Mention } from '../../../server/src/core/project';
import { drawRanges, readFixture } from '../../tools/fixture';
import { ROOT } from '../../tools/memoryFileSystem';
import { projectFrom } from '../../tools/project';

const uri = `${ROOT}paper.md`;

const PLATFORM = `A [standing forum in which firms learn together]{.construct #k-platform term="learning platform" alias="safety circle; LP"} it is.\n\n`;

/** Draws the uses that are found in a manuscript after the definitions, and checks them against the marks. */
async function expectUses(definitions: string, marked: string): Promise<readonly Mention[]> {
  const { text } = readFixture(marked);
  const project = await projectFrom({ 'paper.md': definitions + text });
  const uses = mentionsOf(project).inFile(uri);
  const { length } = definitions;
  const ranges = uses.map(({ place: { range } }) => ({
    start: range.start - length,
    end: range.end - length,
  }));
  expect(drawRanges(text, ranges)).toBe(marked);
  return uses;
}

describe('plain-text uses of constructs', () => {
  test('terms and aliases, in any case', async () => {
    const uses = await expectUses(
      PLATFORM,
      'The ⟦learning platform⟧ met. ⟦Learning Platform⟧ and ⟦Safety circle⟧ are one.',
    );
    expect(uses.map(({ construct }) => construct.id)).toEqual(Array(3).fill('k-platform'));
  });

  test('a hyphen is as good as a space, and so is a line break', async () => {
    await expectUses(PLATFORM, 'The ⟦learning-platform⟧ and the ⟦learning\nplatform⟧.');
  });

  test('regular plurals and possessives of the last word', async () => {
    await expectUses(PLATFORM, '⟦Learning platforms⟧ and the ⟦learning platform⟧’s chair.');
    await expectUses(
      '[what a firm is able to do at all]{.construct #k term="firm capability"}\n\n',
      'Many ⟦firm capabilities⟧ were lost.',
    );
  });

  test('a term of several words in the plural is found in the singular', async () => {
    await expectUses(
      '[routines by which work gets done unasked]{.construct #k term="deep structures"}\n\n',
      'A ⟦deep structure⟧ lasts.',
    );
  });

  test('abbreviations in their own case only', async () => {
    await expectUses(PLATFORM, 'The ⟦LP⟧ and other ⟦LPs⟧, but no lp and no Lp.');
  });

  test('whole words only', async () => {
    await expectUses(
      '[the belief that a partner will not cheat]{.construct #k term=trust}\n\n',
      'Distrust, trustee, non-trust, but ⟦trust⟧-based, (⟦trust⟧) and ⟦trust⟧.',
    );
  });

  test('words apart are no term', async () => {
    await expectUses(PLATFORM, 'Learning, platform. Learning `x` platform. Learning (platform).');
  });

  test('the longest term has the match', async () => {
    const uses = await expectUses(
      '[the belief that others will not cheat]{.construct #k-trust term=trust} [what pays for itself in the end]{.construct #k-calc term="calculative trust"}\n\n',
      'They had ⟦calculative trust⟧ and ⟦trust⟧.',
    );
    expect(uses.map(({ construct }) => construct.id)).toEqual(['k-calc', 'k-trust']);
  });

  test('letters beyond ASCII, composed or not', async () => {
    await expectUses(
      '[wat men bereid is in te leggen voor anderen]{.construct #k term="coöperatieve houding"}\n\n',
      'Een ⟦coöperatieve houding⟧ en een ⟦coo\u0308peratieve houding⟧.',
    );
  });

  test('words that are emphasised or tagged otherwise', async () => {
    await expectUses(
      PLATFORM,
      'The _⟦learning platform⟧_ and the [big ⟦learning platform⟧]{.mark}.',
    );
  });

  test('not in code, math, addresses, attributes, citation keys and comments', async () => {
    await expectUses(
      '[the belief that a partner will not cheat]{.construct #k term=trust}\n\n',
      'Say `trust`, $trust$, <https://x.org/trust>, https://trust.org/a, [@trust; see @trust], [so]{.x y="trust"} <!-- trust -->.\n\n```\ntrust\n```\n',
    );
  });

  test('not where a construct asks for tags', async () => {
    await expectUses(
      '[the belief that a partner will not cheat]{.construct #k term=trust match=tagged}\n\n',
      'Without trust nothing.',
    );
  });

  test('not in its own definition, but in that of another construct', async () => {
    const project = await projectFrom({
      'paper.md':
        '[trust is trust, as long as it lasts]{.construct #k-a term=trust} and [firms that have trust in one another]{.construct #k-b term=allies} and [trust]{.construct ref=k-a}',
    });
    const [use, ...others] = mentionsOf(project).inFile(uri);
    expect(use?.place.range.start).toBe(87);
    expect(others).toEqual([]);
  });

  test('by construct, over all files of the manuscript', async () => {
    const project = await projectFrom({
      'warrant.yaml': 'manuscript: [a.md, b.md]',
      'a.md': PLATFORM,
      'b.md': 'A learning platform.',
    });
    const construct = project.element('k-platform');
    const uses = construct ? [...mentionsOf(project).of(construct)] : [];
    expect(uses.map(({ place: { uri, range } }) => [uri, range.start, range.end])).toEqual([
      [`${ROOT}b.md`, 2, 19],
    ]);
  });

  test('at a place, and in a block', async () => {
    const text = `${PLATFORM}One learning platform.\n\nTwo learning platforms.`;
    const project = await projectFrom({ 'paper.md': text });
    const start = text.indexOf('learning platforms');
    for (const offset of [start, start + 8, start + 18]) {
      const range = mentionAt(project, uri, offset)?.place.range;
      expect([range?.start, range?.end]).toEqual([start, start + 18]);
    }
    expect(mentionAt(project, uri, start - 1)).toBeUndefined();
    expect(mentionAt(project, `${ROOT}none.md`, 0)).toBeUndefined();
    const second = { start: start - 4, end: text.length };
    expect(mentionsIn(project, uri, second)).toHaveLength(1);
  });
});
