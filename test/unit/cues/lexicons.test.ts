import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../../server/src/core/cues';
import { compileLexicon } from '../../../server/src/core/cues/compiled';
import { lexiconSchema } from '../../../server/src/core/cues/lexicon';
import { WRITTEN } from '../../../server/src/core/cues/lexicons';
import { SIGNAL_NAMES } from '../../../server/src/core/cues/signals';

test('there are lexicons for English and Dutch', () => {
  expect(LANGUAGES).toEqual(['en', 'nl']);
});

describe.each(LANGUAGES)('The lexicon of %s', (language) => {
  const lexicon = lexiconSchema.parse(WRITTEN[language]);

  test('is of that language, and all its phrases can be read', () => {
    expect(lexicon.language).toBe(language);
    expect(() => compileLexicon(lexicon)).not.toThrow();
  });

  test('has phrases for every signal', () => {
    expect(Object.keys(lexicon.signals).sort()).toEqual([...SIGNAL_NAMES].sort());
  });

  test('says nothing twice under one cue', () => {
    for (const { label, phrases } of lexicon.cues) {
      expect(phrases, label).toEqual([...new Set(phrases)]);
    }
  });
});

describe('A lexicon is refused', () => {
  const cue = (phrase: string): (() => unknown) => {
    const lexicon = {
      language: 'xx',
      name: 'Test',
      commonWords: 'a b c d e f g h i j',
      words: { pair: 'one two' },
      headings: {},
      telling: { past: [], participle: [], present: [] },
      signals: {},
      cues: [{ label: 'finding', weight: 4, phrases: [phrase] }],
    };
    return () => compileLexicon(lexiconSchema.parse(lexicon));
  };

  test.each([
    ['with a list that does not exist', 'we <three>'],
    ['with a phrase that begins with a gap', '... we'],
    ['with a phrase whose end may be missing', 'we (find)'],
    ['with a phrase that may be missing', '(we) (find)'],
  ])('%s', (_, phrase) => {
    expect(cue(phrase)).toThrow(`“${phrase}”`);
  });

  test('but not with a good phrase', () => {
    expect(cue('we (<pair>) find')).not.toThrow();
  });
});
