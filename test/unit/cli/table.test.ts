import { describe, expect, test } from 'vitest';
import { warrant } from '../../tools/command';

const FILES = {
  'paper.md':
    '[Pay, so "to say", binds]{.claim type=proposition label=P1}\n[x]{.claim type=proposition}\n',
};

describe('warrant table', () => {
  test('prints a table for the manuscript, or for a spreadsheet', async () => {
    const { code, out, err } = await warrant(['table', 'propositions'], FILES);
    expect(code).toBe(0);
    expect(out).toMatch(
      /^\| No\. \| Proposition \|\n.*\n\| P1 \| Pay.*\n\| \| x \|\n\n: Propositions\n$/,
    );
    expect(err).toBe('warrant: 1 proposition without a number (label=)\n');
    const csv = await warrant(['table', 'propositions', 'paper.md', '--format', 'csv'], FILES);
    expect(csv.out).toBe('No.,Proposition\r\nP1,"Pay, so “to say”, binds"\r\n,x\r\n');
  });

  test.each([
    [['table'], /table needs one of proof-quotes/],
    [['table', 'nonsense'], /takes proof-quotes or sources/],
    [['table', 'informants'], /No informants/],
    [['table', 'propositions', '--format', 'html'], /--format takes/],
  ])('%j says what is wrong', async (args, message) => {
    const { code, out, err } = await warrant(args, FILES);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
  });
});
