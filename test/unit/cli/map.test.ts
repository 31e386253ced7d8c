import { describe, expect, test } from 'vitest';
import { warrant } from '../../tools/command';

const PAPER = '[m]{.mechanism #m-a trigger=x} [go]{.step #s-a of=m-a}\n\n[c]{.claim #c-a}\n';

interface MapOutput {
  readonly version: number;
  readonly nodes: readonly Readonly<Record<string, unknown>>[];
  readonly edges: readonly Readonly<Record<string, unknown>>[];
}

describe('warrant map', () => {
  test.each([
    ['svg', /^<svg xmlns=.*<title id="title">.*<desc id="desc">.*<\/svg>\n$/s],
    ['mermaid', /^flowchart LR\n.*n3 --> n1\n$/s],
    ['dot', /^digraph map \{\n.*\}\n$/s],
    ['json', /^\{\n {2}"version": 1,.*\}\n$/s],
  ])('draws a manuscript as %s', async (format, expected) => {
    const { code, out, err } = await warrant(['map', 'paper.md', '--format', format], {
      'paper.md': PAPER,
    });
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(expected);
    const again = await warrant(
      ['map', '--format', format, '-', '--stdin-filename', 'paper.md'],
      {},
      { stdin: PAPER },
    );
    expect(again.out).toBe(out);
  });

  test('says in JSON what stands where', async () => {
    const { out } = await warrant(['map', '--format', 'json'], { 'paper.md': PAPER });
    const { version, nodes, edges } = JSON.parse(out) as MapOutput;
    expect(version).toBe(1);
    expect(nodes.map(({ role, id, parent }) => [role, id, parent])).toEqual([
      ['mechanism', 'm-a', null],
      ['step', 's-a', '#m-a'],
      ['trigger', null, null],
    ]);
    expect(nodes[1]).toMatchObject({ file: 'paper.md', line: 0, character: 32 });
    expect(edges).toHaveLength(1);
  });

  test('says in JSON what stands in warrant.yaml, as the matrix does', async () => {
    const files = {
      'warrant.yaml':
        'manuscript: [paper.md]\nelements:\n  m-a: {is: mechanism, trigger: pay}\n  c-a: {is: claim}\n',
      'paper.md': '[go]{.step #s-a of=m-a}\n',
    };
    const map = await warrant(['map', '--format', 'json'], files);
    const { nodes } = JSON.parse(map.out) as MapOutput;
    expect(nodes.map(({ role, file, line }) => [role, file, line])).toEqual([
      ['mechanism', 'warrant.yaml', 2],
      ['step', 'paper.md', 0],
      ['trigger', 'warrant.yaml', 2],
    ]);
    const matrix = await warrant(['matrix', '--format', 'json'], files);
    expect(JSON.parse(matrix.out)).toMatchObject({
      rows: [{ id: 'c-a', place: { file: 'warrant.yaml', line: 3, character: 2 } }],
    });
  });

  test('writes a file where one is named', async () => {
    const args = ['map', 'paper.md', '--focus', '#m-a', '--output', 'figures/map.svg'];
    const { code, out, written } = await warrant(args, { 'paper.md': PAPER });
    expect([code, out, [...written.keys()]]).toEqual([0, '', ['/paper/figures/map.svg']]);
  });

  test.each([
    [['map'], '[x]{.claim}\n', /nothing to draw: no mechanism is tagged/],
    [['map', '--focus', 'm-b'], PAPER, /--focus takes the id of an element; there is none “m-b”/],
    [['map', '--focus', 'c-a'], PAPER, /no mechanism has to do with “c-a”/],
    [['map', '--format', 'png'], PAPER, /--format takes svg or mermaid or dot or json/],
  ])('%j says what is wrong', async (args, text, message) => {
    const { code, out, err } = await warrant(args, { 'paper.md': text });
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
  });
});
