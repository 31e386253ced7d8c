import { describe, expect, it, test } from 'vitest';
import { warrant } from '../../tools/command';

const PAPER = `# Findings | results

[Trust *grew* | a lot, "truly"]{.claim #c-trust evidence="e-a @lee" label=F1} [It fell]{.claim #c-fell evidence=e-b}

["=SUM(A1)"]{.evidence #e-a source=@kay} ["<b>No & never</b>"]{.evidence #e-b tests="c-fell:hoop:fail"}
[It came late]{.claim #c-late}
`;
const FILES = { 'paper.md': PAPER };

async function drawn(...args: string[]): Promise<string> {
  const { code, out, err } = await warrant(['matrix', ...args], FILES);
  expect([code, err]).toEqual([0, '']);
  return out;
}

/** The fields of comma-separated values as RFC 4180 §2 reads them. */
function fieldsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, bare = '', end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gs,
  )) {
    rows.at(-1)?.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

describe('a matrix from the command line', () => {
  it('is a table for people', async () => {
    expect(await drawn('--group', 'section')).toMatchInlineSnapshot(`
      "Claims × evidence: 3 claims, 3 pieces of evidence, 3 links, 1 thin, 1 contested, 0 unused, 0 overused

                                                   1 2 3    +  −  sources  premises
      Findings | results
      #c-trust F1 Trust grew | a lot, “truly”      +   +    2  0        2         0
      #c-fell It fell                                −      0  1        0         0  contested
      #c-late It came late                                  0  0        0         0  rests on nothing
      Supports                                     1 0 1
      Speaks against                               0 1 0

       1  #e-a “=SUM(A1)” (@kay)
       2  #e-b “No & never”
       3  @lee (cited work)

      + supports, − speaks against or failed a test, ± both, · sets the scene only
      "
    `);
  });

  it('is comma-separated values that no spreadsheet runs', async () => {
    const rows = fieldsOf(await drawn('--format', 'csv', '--columns', 'sources'));
    expect(rows.map(({ length }) => length)).toEqual(rows.map(() => rows[0]?.length));
    expect(rows.map((row) => [row[0], row[2], ...row.slice(8)])).toEqual([
      [
        'id',
        'text',
        'support',
        'challenge',
        'premises',
        'sources',
        "'@kay",
        "'@lee",
        'No source named',
      ],
      ['c-trust', 'Trust grew | a lot, “truly”', '2', '0', '0', '2', 'support', 'support', ''],
      ['c-fell', 'It fell', '0', '1', '0', '0', '', '', 'failed test (hoop failed)'],
      ['c-late', 'It came late', '0', '0', '0', '0', '', '', ''],
      ['', 'Supports', '', '', '', '', '1', '1', '0'],
      ['', 'Speaks against', '', '', '', '', '0', '0', '1'],
    ]);
    expect(await drawn('--format', 'csv')).not.toMatch(/(?:^|,)"?[=@+-]/m);
  });

  it('is a pipe table whose text is not read as markup', async () => {
    const table = await drawn('--format', 'markdown', '--group', 'section');
    expect(table).toMatchInlineSnapshot(`
      "| Claim | \\#e-a | \\#e-b | \\@lee | + | − | Sources | Premises |  |
      | ---------------------------------------- | :----: | :----: | :----: | ---: | ---: | ---: | ---: | ---------------- |
      | **Findings \\| results** |  |  |  |  |  |  |  |  |
      | \\#c-trust F1 Trust grew \\| a lot, “truly” | + |  | + | 2 | 0 | 2 | 0 |  |
      | \\#c-fell It fell |  | − hoop failed |  | 0 | 1 | 0 | 0 | contested |
      | \\#c-late It came late |  |  |  | 0 | 0 | 0 | 0 | rests on nothing |
      | **Supports** | 1 | 0 − 1 | 1 |  |  |  |  |  |

      : Claims × evidence

      3 claims, 3 pieces of evidence, 3 links, 1 thin, 1 contested, 0 unused, 0 overused. + supports, − speaks against or failed a test, ± both, · sets the scene only.
      "
    `);
    const lines = table.split('\n').filter((line) => line.startsWith('|'));
    const bars = lines.map((line) => line.replaceAll('\\|', '').split('|').length);
    expect(new Set(bars).size).toBe(1);
  });

  it('is a page that holds all that it needs, and says each sign in words', async () => {
    const page = await drawn('--format', 'html', '--columns', 'tests');
    expect(page).not.toMatch(/<script|https?:|<link|@import/);
    expect(page).toContain('<th scope="row"><b>#c-fell</b> It fell <em>contested</em></th>');
    expect(page).toContain(
      '<td class="challenge" title="failed test (hoop failed)"><span aria-hidden="true">− hoop failed</span><i>failed test (hoop failed)</i></td>',
    );
    expect(await drawn('--format', 'html')).toContain('“No &#38; never”');
  });

  it('is JSON with places, the same wherever the manuscript stands', async () => {
    const json = await drawn('--format', 'json');
    const { version, rows, cells } = JSON.parse(json) as Record<string, Record<string, unknown>[]>;
    expect(version).toBe(1);
    expect(rows?.[0]).toMatchObject({ id: 'c-trust', place: { file: 'paper.md', line: 2 } });
    expect(cells?.[0]).toMatchObject({ row: 0, column: 0, marks: [{ id: 'e-a' }] });
    const elsewhere = await warrant(['matrix', '--format', 'json', 'paper.md'], undefined, {
      cwd: 'examples/partnership',
    });
    expect(json + elsewhere.out).not.toContain('file:');
  });

  it('is written into a file', async () => {
    const { code, out, written } = await warrant(
      ['matrix', '--format', 'csv', '-o', 'm.csv'],
      FILES,
    );
    expect([code, out]).toEqual([0, '']);
    expect(written.get('/paper/m.csv')).toBe(await drawn('--format', 'csv'));
  });

  it('shows what is asked for', async () => {
    const out = await drawn('--show', 'thin', '--hide-empty', '--sort', 'weakest');
    expect(out).toContain('(1 shown)');
    expect(out).not.toContain('#c-trust');
  });

  it('is the same each time', async () => {
    for (const format of ['text', 'csv', 'markdown', 'html', 'json']) {
      expect(await drawn('--format', format)).toBe(await drawn('--format', format));
    }
  });

  test.each([
    [['--columns', 'claims'], /--columns takes evidence or sources or tests, not “claims”/],
    [['--grup', 'type'], /no option --grup; did you mean --group\?/],
    [['none.md'], /none\.md: there is no such file/],
  ])('%j is refused with a reason', async (args, message) => {
    const { code, out, err } = await warrant(['matrix', ...args], FILES);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
  });

  it('keeps large totals apart', async () => {
    const claims = Array.from(
      { length: 12 },
      (_, n) => `[c]{.claim evidence="e-a e-b" #c-${n}}\n\n`,
    );
    const { out } = await warrant(['matrix'], {
      'paper.md': `${claims.join('')}["A"]{.evidence #e-a} ["B"]{.evidence #e-b}\n`,
    });
    expect(out).toMatch(/^Supports +12 12$/m);
  });

  it('is named by what its rows are', async () => {
    const files = { 'paper.md': '[path]{.mechanism #m-path} [x]{.step #s-x of=m-path}\n' };
    const { out } = await warrant(['matrix', '--rows', 'mechanisms'], files);
    expect(out).toMatch(/^Mechanisms and steps × evidence: 2 rows/);
    const table = await warrant(['matrix', '--rows', 'mechanisms', '--format', 'markdown'], files);
    expect(table.out).toMatch(/^\| Mechanism or step \|/);
  });

  it('says when there is nothing to show', async () => {
    const { code, err } = await warrant(['matrix'], { 'paper.md': 'Text.\n' });
    expect([code, err]).toEqual([0, 'warrant: there are no claims in this manuscript\n']);
  });
});
