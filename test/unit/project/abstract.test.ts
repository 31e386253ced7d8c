import { describe, expect, test } from 'vitest';
import { LiveFacts, VOCABULARY } from '../../../server/src/core/model';
import { AbstractFinder } from '../../../server/src/core/project/abstract';
import { parse } from '../../../server/src/core/syntax';
import { readFixture } from '../../tools/fixture';

function isIn(marked: string): boolean {
  const { text, ranges } = readFixture(marked);
  const [range = { start: 0, end: 0 }] = ranges;
  const facts = new LiveFacts('file:///a.md', parse(text), VOCABULARY);
  return new AbstractFinder().holds(facts, range);
}

describe('the abstract', () => {
  test.each([
    '---\ntitle: T\nabstract: |\n  We follow ⟦one⟧.\n\n  And more.\nbibliography: x.bib\n---\n',
    '---\nabstract: We follow ⟦one⟧\n---\n',
    '::: abstract\nWe follow ⟦one⟧.\n:::\n',
    '::: {#abstract}\nWe follow ⟦one⟧.\n:::\n',
    '# Abstract {.unnumbered}\n\nWe follow ⟦one⟧.\n\n# Introduction\n',
    '## 1. ABSTRACT\n\nWe follow ⟦one⟧.\n',
    '# Executive\n\n## Summary:\n\nWe follow ⟦one⟧.\n',
    '# Samenvatting\n\nWij volgen ⟦één⟧.\n',
    '# Zusammenfassung\n\nWir folgen ⟦einem⟧.\n',
    '# Re\u0301sume\u0301\n\nNous suivons ⟦une⟧.\n',
    '# Resumen\n\nSeguimos ⟦una⟧.\n',
    '**Abstract.** We follow ⟦one⟧.\n\nText.\n',
    '**Abstract**\n\nWe follow ⟦one⟧.\n\nText.\n',
  ])('holds what is marked in %j', (marked) => {
    expect(isIn(marked)).toBe(true);
  });

  test.each([
    '---\nabstract: We follow one\ntitle: ⟦T⟧\n---\n',
    '---\nabstract: We follow one\n---\n\n⟦Text⟧.\n',
    '::: abstract\nWe follow one.\n:::\n\n⟦Text⟧.\n',
    '# Abstract\n\nWe follow one.\n\n# Introduction\n\n⟦Text⟧.\n',
    '# Abstract thought in firms\n\n⟦Text⟧.\n',
    '**Abstract.** We follow one.\n\n⟦Text⟧.\n',
    '**Abstract**\n\nWe follow one.\n\n⟦Text⟧.\n',
    'An _abstract_ matter, ⟦text⟧.\n',
    '⟦abstract⟧\n',
  ])('does not hold what is marked in %j', (marked) => {
    expect(isIn(marked)).toBe(false);
  });
});
