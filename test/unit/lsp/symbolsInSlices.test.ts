import { expect, onTestFinished, test, vi } from 'vitest';
import { Workspace } from '../../../server/src/core/project/workspace';
import { documentSymbols } from '../../../server/src/lsp/capabilities/symbols';
import type { Context } from '../../../server/src/lsp/context';
import { MemoryFileSystem, ROOT } from '../../tools/memoryFileSystem';

const TEXT = ['# One', '', '## One in one', '', '# Two', '', '[Words]{.claim #c-w}', ''].join('\n');

/** A document of which each symbol takes a slice, and whose version is told by `version`. */
async function slow(version: () => number): Promise<Context> {
  const workspace = new Workspace(new MemoryFileSystem({ 'paper.md': TEXT }));
  await workspace.projectOf(`${ROOT}paper.md`);
  let now = 0;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 1000));
  onTestFinished(() => clock.mockRestore());
  return { workspace, version } as Partial<Context> as Context;
}

test('what comes while symbols are worked out is let in, and the answer is whole', async () => {
  const context = await slow(() => 1);
  let letIn = 0;
  const ticking = setInterval(() => letIn++);
  const symbols = await documentSymbols(context, `${ROOT}paper.md`);
  clearInterval(ticking);
  expect(letIn).toBeGreaterThan(0);
  expect(symbols).toMatchObject([
    { name: 'One', children: [{ name: 'One in one' }] },
    { name: 'Two', children: [{ name: 'Claim: “Words”' }] },
  ]);
});

test('where the text changes meanwhile, the rest is not worked out', async () => {
  let asked = 0;
  const context = await slow(() => (++asked < 3 ? 1 : 2));
  expect(await documentSymbols(context, `${ROOT}paper.md`)).toEqual([]);
});
