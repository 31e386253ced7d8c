import { BIBLIOGRAPHY, libraryOf } from '../../../server/src/core/sources/bibliography';
import { WITHOUT_PAUSE } from '../../../server/src/core/ports';
import { completionsAt } from '../../../server/src/core/features/completion/completion';
import { Engine } from '../../tools/engine';
import { MemoryFileSystem, ROOT } from '../../tools/memoryFileSystem';
import type { Benchmark, Promised, Row, Table } from '../figures';
import { measureInTurn, Timing, timeOf } from '../measure';
import { bibtex, keyOf } from '../texts/bibtex';

const ENTRIES = [2_000, 20_000];

const LETTERS = 60;

/** What a bibliography costs that holds everything its owner ever met. */
export const bibliographyBenchmark: Benchmark = {
  name: 'bibliography',
  about:
    'A bibliography in BibTeX: reading it (in slices, beside other work), and what an author who types citations waits for.',
  async measure(report) {
    const rows: Row[] = [];
    const minima = new Map<string, number>();
    for (const entries of ENTRIES) {
      report(`${entries} entries`);
      const text = bibtex(entries);
      const bytes = new TextEncoder().encode(text);
      const size = `${(bytes.length / 1e6).toFixed(0)} MB, ${entries} entries`;
      const timings = await measureInTurn(
        {
          [ONCE]: () => readOnce(text),
          [FIND]: () => BIBLIOGRAPHY.read(bytes, `${ROOT}refs.bib`, WITHOUT_PAUSE),
          'reading what all of them say': async () => {
            const { entries: all } = await BIBLIOGRAPHY.read(
              bytes,
              `${ROOT}refs.bib`,
              WITHOUT_PAUSE,
            );
            for (const { work } of all) if (work.key === '') throw new Error('no key');
          },
        },
        { runs: 10 },
      );
      for (const [name, { minimum, median, p95 }] of Object.entries(timings)) {
        minima.set(`${name} ${entries}`, minimum);
        rows.push({ name: `${size}: ${name}`, cells: [minimum, median, p95] });
      }
      for (const [name, timing] of await typing(text, entries)) {
        minima.set(`${name} ${entries}`, timing.median);
        rows.push({ name: `${size}: ${name}`, cells: [timing.minimum, timing.median, timing.p95] });
      }
    }
    const many = Math.max(...ENTRIES);
    const minimumOf = (name: string, entries: number): number =>
      minima.get(`${name} ${entries}`) ?? Number.NaN;
    const table: Table = { title: 'BibTeX, ms', columns: ['min', 'median', 'p95'], rows };
    const promises: Promised[] = [
      {
        what: `finding all of ${many} entries, against reading every character once`,
        value: minimumOf(FIND, many) / minimumOf(ONCE, many),
        unit: 'times',
        bound: 'at most',
        limit: 15,
      },
      {
        what: `a letter of a citation, checked against ${many} entries, median`,
        value: minimumOf(LETTER, many),
        unit: 'ms',
        bound: 'at most',
        limit: 16,
      },
    ];
    return { tables: [table], promises };
  },
};

const ONCE = 'reading every character once';
const FIND = 'finding all entries';
const LETTER = 'a letter of a key, and what is reported then';
const LIST = 'the list of works after an @';

/** An author who types a citation, letter by letter, with all bibliographies read. */
async function typing(text: string, entries: number): Promise<ReadonlyMap<string, Timing>> {
  const front = '---\nwarrant: true\nbibliography: refs.bib\n---\n\n';
  const paper = `${front}[Trust grew]{.claim #c-a evidence=@${keyOf(3)}}, as @`;
  const engine = new Engine(new MemoryFileSystem({ 'refs.bib': text }));
  await engine.open('paper.md', paper);
  const project = await engine.project('paper.md');
  // The server does this in slices, once the file has been read.
  libraryOf(project).works();
  const letters: number[] = [];
  const lists: number[] = [];
  const key = keyOf(entries - 1);
  let typed = paper;
  for (let index = 0; index < LETTERS; index++) {
    const letter =
      index % (key.length + 1) === key.length ? ' @' : key.charAt(index % (key.length + 1));
    const at = typed.length;
    typed += letter;
    letters.push(
      await timeOf(() =>
        engine.edit('paper.md', [{ range: { start: at, end: at }, newText: letter }]),
      ),
    );
    const vantage = { uri: `${ROOT}paper.md`, offset: typed.length, recent: [] };
    lists.push(
      await timeOf(() => {
        const works = libraryOf(project).works();
        completionsAt({ project, vantage, works }, { isAsked: true, byWord: true });
      }),
    );
  }
  return new Map([
    [LETTER, new Timing(letters)],
    [LIST, new Timing(lists)],
  ]);
}

function readOnce(text: string): number {
  let sum = 0;
  for (let at = 0; at < text.length; at++) sum += text.charCodeAt(at);
  return sum;
}
