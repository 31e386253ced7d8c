import { expect, test } from 'vitest';
import { definitionAt } from '../../../server/src/core/features/definition';
import { hoverAt } from '../../../server/src/core/features/hover';
import { reportQuotations } from '../../../server/src/core/features/quotationReport';
import { ROOT } from '../../tools/memoryFileSystem';
import { projectFrom } from '../../tools/project';
import { warrant } from '../../tools/command';
import { atCaret } from './caret';

const FILES = {
  'warrant.yaml': `sources:
  - {id: owner, kind: interview, file: data/owner.txt}
  - {id: nobody, kind: interview}
`,
  'data/owner.txt': `INT: Why did you join?
R1: Um, we did not join for the money, you know. There were twelve of us.
`,
};

async function hovered(text: string): Promise<string> {
  const at = await atCaret({ ...FILES, 'paper.md': text });
  return hoverAt(at.project, at.uri, at.offset)
    .map(({ markdown }) => markdown)
    .join('\n');
}

test('the hover of an altered quotation shows word by word what differs, who speaks and where', async () => {
  const shown = await hovered('["We did jo‸in for the money."]{.evidence source=owner}\n');
  expect(shown).toContain('**Altered** · R1 · l. 2 · [data/owner.txt](');
  expect(shown).toContain('data/owner.txt#L2)');
  expect(shown).toContain('> we did ~~not~~ join for the money'.replace('we', 'We'));
});

test('the hover says of what is as the source has it that it is verbatim', async () => {
  const shown = await hovered('["There were tw‸elve of us."]{.evidence source=owner}\n');
  expect(shown).toContain('✓ **Verbatim** · R1 · l. 2');
  expect(shown).not.toContain('>');
});

test('the hover says what was not found, and nothing of what has no file', async () => {
  const text = '"We never knew what hit us."';
  expect(await hovered(`[${text.replace('knew', 'kn‸ew')}]{.evidence source=owner}\n`)).toContain(
    '**Not found in** data/owner.txt',
  );
  const other = await hovered(`[${text.replace('knew', 'kn‸ew')}]{.evidence source=nobody}\n`);
  expect(other).not.toContain('found');
});

test('the words of a quotation lead to their passage', async () => {
  const text = '["We did jo‸in for the money."]{.evidence source=owner}\n';
  const at = await atCaret({ ...FILES, 'paper.md': text });
  const [target] = definitionAt(at.project, at.uri, at.offset)?.targets ?? [];
  expect(target?.uri).toBe(`${ROOT}data/owner.txt`);
  const { start, end } = target?.range ?? { start: 0, end: 0 };
  expect(FILES['data/owner.txt'].slice(start, end)).toBe('we did not join for the money');
});

const PAPER = `["We did join for the money."]{.evidence #e-money source=owner}
["There were twelve of us."]{.evidence source=owner}
["We never knew what hit us."]{.evidence source=owner}
["We never knew who hit us."]{.evidence source=nobody}
["There were *eleven* of us."]{.evidence source=owner access=confidential}
`;

test('the report sums up all quotations', async () => {
  const { sum, quotations } = reportQuotations(await projectFrom({ ...FILES, 'paper.md': PAPER }));
  expect(sum).toBe(
    '5 quotations: 1 verbatim, 1 lost a not, 1 changed a number, 1 not found, 1 of sources without a file',
  );
  expect(quotations[0]).toMatchObject({ state: 'altered', speaker: 'R1', source: 'owner' });
});

test('the command prints what is not verbatim and the sum, without words that are confidential', async () => {
  const { out, err, code } = await warrant(['quotations'], { ...FILES, 'paper.md': PAPER });
  expect(err).toMatch('1 piece of evidence held back (1 confidential); --include');
  expect(code).toBe(0);
  expect(out).toBe(`paper.md:1:3 lost a not (owner): “We did join for the money.”
  says “did”, the source “did not”
paper.md:3:3 not found (owner): “We never knew what hit us.”
paper.md:4:3 of sources without a file: “We never knew who hit us.”
paper.md:5:3 changed a number (owner): “[withheld: confidential]”
5 quotations: 1 verbatim, 1 lost a not, 1 changed a number, 1 not found, 1 of sources without a file
`);
});

test('the command gives programs the passage, by file and line', async () => {
  const { out } = await warrant(['quotations', '--format', 'json'], {
    ...FILES,
    'paper.md': PAPER,
  });
  const { quotations } = JSON.parse(out) as { quotations: unknown[] };
  expect(quotations[1]).toMatchObject({
    state: 'verbatim',
    isGrave: false,
    passage: { file: 'data/owner.txt', line: 1, place: 'l. 2' },
  });
  // Of what is confidential nobody learns who says it, and where.
  expect(quotations[4]).toMatchObject({ text: '[withheld: confidential]', changes: [] });
  expect(quotations[4]).not.toHaveProperty('speaker');
  expect(quotations[4]).not.toHaveProperty('passage');
});

test('a transcript in Markdown is no manuscript of its own', async () => {
  const files = {
    'warrant.yaml': 'sources: [{id: owner, kind: interview, file: data/owner.md}]\n',
    'data/owner.md': '**R1:** We did *not* join for the **money**.\n',
    'paper.md': '["We did not join for the money."]{.evidence source=owner display=context}\n',
  };
  const { out, err } = await warrant(['quotations'], files);
  expect(err).toBe('');
  expect(out).toBe('1 quotation: 1 verbatim\n');
});

test.each([
  ['We have always paid.', 'gained a not', 'We have never paid.'],
  ['We have never paid.', 'lost a not', 'We have always paid.'],
  ['We did not join for money.', 'lost a not', 'We did [...] join for money.'],
])('of %s, %s is said of: %s', async (said, outcome, quoted) => {
  const { quotations } = reportQuotations(
    await projectFrom({
      ...FILES,
      'data/owner.txt': `INT: And then?\nR1: ${said} That was all there was to it.\n`,
      'paper.md': `["${quoted} That was all there was to it."]{.evidence source=owner}\n`,
    }),
  );
  expect(quotations.map((one) => one.outcome)).toEqual([outcome]);
});
