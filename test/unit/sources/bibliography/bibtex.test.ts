import { describe, expect, test } from 'vitest';
import { describeWork, type Work } from '../../../../server/src/core/sources/bibliography';
import { faultsIn, read } from './read';

const STRAY =
  'Pandoc takes every @ for the beginning of an entry, and refuses the file for this one; put a % before what is a note';

const keysOf = async (text: string) => (await read('a.bib', text)).entries.map(({ key }) => key);

async function works(text: string): Promise<string[][]> {
  const { entries } = await read('a.bib', text);
  return entries.map(({ key, work }) => [key, describeWork(work)]);
}

async function workOf(fields: string): Promise<Work> {
  const { entries } = await read('a.bib', `@article{a,\n${fields}\n}`);
  return entries[0]?.work ?? { key: '', type: '', names: [] };
}

test('entries are known by authors, year and title', async () => {
  const text = `@article{gioia2013,
  author  = {Gioia, Dennis A. and Corley, Kevin G. and Hamilton, Aimee L.},
  title   = {Seeking Rigor: Notes on the {Gioia} {M}ethodology},
  year    = {2013}
}
@book{vandeven, author = "Van de Ven, Andrew H. and Scott Poole", title="Handbook", date = {2004-05}}
@misc{broken, title = {never closed
@string{x = "y"}
@incollection{edited, editor = {M{\\"u}ller, Jörg and H{\\aa}kansson, H{\\'e}l\\\`ene and {\\v S}imek, A}, year = 1999}
@book{two, author = {{\\O}stby and {\\c{C}}elik, A}, title = {A \\emph{new} \\& old}}`;
  expect(await works(text)).toEqual([
    ['gioia2013', 'Gioia et al. 2013: Seeking Rigor: Notes on the Gioia Methodology'],
    ['vandeven', 'Van de Ven & Poole 2004: Handbook'],
    ['broken', ''],
    ['edited', 'Müller et al. 1999'],
    ['two', 'Østby & Çelik: A new & old'],
  ]);
});

test('keys stand where they are written', async () => {
  const text =
    '@comment{no, x}\n@string{a = "b"}\n@Article{kay1995,\n  title = {On @misc{things}}}\n@book{ de-vries:2 ,\n}';
  const { entries } = await read('a.bib', text);
  expect(entries.map(({ keyRange: { start, end } }) => text.slice(start, end))).toEqual([
    'kay1995',
    'de-vries:2',
  ]);
  const [first] = entries;
  expect(text.slice(first?.range.start, first?.range.end)).toMatch(
    /^@Article\{kay[^]*things\}\}\}$/,
  );
});

test('what is commented out is no entry, and no fault', async () => {
  const text =
    '%@misc{gone,\r\n%  title = {Gone},\r\n%}\r\n@misc{a, title = {100% of it}} % see @misc{also, \n  % @misc{gone2, title={x}}\n@misc{b,\n}\n%';
  expect(await keysOf(text)).toEqual(['a', 'b']);
  expect(faultsIn(await read('a.bib', text), text)).toEqual([]);
});

describe('a value', () => {
  test.each([
    ['title = {T}', 'T'],
    ['title = "T {"}x{"} y"', 'T "x" y'],
    ['title = name # " and " # {more}', 'name and more'],
    [
      'title = {M{\\"{u}}ller \\"{o} \\"a {\\\'e} \\ss{} \\~n \\c c \\v{s} \\^{\\i}}',
      'Müller ö ä é ß ñ ç š î',
    ],
    ["title = {A -- b --- c~d ``q'' \\textit{it} $x$}", 'A – b — c d “q” it x'],
    ['title = {50\\% \\& \\$5 \\_ \\{x\\}}', '50% & $5 _ {x}'],
    ['title = {On\n    two lines}', 'On two lines'],
    ['title = {T}, subtitle = {S}', 'T: S'],
    ['TITLE = {T}', 'T'],
  ])('is read as text: %s', async (fields, title) => {
    expect((await workOf(fields)).title).toBe(title);
  });

  test('may be a macro, or hold one', async () => {
    const text = '@string{j = "Journal of "}\n@article{a, journal = j # {Things}, month = jan}';
    expect((await read('a.bib', text)).entry('a')?.work.container).toBe('Journal of Things');
  });
});

describe('names', () => {
  test.each([
    ['Poole, Marshall Scott', ['Poole/Marshall Scott']],
    ['Marshall Scott Poole', ['Poole/Marshall Scott']],
    ['Ludwig van Beethoven and de Vries, Jan', ['van Beethoven/Ludwig', 'de Vries/Jan']],
    [
      '{World Health Organization} and {Ernst and Young}',
      ['World Health Organization', 'Ernst and Young'],
    ],
    ['King, Jr., Martin', ['King/Martin']],
    ['A. One\nand B. Two AND others', ['One/A.', 'Two/B.']],
    ['family=Vries, given=Jan, prefix=de', ['de Vries/Jan']],
    ['Plato', ['Plato']],
  ])('%s', async (author, expected) => {
    const { names } = await workOf(`author = {${author}}`);
    expect(names.map(({ family, given }) => [family, given].filter(Boolean).join('/'))).toEqual(
      expected,
    );
  });

  test('of editors stand in where there are no authors', async () => {
    expect(await workOf('editor = {Kay, Ann}')).toMatchObject({ isEdited: true });
  });
});

test('an entry takes over from what it refers to', async () => {
  const text = `@inbook{part, crossref = {whole}, title = {Part}, author = {Kay, Ann}}
@book{whole, title = {Whole}, year = 2001, publisher = {Press}, author = {Roe, Bo}, pages = {1--300}}
@article{x, title = {X}, xdata = {shared}}
@xdata{shared, journal = {Journal}, year = 1999}`;
  const bibliography = await read('a.bib', text);
  const part = bibliography.entry('part')?.work;
  expect(part).toMatchObject({
    title: 'Part',
    container: 'Whole',
    year: '2001',
    publisher: 'Press',
  });
  expect(part?.pages).toBeUndefined();
  expect(part?.names).toHaveLength(1);
  expect(bibliography.entry('x')?.work).toMatchObject({ container: 'Journal', year: '1999' });
});

describe('what is broken', () => {
  const GOOD = '\n@book{good, title = {Good}}\n';

  test.each([
    [
      '@article{a, author = {A B} title = {T}}',
      '} | The entry a: a comma is missing behind author',
    ],
    [
      '@article{a, title = {T, year = 2000}\n',
      'a | The entry a: a } is missing; one that is opened is not closed',
    ],
    ['@article{a, title = "T, year = 2000}\n', 'a | The entry a: a " is missing that closes title'],
    [
      '@article{a, title = {T}\n',
      'a | The entry a: a } is missing; one that is opened is not closed',
    ],
    [
      '@article{title = {T}}',
      '@article{title | This entry has no key; write one after the opening brace, and a comma behind it',
    ],
    ['@misc{a}', 'a | A comma is missing behind the key a'],
    ['@misc{a\n  title = {T}}', 'a | A comma is missing behind the key a'],
    ['@misc{a\n  title = {T},\n  year = 2000\n}', 'a | A comma is missing behind the key a'],
    ['@misc{a title = {T}, year = 2000}', 'a | A comma is missing behind the key a'],
    [
      '@article{a, title {T}, year = 2000}',
      'title | The entry a: = and a value are missing after title',
    ],
    ['@article{a,, title = {T}}', ', | The entry a: there is a comma too many'],
    [
      '@article(a, title = {T})',
      '( | Pandoc reads entries in braces only; write { and } for ( and )',
    ],
    [
      '@article(a, title = {T}}',
      '( | Pandoc reads entries in braces only; write { and } for ( and )',
    ],
    ['@string(x = "X")', '( | Pandoc reads entries in braces only; write { and } for ( and )'],
    ['@preamble("x")', '( | Pandoc reads entries in braces only; write { and } for ( and )'],
    ['@comment(x)', '( | Pandoc reads entries in braces only; write { and } for ( and )'],
    ['@article{a, title = {T})', ') | The entry a is closed by ), and should be by }'],
    ['@article{a,\n  year = 2000\n)', ') | The entry a is closed by ), and should be by }'],
    ['@string{x = "X")', ') | This @string is closed by ), and should be by }'],
    ['@article{a, title = {T})}', ') | The entry a: there is a ) too many'],
    ['@article{a, title = {T}), year = 2000}', ') | The entry a: there is a ) too many'],
    ['Notes: mail me@example.org', `@ | ${STRAY}`],
    ['@comment mine', `@ | ${STRAY}`],
    ['me@x.org, you@x.org', `@ | ${STRAY}`],
    ['@@book{a, title = {T}}', `@ | ${STRAY}`],
    [
      '@my_type{a, title = {T}}',
      '@my_type | @my_type is no type of an entry for Pandoc, which refuses the file for it; a type has letters only',
    ],
    [
      '@ book{a, title = {T}}',
      '  | Pandoc reads an entry only where its type stands right behind the @; remove the blank',
    ],
    ['@comment{x)', '@comment{ | This @comment: a } is missing; one that is opened is not closed'],
  ])('is said where it stands, and hides nothing else: %s', async (broken, fault) => {
    const text = broken + GOOD;
    const bibliography = await read('a.bib', text);
    expect(faultsIn(bibliography, text)).toEqual([fault]);
    expect(bibliography.entry('good')?.work.title).toBe('Good');
    expect(bibliography.faults[0]?.isFatal).toBe(true);
  });

  test('a key with a blank can be cited by no name', async () => {
    const text = `@article{a b 1, title = {T}}${GOOD}`;
    const bibliography = await read('a.bib', text);
    expect(bibliography.faults[0]?.message).toContain('The key a b 1 has a character');
    expect(await keysOf(text)).toEqual(['good']);
    expect(bibliography.mayHide('a b 1')).toBe(true);
    expect(bibliography.mayHide('other')).toBe(false);
  });

  test('every line with an @ too many is told of, behind a fault as well that loses but some fields', async () => {
    const text = `@book{q, title = {T}}, year = {2000}}\nme@x.org\nyou@x.org, all@x.org\n${GOOD}`;
    const bibliography = await read('a.bib', text);
    const starts = bibliography.faults.map(({ range }) => text.slice(range.start - 3, range.end));
    expect(starts.slice(1)).toEqual(['\nme@', 'you@']);
    expect(bibliography.faults.map(({ isFatal }) => isFatal)).toEqual([false, true, true]);
  });

  test('what is loose behind a broken entry may be a part of it', async () => {
    const text = `@article{a, title = {T}\n\nyear = {me@x.org}\n}${GOOD}`;
    expect((await read('a.bib', text)).faults).toHaveLength(1);
  });

  test('a brace too many costs the fields behind it', async () => {
    const text = `@article{a, title = {T}}, year = 2000}${GOOD}`;
    const bibliography = await read('a.bib', text);
    expect(bibliography.faults).toMatchObject([{ isFatal: false }]);
    expect(bibliography.faults[0]?.message).toContain('one } too many');
  });

  test.each([
    '@article{a, % comment\n title = {T \\{ x},\n}',
    '@article{a, title = , year = 2000}',
    '@büch{a, title = {T}}',
    '@article{a, title = {T}, year = 2000,}',
    '% Notes: mail me, me@example.org\n@book{a, title = {T}}',
    'Notes without an address\n@book{a, title = {T}} % me@example.org',
    '@preamble{"\\newcommand{\\x}{y}"}\n@book{a,}',
    '@comment{@book{b, title = {x}}}\n@book{a,}',
    '@comment{ ( }\n@preamble{"x)"}\n@string{x = "(X"}',
    '',
  ])('is not what Pandoc reads: %s', async (text) => {
    expect((await read('a.bib', text)).faults).toEqual([]);
  });

  test('any text is survived', async () => {
    const pieces = [
      '@',
      '@a{',
      '{',
      '}',
      '"',
      ',',
      '=',
      '#',
      '\\',
      '(',
      ')',
      '\n',
      'x',
      '@b{k,',
      ' ',
    ];
    let seed = 7;
    for (let round = 0; round < 400; round++) {
      let text = '';
      for (let index = 0; index < 30; index++) {
        seed = (seed * 1103515245 + 12345) % 2147483648;
        text += pieces[seed % pieces.length] ?? '';
      }
      const { entries, faults } = await read('a.bib', text);
      for (const { range, work, keyRange } of entries) {
        expect(text.slice(keyRange.start, keyRange.end)).toBe(work.key);
        expect(range.end).toBeLessThanOrEqual(text.length);
      }
      for (const { range } of faults) expect(range.end).toBeLessThanOrEqual(text.length + 1);
    }
  });
});

test('of entries with one key, the last one counts, as for Pandoc', async () => {
  const bibliography = await read('a.bib', '@book{a, title = {One}}\n@book{a, title = {Two}}');
  expect(bibliography.entry('a')?.work.title).toBe('Two');
  expect(bibliography.entries.map((entry) => bibliography.isOverridden(entry))).toEqual([
    true,
    false,
  ]);
});

test('other names of an entry are found, which Pandoc does not know', async () => {
  const bibliography = await read('a.bib', '@book{a,\n  ids = {old, older},\n  title = {older}}');
  expect(bibliography.keyOfAlias('older')).toBe('a');
  expect(bibliography.entry('older')).toBeUndefined();
});

test('a file of another encoding is read as far as can be, and said to be one', async () => {
  const latin = new Uint8Array(
    [...'@book{a, title = {M'].map((letter) => letter.charCodeAt(0)).concat([0xfc, 125, 125]),
  );
  const bibliography = await read('a.bib', latin);
  expect(bibliography.entries).toHaveLength(1);
  expect(bibliography.faults[0]?.message).toMatch(/^This file is not UTF-8/);
});
