import { describe, expect, it } from 'vitest';
import { makeTable } from '../../../../server/src/core/features/tables/makeTable';
import type { Table, TableKind } from '../../../../server/src/core/features/tables/table';
import type { Access } from '../../../../server/src/core/project';
import { projectFrom, type Files } from '../../../tools/project';

async function make(
  kind: TableKind,
  files: Files | string,
  include: Access = 'open',
): Promise<Table> {
  const all = typeof files === 'string' ? { 'paper.md': files } : files;
  return makeTable(await projectFrom(all), kind, include);
}

/** The rows, with works as `@key`. */
function rows(table: Table): string[][] {
  return table.rows.map((row) =>
    row.map((cell) =>
      cell.map((part) => (typeof part === 'string' ? part : `@${part.work}`)).join(''),
    ),
  );
}

const heads = ({ columns }: Table) => columns.map(({ heading }) => heading);

const SOURCES = `---
warrant:
  sources:
    - {id: owner-1, kind: interview, informant: owner, party: buyer, date: 2012-03-05}
    - {id: owner-2, kind: interview, informant: owner, party: buyer, date: 2011-01-10}
    - {ids: i03..i04, kind: interview, access: confidential}
    - {id: minutes, kind: document, title: minutes of the board, period: 2009/2010}
    - {id: log, kind: archival}
---
`;

describe('proof quotes', () => {
  it('stand with the theme of the claim that they support, or in the section of which they stand', async () => {
    const table = await make('proof-quotes', {
      'warrant.yaml': 'manuscript: [paper.md]\n',
      'paper.md': `${SOURCES}
## Pay {.construct #k-pay tier=theme}

[wage]{.construct #k-wage tier=concept parent=k-pay} ["More, please."]{.evidence #e-in source=owner-1 loc="min 3"}

## Rest

[It pays]{.claim #c-pays constructs=k-wage}. ["Paid | well."]{.evidence #e-b source=i03 supports=c-pays}
[duty]{.construct #k-duty tier=theme} counts too. [Paid]{.evidence form=paraphrase supports=c-pays}
["Elsewhere."]{.evidence source=owner-2}

::: {.evidence source="minutes @smith2010" supports=c-pays}
> One. Two.
>
> Three.

The minutes say so.
:::
`,
    });
    expect(heads(table)).toEqual(['Theme', 'Quotation', 'Informant']);
    expect(rows(table)).toEqual([
      ['Pay', '“More, please.”', 'owner, min 3'],
      ['Pay', '“One. Two. Three.”', 'minutes of the board; @smith2010'],
    ]);
    expect(table.notes).toEqual([
      '1 quotation of no theme left out',
      '1 piece of evidence held back (1 confidential)',
    ]);
  });

  it('go by constructs without themes, and by claims without constructs', async () => {
    const claims = `[It pays]{.claim #c-pays CONSTRUCTS} ["Yes."]{.evidence source=o supports=c-pays}\n`;
    const plain = await make('proof-quotes', claims.replace(' CONSTRUCTS', ''));
    expect([heads(plain)[0], rows(plain)]).toEqual(['Claim', [['It pays', '“Yes.”', '']]]);
    const about = `${claims.replace('CONSTRUCTS', 'constructs=k-pay')}[pay]{.construct #k-pay term=pay}\n`;
    const table = await make('proof-quotes', about);
    expect([heads(table)[0], rows(table)]).toEqual(['Construct', [['pay', '“Yes.”', '']]]);
  });

  it('leave power quotes out where proof quotes are marked, and what only sets a scene', async () => {
    const table = await make(
      'proof-quotes',
      `[It pays]{.claim #c-p}: ["A."]{.evidence display=power supports=c-p}
["B."]{.evidence display=proof supports=c-p} ["C."]{.evidence display=context}\n`,
    );
    expect(rows(table).map(([, quotation]) => quotation)).toEqual(['“B.”']);
    expect(table.notes).toEqual(['1 power quote left out']);
  });
});

describe('data sources and informants', () => {
  const paper = `${SOURCES}
["A."]{.evidence source=owner-1} ["B."]{.evidence source="owner-2 minutes"} ["C."]{.evidence source=i04}
`;

  it('are counted by type; those that may not be shared have no name', async () => {
    const table = await make('sources', paper);
    expect(heads(table)).toEqual(['Type', 'Number', 'Sources', 'Time', 'Evidence']);
    expect(rows(table)).toEqual([
      ['Interview', '4', 'owner', '2011-01-10 – 2012-03-05', '3'],
      ['Document', '1', 'minutes of the board', '2009 – 2010', '1'],
      ['Archival', '1', 'log', '', '0'],
    ]);
  });

  it('count one who was asked twice as one informant', async () => {
    const table = await make('informants', paper);
    expect(heads(table)).toEqual(['Informant', 'Party', 'Times', 'When', 'Evidence']);
    expect(rows(table)).toEqual([
      ['owner', 'buyer', '2', '2011-01-10 – 2012-03-05', '2'],
      ['i03', '', '1', '', '0'],
      ['i04', '', '1', '', '1'],
    ]);
  });

  it('name nobody whose words may not be shared', async () => {
    const confidential = `---
warrant:
  sources:
    - {id: i01, kind: interview, informant: Jo Doe}
    - {id: i02, kind: interview, informant: Jo Doe, access: confidential}
    - {id: i03, kind: interview, informant: owner}
---

[It pays]{.claim #c-pays} ["A."]{.evidence source=i02 loc="min 3" supports=c-pays}
["B."]{.evidence source=i03 supports=c-pays}
`;
    const informants = await make('informants', confidential);
    expect(rows(informants).map(([name, times]) => [name, times])).toEqual([
      ['i01', '2'],
      ['owner', '1'],
    ]);
    const quotes = await make('proof-quotes', confidential);
    expect(rows(quotes).map((row) => row[2])).toEqual(['owner']);
    expect(quotes.notes).toEqual([
      '1 piece of evidence held back (1 confidential)',
      '1 confidential source named by id alone',
    ]);
    const all = await make('proof-quotes', confidential, 'confidential');
    expect(rows(all).map((row) => row[2])).toEqual(['Jo Doe, min 3', 'owner']);
    expect(all.notes).toEqual([]);
  });
});

it('lists propositions with their numbers, which are not said twice', async () => {
  const table = await make(
    'propositions',
    `- [**P1.** Pay binds.]{.claim #p-1 type=proposition label=P1 mechanism=m-bind}
- [P2 lives]{.claim #p-2 type=hypothesis label=P2} [x]{.claim} [Third]{.claim type=proposition}

[binding]{.mechanism #m-bind}
`,
  );
  expect(rows(table)).toEqual([
    ['P1', 'Pay binds.', 'binding'],
    ['P2', 'P2 lives', ''],
    ['', 'Third', ''],
  ]);
  expect(table.notes).toEqual(['1 proposition without a number (label=)']);
});
