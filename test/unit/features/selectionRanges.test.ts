import { describe, expect, it } from 'vitest';
import {
  plainSelectionRangesAt,
  selectionRangesAt,
} from '../../../server/src/core/features/selectionRanges';
import { LiveFacts, VOCABULARY } from '../../../server/src/core/model';
import { parse } from '../../../server/src/core/syntax';
import { readFixture } from '../../tools/fixture';

/** The texts that are selected one after the other. */
function steps(marked: string): string[] {
  const { text, carets } = readFixture(marked);
  const facts = new LiveFacts('file:///a.md', parse(text), VOCABULARY);
  return selectionRangesAt(facts, carets[0] ?? 0).map(({ start, end }) => text.slice(start, end));
}

describe('selection ranges', () => {
  it('go from the word over the tag, the sentence, the paragraph and the section to the document', () => {
    const text =
      '# One\n\nFirst one. [Trust outlived the bonus]{.claim #c-a} in *both* firms [@kay]. Last.\n\n# Two\n\nMore.\n';
    expect(steps(text.replace('outlived', 'out‸lived'))).toEqual(
      [
        'outlived',
        'Trust outlived the bonus',
        '[Trust outlived the bonus]{.claim #c-a}',
        '[Trust outlived the bonus]{.claim #c-a} in *both* firms [@kay].',
        'First one. [Trust outlived the bonus]{.claim #c-a} in *both* firms [@kay]. Last.',
        '# One\n\nFirst one. [Trust outlived the bonus]{.claim #c-a} in *both* firms [@kay]. Last.',
        text.trim(),
        text,
      ].filter((step) => step !== text.trim()),
    );
  });

  it('take the markup of the words along with a sentence', () => {
    expect(steps('One. [*Trust* gr‸ew.]{.claim #c-a} Two.\n')).toEqual([
      'grew',
      '*Trust* grew.',
      '[*Trust* grew.]{.claim #c-a}',
      'One. [*Trust* grew.]{.claim #c-a} Two.',
      'One. [*Trust* grew.]{.claim #c-a} Two.\n',
    ]);
  });

  it('go from an id over the value and the attribute to the tag', () => {
    expect(steps('See [a]{.claim #c-a evidence="e-‸own e-two"}.').slice(0, 7)).toEqual([
      'own',
      'e-own',
      'e-own e-two',
      'evidence="e-own e-two"',
      '.claim #c-a evidence="e-own e-two"',
      '{.claim #c-a evidence="e-own e-two"}',
      '[a]{.claim #c-a evidence="e-own e-two"}',
    ]);
  });

  it('go from a paragraph over the list, the divs around it and their fences to the section', () => {
    const div = '::: {.evidence #e-a}\n- One two.\n- Three.\n:::';
    expect(steps(`# Head\n\n${div.replace('two', 'tw‸o')}\n\nLast.\n`)).toEqual([
      'two',
      'One two.',
      '- One two.',
      '- One two.\n- Three.',
      div,
      `# Head\n\n${div}\n\nLast.`,
      `# Head\n\n${div}\n\nLast.\n`,
    ]);
  });

  it('take a citation with its group', () => {
    expect(steps('Thus [see @ka‸y, p. 3] it is.\n').slice(0, 4)).toEqual([
      'kay',
      '@kay',
      '[see @kay, p. 3]',
      'Thus [see @kay, p. 3] it is.',
    ]);
  });

  it('stay in a line of the front matter, then take all of it', () => {
    expect(steps('---\ntitle: A pa‸per\n---\n\nText.\n')).toEqual(
      expect.arrayContaining(['paper', 'title: A paper', '---\ntitle: A paper\n---']),
    );
  });

  it('each hold the one before, wherever the caret is', () => {
    const text =
      '---\na: b\n---\n\n# A {.step #s-a}\n\n> *One* [two. Three]{.claim #c-a} four. Five.\n\n<!-- x -->\n\n';
    const facts = new LiveFacts('file:///a.md', parse(text), VOCABULARY);
    for (let offset = 0; offset <= text.length; offset++) {
      const ranges = selectionRangesAt(facts, offset);
      expect(ranges.at(-1)).toEqual({ start: 0, end: text.length });
      ranges.forEach(({ start, end }, index) => {
        expect(start <= offset && offset <= end).toBe(true);
        const inner = ranges[index - 1];
        if (inner) expect(start <= inner.start && inner.end <= end).toBe(true);
      });
    }
  });

  it('are word, line and text in a file that is no manuscript', () => {
    const text = 'manuscript: [paper.md]\nstage: draft\n';
    const at = text.indexOf('aper');
    expect(
      plainSelectionRangesAt(text, at).map(({ start, end }) => text.slice(start, end)),
    ).toEqual(['paper', 'paper.md', 'manuscript: [paper.md]', text]);
  });
});
