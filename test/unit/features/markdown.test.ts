import { describe, expect, it } from 'vitest';
import {
  code,
  escapeMarkdown,
  inQuotes,
  list,
  shorten,
} from '../../../server/src/core/features/markdown';

describe('Markdown of texts that come from a manuscript', () => {
  it('shows markup literally', () => {
    expect(escapeMarkdown('a *b* [c](http://d) <e> `f` & g|h')).toBe(
      'a \\*b\\* \\[c\\](http://d) \\<e\\> \\`f\\` \\& g\\|h',
    );
  });

  it('opens no list, heading or quotation at the start of a line', () => {
    expect(escapeMarkdown('- trust')).toBe('\\- trust');
    expect(escapeMarkdown('# trust')).toBe('\\# trust');
    expect(escapeMarkdown('> trust')).toBe('\\> trust');
    expect(escapeMarkdown('1. trust')).toBe('&#49;. trust');
  });

  it('keeps a text on one line', () => {
    expect(escapeMarkdown('Trust\n\n# outlived')).toBe('Trust \\# outlived');
  });

  it('fences code that holds backticks', () => {
    expect(code('a`b')).toBe('``a`b``');
    expect(code('`a')).toBe('`` `a ``');
  });

  it('shortens at a word and never in the middle of a character', () => {
    expect(shorten('Trust outlived the incentives', 20)).toBe('Trust outlived the…');
    expect(shorten('😀😀😀😀', 4)).toBe('😀…');
    expect(shorten('Trust', 5)).toBe('Trust');
  });

  it('quotes a quotation once', () => {
    expect(inQuotes('“We signed.”')).toBe('“We signed.”');
    expect(inQuotes('“We signed…')).toBe('“We signed…”');
    expect(inQuotes('Firms signed')).toBe('“Firms signed”');
  });

  it('counts what a long list leaves out', () => {
    expect(list(['a', 'b', 'c', 'd'], 2)).toBe('- a\n- b\n- … and 2 more');
    expect(list(['a', 'b', 'c'], 2)).toBe('- a\n- b\n- c');
  });
});
