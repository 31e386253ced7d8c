import { describe, expect, it } from 'vitest';
import { readYamlComments } from '../../../server/src/core/config/yamlComments';

function comments(text: string, offset = 0) {
  return readYamlComments(text, offset).map(({ text: words, range, covers }) => ({
    words,
    written: text.slice(range.start - offset, range.end - offset),
    covers: text.slice(covers.start - offset, covers.end - offset),
  }));
}

describe('comments of YAML', () => {
  it('speak of their own line where they follow something', () => {
    expect(comments('a: 1 # why\nb: 2\n')).toEqual([
      { words: ' why', written: '# why', covers: 'a: 1 # why' },
    ]);
  });

  it('speak of the next entry with all that is indented under it', () => {
    const [comment] = comments('a:\n  # why\n\n  # and\n  b:\n    c: 1\n\n    d: 2\n  e: 3\n');
    expect(comment?.covers).toBe('  b:\n    c: 1\n\n    d: 2');
  });

  it('have exact places after an offset, with CRLF, and at the end', () => {
    expect(comments('a: 1\r\n# one\r\nb: 2 # two', 100)).toEqual([
      { words: ' one', written: '# one', covers: 'b: 2 # two' },
      { words: ' two', written: '# two', covers: 'b: 2 # two' },
    ]);
    expect(comments('# last')).toEqual([{ words: ' last', written: '# last', covers: '' }]);
  });

  it('are not found in quotes, words and block texts', () => {
    expect(comments('a: "# x"\nb: x#y\nc: |\n  # text\nd: [\'# z\', u#v]\n')).toEqual([]);
  });

  it('are found in YAML that is none', () => {
    expect(comments('a: [1\n# x\n}: {')).toMatchObject([{ written: '# x' }]);
  });
});
