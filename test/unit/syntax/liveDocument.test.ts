import { describe, expect, it } from 'vitest';
import { LiveDocument } from '../../../server/src/core/syntax';

/** A document in which some words are replaced by others, and the blocks that the edit tells of. */
function edited(text: string, words: string, newText: string) {
  const live = new LiveDocument(text);
  const start = text.indexOf(words);
  const { addedBlocks } = live.edit([{ range: { start, end: start + words.length }, newText }]);
  const { document } = live;
  const told = addedBlocks.map((block) => document.text.slice(block.start, block.end).trim());
  return { told: told.join('\n'), document };
}

/** What stands between two blocks, so that neither is scanned again for the other being near. */
const between = '\n\nOne.\n\nTwo.\n\nThree.\n\n';

describe('a block that is read otherwise since another one was edited', () => {
  it.each([
    ['a heading that it refers to', 'Far [Two].', '# One\n', 'One\n', 'Two\n'],
    ['a definition of its reference', 'Far [x][r].', '[s]: u\n', 's]', 'r]'],
    ['a note that it refers to', 'Far[^n].', '[^m]: Note.\n', '^m', '^n'],
    ['a reference to its note', '[^n]: Far.', 'Near[^m].\n', '^m', '^n'],
    ['a number of the example that it names', 'Far (@b).', '(@a) A.\n(@b) B.\n', '(@a) A.\n', ''],
    ['an example where it cites', 'Far @b.', '(@a) A.\n', '(@a)', '(@b)'],
  ])('is told of: %s', (_, far, near, words, newText) => {
    expect(edited(far + between + near, words, newText).told).toContain('Far');
  });

  it('is told of alone', () => {
    const { told } = edited(`Far [A].\n\nElse [B].${between}# A\n`, '# A', '# C');
    expect(told).toContain('Far');
    expect(told).not.toContain('Else');
  });

  it('cites no example that has come', () => {
    const keys = (words: string, newText: string) => {
      const { document } = edited(`Far @b.${between}(@a) A.\n`, words, newText);
      return document.citations.map(({ key }) => key);
    };
    expect(keys('(@a)', '(@c)')).toEqual(['b']);
    expect(keys('(@a)', '(@b)')).toEqual([]);
  });
});

describe('headings', () => {
  it('that one edit renames have their own names each', () => {
    const { document } = edited('# One\n# Two\n\nSee [Four].\n', 'One\n# Two', 'Three\n# Four');
    expect(document.headings.map(({ id }) => id)).toEqual(['three', 'four']);
  });
});

describe('several blocks of metadata', () => {
  it.each([
    ['a value that counts is another one', '[b]', '[c]', ['d', 'y']],
    ['a value that is overridden is another one', '[a]', '[c]', ['d', 'y']],
    ['a key comes to be overridden', 'only:', 'title:', ['y']],
    ['a key is overridden no more', 'title: "[b]', 'other: "[b]', ['x', 'd', 'y']],
  ])('print what they hold where %s', (_, words, newText, classes) => {
    const first = '---\ntitle: "[a]{.x}"\nonly: "[o]{.d}"\n---\n';
    const { document } = edited(`${first}${between}---\ntitle: "[b]{.y}"\n---\n`, words, newText);
    expect(document.elements.flatMap((element) => element.classes.map(({ name }) => name))).toEqual(
      classes,
    );
  });
});
