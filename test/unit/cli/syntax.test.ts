import { expect, test } from 'vitest';
import { warrant } from '../../tools/command';

interface Output {
  readonly version: number;
  readonly files: readonly {
    readonly file: string;
    readonly elements: readonly unknown[];
    readonly citations: readonly unknown[];
  }[];
}

async function syntax(
  args: readonly string[],
  files: Readonly<Record<string, string | Uint8Array>>,
) {
  const result = await warrant(['syntax', ...args, '--format', 'json'], files);
  return { ...result, output: JSON.parse(result.out) as Output };
}

test('gives every attributed element and citation in the shape of the contract', async () => {
  const text = `# A *title* {#sec-a .step of=m}

[two
words]{.claim #c k=1 k2="v &amp; w"} [@key, p. 3] and \`x\`{.r} ![i](j.png){#fig-i}
`;
  const { output } = await syntax(['a.md'], { 'a.md': text });
  const at = (part: string) => ({
    start: text.indexOf(part),
    end: text.indexOf(part) + part.length,
  });
  expect(output).toEqual({
    version: 1,
    files: [
      {
        file: 'a.md',
        elements: [
          {
            carrier: 'heading',
            id: 'sec-a',
            classes: ['step'],
            attributes: [['of', 'm']],
            text: 'A title',
            range: at('# A *title* {#sec-a .step of=m}'),
          },
          {
            carrier: 'span',
            id: 'c',
            classes: ['claim'],
            attributes: [
              ['k', '1'],
              ['k2', 'v & w'],
            ],
            text: 'two words',
            range: at('[two\nwords]{.claim #c k=1 k2="v &amp; w"}'),
          },
          {
            carrier: 'code',
            id: '',
            classes: ['r'],
            attributes: [],
            text: 'x',
            range: at('`x`{.r}'),
          },
          {
            carrier: 'image',
            id: 'fig-i',
            classes: [],
            attributes: [],
            text: 'i',
            range: at('![i](j.png){#fig-i}'),
          },
        ],
        citations: [{ key: 'key', range: at('@key') }],
      },
    ],
  });
});

test('reads several files in the order given, and of a folder the manuscripts only', async () => {
  const files = { 'b.md': '', 'a.md': '', 'sub/c.qmd': '', 'sub/warrant.yaml': 'qda: x\n' };
  const { output } = await syntax(['b.md', 'a.md', 'sub'], files);
  expect(output.files.map(({ file }) => file)).toEqual(['b.md', 'a.md', 'sub/c.qmd']);
});

test('offsets follow a byte order mark', async () => {
  const { output } = await syntax(['a.md'], { 'a.md': '\uFEFF[x]{.a}\n' });
  expect(output.files[0]?.elements[0]).toMatchObject({ range: { start: 0, end: 7 } });
});

test('says when a file is not UTF-8', async () => {
  const bytes = Uint8Array.from('[caf\u00e9]{.a}', (character) => character.charCodeAt(0));
  const { err, output } = await syntax(['a.md'], { 'a.md': bytes });
  expect(err).toMatch(/a\.md: this file is not UTF-8/);
  expect(output.files).toHaveLength(1);
});

test('reads standard input under the name that it is given', async () => {
  const { out } = await warrant(
    ['syntax', '-', '--stdin-filename', 'x.md'],
    {},
    { stdin: '[x]{.a}' },
  );
  expect(JSON.parse(out)).toMatchObject({
    files: [{ file: 'x.md', elements: [{ carrier: 'span' }] }],
  });
});

test('a file that is not there fails, and is named', async () => {
  const { code, err, out } = await warrant(['syntax', 'none.md'], {});
  expect([code, out]).toEqual([2, '']);
  expect(err).toMatch(/none\.md: there is no such file/);
});
