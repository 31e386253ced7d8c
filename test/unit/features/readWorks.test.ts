import { expect, test } from 'vitest';
import { readWorks } from '../../../server/src/core/features/completion/readWorks';
import { describeWork } from '../../../server/src/core/features/completion/works';

const described = (path: string, text: string) =>
  readWorks(path, text).map((work) => [work.key, describeWork(work)]);

test('BibTeX entries are known by authors, year and title', () => {
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
  expect(described('refs.bib', text)).toEqual([
    ['gioia2013', 'Gioia et al. 2013: Seeking Rigor: Notes on the Gioia Methodology'],
    ['vandeven', 'Van de Ven & Poole 2004: Handbook'],
    ['broken', ''],
    ['edited', 'Müller et al. 1999'],
    ['two', 'Østby & Çelik: A new & old'],
  ]);
});

test('CSL items are known alike, in JSON and YAML', () => {
  const item = {
    id: 'braun2006',
    title: 'Using Thematic Analysis',
    author: [{ family: 'Braun', given: 'V.' }, { literal: 'Clarke' }],
    issued: { 'date-parts': [[2006]] },
  };
  const expected = [['braun2006', 'Braun & Clarke 2006: Using Thematic Analysis']];
  expect(described('refs.json', JSON.stringify([item]))).toEqual(expected);
  const yaml = `references:
- id: braun2006
  title: Using Thematic Analysis
  author: [{family: Braun}, {literal: Clarke}]
  issued: 2006-01
`;
  expect(described('refs.yaml', yaml)).toEqual(expected);
});

test('of a file that is broken, the keys are left', () => {
  expect(described('refs.json', '[{"id": "a", "title": "T"}, {"id": "b"')).toEqual([
    ['a', ''],
    ['b', ''],
  ]);
});
