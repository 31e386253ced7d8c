import { describe, expect, it, test } from 'vitest';
import { NameMatcher, readPseudonyms } from '../../../server/src/core/sources/pseudonyms';

const PEOPLE = new NameMatcher([
  { name: 'Anna Maria de Vries', pseudonym: 'Karin Bosman' },
  { name: 'Jürgen Müller', pseudonym: 'the foreman' },
  { name: 'Will', pseudonym: 'Tom' },
  { name: 'Seán O’Brien', pseudonym: 'Patrick' },
  { name: 'Mark Peeters', pseudonym: 'Luuk' },
  { name: '金民秀', pseudonym: '朴' },
]);

/** A text with each name in marks, and what would be written instead. */
function marked(text: string, matcher = PEOPLE): string {
  return matcher.redact(text, ({ range, replacements }) => {
    return `⟦${text.slice(range.start, range.end)}→${replacements.join('|')}⟧`;
  });
}

/** A text without such marks. */
function unmarked(text: string): string {
  return text.replaceAll(/⟦([^→]+)→[^⟧]+⟧/g, '$1');
}

function replaced(text: string): string {
  return PEOPLE.redact(text, ({ replacements }) => replacements[0] ?? '');
}

describe('a name of the list is found', () => {
  test.each([
    ['whole', 'So Anna Maria de Vries left.', 'So Karin Bosman left.'],
    ['without its middle', 'So Anna de Vries left.', 'So Karin Bosman left.'],
    ['without its particle', 'So Anna Vries left.', 'So Karin Bosman left.'],
    ['with initials', 'So A.M. de Vries and A. de Vries left.', 'So K. Bosman and K. Bosman left.'],
    ['by the family', 'So Mrs de Vries left.', 'So Mrs Bosman left.'],
    ['by the family at the start of a sentence', 'De Vries left.', 'Bosman left.'],
    ['by the given name', 'When Anna left, we wept.', 'When Karin left, we wept.'],
    [
      'behind the name that ends a sentence',
      'We asked Piet. Müller left.',
      'We asked Piet. The foreman left.',
    ],
    ['by all given names', 'When Anna Maria left, we wept.', 'When Karin left, we wept.'],
    ['with a possessive', 'Anna’s list, de Vries’ list', 'Karin’s list, Bosman’ list'],
    ['in a German genitive', 'Jürgen Müllers Bericht', 'The foremans Bericht'],
    ['without diacritics', 'So Jurgen Muller left.', 'So the foreman left.'],
    ['in two letters', 'So Juergen Mueller left.', 'So the foreman left.'],
    ['decomposed', 'So Ju\u0308rgen Mu\u0308ller left.', 'So the foreman left.'],
    ['in capitals', 'ANNA DE VRIES', 'KARIN BOSMAN'],
    ['over a line break in a quotation', '> said Anna\n> de Vries', '> said Karin Bosman'],
    ['with markup inside', 'said Anna *de* Vries*', 'said Karin Bosman*'],
    ['with a hyphen', 'the Anna-style and the Vries‑firm', 'the Karin-style and the Bosman‑firm'],
    ['with an apostrophe', "so Seán O'Brien's", "so Patrick's"],
    ['though it is a common word', 'we asked Will twice', 'we asked Tom twice'],
    ['inside a script without blanks', '我们问了金民秀。', '我们问了朴。'],
  ])('%s', (_, text, expected) => {
    expect(replaced(text)).toBe(expected);
  });

  it('at the place where it stands', () => {
    const text = 'Then **Anna\nde Vries** spoke.';
    const [name] = PEOPLE.inText(text);
    expect(text.slice(name?.range.start, name?.range.end)).toBe('Anna\nde Vries');
  });
});

describe('no name is', () => {
  test.each([
    [
      'a cited author',
      'As de Vries (2011) and de Vries et al. (2012a) say; (Jansen & Vries, 2011).',
    ],
    [
      'an author before a key',
      'De Vries [-@vries2011], Vries and Jansen [@vries2012], Vries’s (2011)',
    ],
    ['a key', '[@vries; @Vries:2011; -@{Anna}] @Vries'],
    ['somebody else of the family', 'Piet de Vries, P. de Vries, Jan-Vries and Vries-Jansen'],
    ['another family', 'Van der Vries'],
    ['somebody else with the given name', 'Anna Jansen and Anna van Dijk'],
    ['a common word', 'Will the firm? Mark my words. “Will you?” WILL'],
    ['a small word', 'anna, vries, müller'],
    ['a part of a word', 'Annabel, Vriesland, Havanna'],
    ['a pair of sentences', 'It was Seán. Brien left.'],
  ])('%s', (_, text) => {
    expect(marked(text).replaceAll('⟦Seán→Patrick⟧', 'Seán')).toBe(text);
  });

  it('a part that is the pseudonym of somebody, or a name that is its own pseudonym', () => {
    const matcher = new NameMatcher([
      { name: 'Anna Smit', pseudonym: 'Karin' },
      { name: 'Karin Bos', pseudonym: 'Anna' },
      { name: 'Eva Prins', pseudonym: 'Eva Prins' },
    ]);
    expect(marked('so Anna, Karin and Eva Prins', matcher)).toBe('so Anna, Karin and Eva Prins');
    expect(marked('so Anna Smit', matcher)).toBe('so ⟦Anna Smit→Karin⟧');
  });
});

it('offers the pseudonym of each who may be meant', () => {
  const matcher = new NameMatcher([
    { name: 'Anna Janssen', pseudonym: 'Eva' },
    { name: 'Piet Janssen', pseudonym: 'Jan' },
  ]);
  expect(marked('so Janssen left', matcher)).toBe('so ⟦Janssen→Eva|Jan⟧ left');
});

test.each([
  ['e-anna-list', 'e-⟦anna⟧-list'],
  ['data/AnnaDeVries.txt', 'data/⟦AnnaDeVries⟧.txt'],
  ['int_annamariadevries_2', 'int_⟦annamariadevries⟧_2'],
  ['interview-mueller.docx', 'interview-⟦mueller⟧.docx'],
  ['e-will-power', 'e-will-power'],
  ['mark-up', 'mark-up'],
])('in an id or a path, case says nothing: %s', (text, expected) => {
  let shown = text;
  for (const { range } of PEOPLE.inSlug(text).reverse()) {
    shown = `${shown.slice(0, range.start)}⟦${shown.slice(range.start, range.end)}⟧${shown.slice(range.end)}`;
  }
  expect(shown).toBe(expected);
});

test.each([
  ['Prins, Bo and An', '⟦Prins, Bo→Tom Beek⟧ and ⟦An→Griet⟧'],
  ['An apple. So an apple', 'An apple. So an apple'],
  ['In May, we met. BO: yes', 'In May, we met. ⟦BO→Tom⟧: yes'],
  ['A firm; A. firm', 'A firm; A. firm'],
  ['MAY: no', 'MAY: no'],
])('short and common names: %s', (text, expected) => {
  const list = new NameMatcher([
    { name: 'Bo Prins', pseudonym: 'Tom Beek' },
    { name: 'An', pseudonym: 'Griet' },
    { name: 'A', pseudonym: 'Karin' },
    { name: 'Eva May', pseudonym: 'Luc' },
  ]);
  expect(marked(text, list)).toBe(expected);
});

describe('a file of pseudonyms', () => {
  const people = [
    { name: 'Anna de Vries', pseudonym: 'Karin' },
    { name: 'Piet Smit', pseudonym: 'the foreman' },
  ];

  test.each([
    ['a map', 'Anna de Vries: Karin\nPiet Smit: the foreman\n', false],
    ['a map under a key', 'pseudonyms:\n  Anna de Vries: Karin\n  Piet Smit: the foreman\n', false],
    ['a list', '- {name: Anna de Vries, pseudonym: Karin}\n- Piet Smit: the foreman\n', false],
    ['a table', 'Anna de Vries,Karin\nPiet Smit,the foreman\n', true],
    [
      'a table with a head and other columns',
      '\uFEFFNr;Pseudonym;Name\n1;Karin;"Anna de Vries"\n\n2;the foreman;Piet Smit\n',
      true,
    ],
    [
      'a table with tabs',
      'Real name\tPseudonym\nAnna de Vries\tKarin\nPiet Smit\tthe foreman',
      true,
    ],
  ])('is %s', (_, text, isTable) => {
    expect(readPseudonyms(text, isTable)).toMatchObject({ people, problems: [] });
  });

  it('may give several names of one person', () => {
    const text = 'Anna de Vries: {pseudonym: Karin, also: [Anneke, Mother Vries]}\n';
    const names = readPseudonyms(text, false).people.map(({ name }) => name);
    expect(names).toEqual(['Anna de Vries', 'Anneke', 'Mother Vries']);
  });

  test.each([
    ['Anna: Karin\nPiet:\n', false, 'Piet'],
    ['- Anna: Karin\n- Piet\n', false, 'Piet'],
    ['Anna,Karin\nPiet,\n', true, 'Piet,'],
    ['Anna: Karin\nPiet: [a, b]\n', false, 'Piet'],
  ])('keeps what can be read, and says where something is wrong: %j', (text, isTable, place) => {
    const { people: read, problems } = readPseudonyms(text, isTable);
    expect(read[0]).toEqual({ name: 'Anna', pseudonym: 'Karin' });
    expect(problems.map(({ range }) => text.slice(range.start, range.end))).toEqual([place]);
    for (const { message } of problems) expect(message).not.toMatch(/Piet/);
  });

  it('says no more of broken YAML than where it breaks', () => {
    const { problems } = readPseudonyms('Anna: Karin\n"Piet: x\n', false);
    expect(problems.length).toBeGreaterThan(0);
    for (const { message } of problems) expect(message).not.toMatch(/Piet|Anna/);
  });
});

test('names of two parts are found by both, alone as well', () => {
  const list = new NameMatcher([
    { name: 'Eva Jansen-Hofstra', pseudonym: 'Sanne Koning' },
    { name: 'Jean-Pierre Dubois', pseudonym: 'Luc Martin' },
    { name: 'Piet de Wit-Visser', pseudonym: 'Kees Blom' },
  ]);
  expect(marked('When Eva Jansen-Hofstra and E. Jansen-Hofstra left', list)).toBe(
    'When ⟦Eva Jansen-Hofstra→Sanne Koning⟧ and ⟦E. Jansen-Hofstra→S. Koning⟧ left',
  );
  expect(marked('Mrs Jansen-Hofstra left, and Mrs Hofstra', list)).toBe(
    'Mrs ⟦Jansen-Hofstra→Koning⟧ left, and Mrs ⟦Hofstra→Koning⟧',
  );
  expect(marked('When Jean-Pierre left, Jean-Pierre Melville stayed', list)).toBe(
    'When ⟦Jean-Pierre→Luc⟧ left, Jean-Pierre Melville stayed',
  );
  expect(marked('So Mr de Wit-Visser left', list)).toBe('So Mr ⟦de Wit-Visser→Blom⟧ left');
});

test.each([
  ['J. (Joop) ter Braak', 'Joop ter Braak, J. ter Braak, Ter Braak and Joop left.', 4],
  ['Braak, J. (Joop) ter', 'Joop ter Braak and JOOP TER BRAAK left.', 2],
  ['Johannes “Joop” ter Braak', 'Johannes ter Braak is Joop.', 2],
  ['Anna de Vries (interview 3)', 'Anna de Vries left, and Anna too. An interview followed.', 2],
  ['Anna de Vries (ACME)', 'Anna de Vries left ACME.', 1],
  ['A. (Anna)', 'A man saw Anna.', 1],
  ['金民秀 (interview 3)', '我们问了金民秀。', 1],
])('what stands beside a name does not hide it: %s', (name, text, count) => {
  const matcher = new NameMatcher([{ name, pseudonym: 'Karin Bosman' }]);
  expect(matcher.inText(text)).toHaveLength(count);
});

test.each([
  ['Ng et al. show it; so do Ng, Jansen *et al.* and ⟦Ng→Wu⟧ himself.'],
  ['So says ⟦Ng→Wu⟧ (2011), whom we asked, and ⟦Ng→Wu⟧, the alumna.'],
  ['We met ⟦Ng→Wu⟧ and et cetera.'],
])('whoever has written with others is no informant: %s', (text) => {
  const list = new NameMatcher([{ name: 'Ng', pseudonym: 'Wu' }]);
  expect(marked(unmarked(text), list)).toBe(text);
});

describe('the German genitive of one name alone', () => {
  const list = new NameMatcher([
    { name: 'Anna Müller', pseudonym: 'Karin Bosman' },
    { name: 'Hans', pseudonym: 'Jan' },
    { name: 'Peter Ito', pseudonym: 'Carl Adams' },
    { name: 'Adam Wu', pseudonym: 'Bert Low' },
  ]);

  test.each([
    ['Wir lasen ⟦Anna→Karin⟧s Bericht, und dann ⟦Müller→Bosman⟧s Liste.'],
    ['⟦Anna→Karin⟧s Bericht lag auf dem Tisch.'],
    ['Das ist ⟦Hans→Jan⟧’ Bericht und der von ⟦Peter→Carl⟧s Chef.'],
    ['„Das war ⟦Peter→Carl⟧s Idee.“'],
  ])('is the name: %s', (text) => {
    expect(marked(unmarked(text), list)).toBe(text);
  });

  test.each([
    ['another name in another language', 'We read that Peters and Annas were there.'],
    ['another name in Dutch', 'Het is de lijst die Peters op de tafel vond.'],
    ['the family of somebody else', 'Das war Karl Peters, und dann kam Frau Peters.'],
    ['an author', 'Das hat Peters (2011) und Peters et al. auch nicht gesagt.'],
    ['the pseudonym of somebody', 'Das war die Idee von Adams.'],
  ])('is not %s', (_, text) => {
    expect(marked(text, list)).toBe(text);
  });
});
