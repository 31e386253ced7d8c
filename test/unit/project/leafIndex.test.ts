import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leafWords } from '../../../server/src/core/project';
import { LeafIndex, type Search } from '../../../server/src/core/project/leafIndex';
import { buildLexicon } from '../../../server/src/core/project/lexicon';
import { parse } from '../../../server/src/core/syntax';
import { projectFrom } from '../../tools/project';

const { leaves } = parse(`The learning platform met, and trust grew.

Of trust nobody spoke on the platform.

*Trust*worthy firms learn, and learning platforms last.

What comes back is a return on investment.

Nothing of the sort stands here.
`);
const ALL = [{ uri: 'paper.md', leaves }];

const wordings = fc.uniqueArray(
  fc.constantFrom('learning platform', 'platform', 'trust', 'return on investment', 'firms'),
  { maxLength: 3 },
);

/** The search for some constructs, each with wordings of its own. */
async function searchFor(constructs: readonly (readonly string[])[]): Promise<Search> {
  const tags = constructs.map(
    (aliases, number) =>
      `[x]{.construct #k-${number} term=x${number} alias="${aliases.join('; ')}"}`,
  );
  return buildLexicon(await projectFrom({ 'paper.md': tags.join('\n\n') }));
}

function indexOf(search: Search): LeafIndex {
  const index = new LeafIndex(search);
  for (const leaf of leaves) index.add('paper.md', leaf, leafWords(leaf));
  return index;
}

/** For each key the blocks of text that are found, and for each block the keys that are told when it is taken out. */
function told(index: LeafIndex, search: Search) {
  const found = [...search.wanted.keys()].flatMap((key) =>
    Array.from(index.leavesOf(key), ({ leaf }) => `${key} in ${leaves.indexOf(leaf)}`),
  );
  const removed = leaves.flatMap((leaf, at) => index.remove(leaf).map((key) => `${key} in ${at}`));
  return { found: found.sort(), removed: removed.sort() };
}

test('an index that turns to another search finds all that a new one would', async () => {
  const constructs = fc.array(wordings, { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(constructs, constructs, async (before, after) => {
      const search = await searchFor(after);
      const index = indexOf(await searchFor(before));
      index.turnTo(search, ALL);
      const { found, removed } = told(index, search);
      expect(removed).toEqual(found);
      // What two constructs share may be found for both of them, which does no harm.
      expect(found).toEqual(expect.arrayContaining(told(indexOf(search), search).found));
    }),
    { numRuns: 150 },
  );
});
