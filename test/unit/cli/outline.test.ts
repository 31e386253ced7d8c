import { describe, expect, test } from 'vitest';
import { warrant } from '../../tools/command';
import { pandoc } from '../../tools/pandoc';

const FILES = {
  'paper.md': `[shift]{.mechanism #m-shift trigger="a * b" activities=x scope=y}

[Trust grew]{.claim #c-trust mechanism=m-shift}. [first]{.step of=m-shift n=1}
`,
};

describe('warrant outline', () => {
  test('prints what the view shows, with what is missing', async () => {
    const { code, out, err } = await warrant(['outline'], FILES);
    expect([code, err]).toEqual([0, '']);
    expect(out.split('\n')[0]).toMatch(/^shift .*1 step.* paper\.md:1$/);
    expect(out).toContain('\n  a * b (trigger)  paper.md:1');
    expect(out).toContain('\n  ! no outcome');
    expect(out).toContain('step 1 has no evidence');
    expect((await warrant(['outline'], FILES)).out).toBe(out);
  });

  test('prints Markdown that shows the labels as they are', async () => {
    const { out } = await warrant(['outline', '--format', 'markdown'], FILES);
    const plain = await pandoc(out, { to: 'plain', defaults: { wrap: 'none' } });
    expect(plain).toContain('a * b (trigger)');
    expect(plain).toMatch(/^-\s+shift/);
  });

  test('prints JSON with places', async () => {
    const { out } = await warrant(['outline', '--view', 'claims', '--format', 'json'], FILES);
    expect(out).toContain('"id": "c-trust"');
    expect(JSON.parse(out)).toMatchObject({ version: 1, rows: expect.any(Array) as unknown });
    expect(out).toContain('"line": 3');
  });

  test.each(['constructs', 'sources'])('shows %s', async (view) => {
    expect((await warrant(['outline', '--view', view], FILES)).code).toBe(0);
  });

  test('says what it does not understand', async () => {
    const { code, err } = await warrant(['outline', '--view', 'nonsense'], FILES);
    expect([code, err]).toEqual([2, expect.stringContaining('--view takes mechanisms or claims')]);
  });
});
