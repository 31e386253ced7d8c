import { afterEach, describe, expect, test } from 'vitest';
import {
  TAG_MARKS,
  type ProtocolRange,
  type TagMarksResult,
} from '../../server/src/shared/protocol';
import { Navigator } from './navigator';

let here: Navigator;

afterEach(() => here.stop());

const PAPER = `# Findings

‸[Trust outlived the bonus]{.claim #c-trust evidence="e-own @kay"}.

["Mine."]{.evidence #e-own kind=interview} and more.
`;

const lines = (from: number, to: number): ProtocolRange => ({
  start: { line: from, character: 0 },
  end: { line: to, character: 0 },
});

describe('tags for who shows their markup in short', () => {
  const ask = (ranges: readonly ProtocolRange[]) =>
    here.client.connection.sendRequest<TagMarksResult>(TAG_MARKS, {
      uri: here.uriOf('paper.md'),
      ranges,
    });
  const shown = ({ marks }: TagMarksResult) =>
    marks.map(({ label, words, chip }) => [label, words && here.words(words), here.words(chip)]);

  test('come with the version of the text, once each', async () => {
    here = await Navigator.start({ 'paper.md': PAPER });
    const result = await ask([lines(0, 3), lines(2, 9)]);
    expect(result.version).toBe(1);
    expect(shown(result)).toEqual([
      ['claim', 'Trust outlived the bonus', ']{.claim #c-trust evidence="e-own @kay"}'],
      ['evidence', '"Mine."', ']{.evidence #e-own kind=interview}'],
    ]);
    await here.client.change(here.uriOf('paper.md'), 'So ', lines(2, 2));
    const edited = await ask([lines(2, 3)]);
    expect(edited).toMatchObject({ version: 2, marks: [{ chip: { start: { character: 28 } } }] });
  });

  test('are none in a part without any, and in what is no manuscript', async () => {
    here = await Navigator.start({ 'paper.md': PAPER });
    expect(await ask([lines(0, 1)])).toEqual({ version: 1, marks: [] });
    const other = here.uriOf('missing.md');
    const params = { uri: other, ranges: [lines(0, 9)] };
    expect(await here.client.connection.sendRequest<TagMarksResult>(TAG_MARKS, params)).toEqual({
      version: null,
      marks: [],
    });
  });
});
