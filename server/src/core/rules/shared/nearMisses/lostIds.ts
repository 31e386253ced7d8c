import type { Vocabulary } from '../../../model';
import { perKey, perProject, type Project, type ProjectFile } from '../../../project';
import type { Block } from '../../rule';
import { failedBraces } from './failedBraces';
import { hasLooseMarks } from './looseMarks';
import { missingBraces } from './missingBrace';
import { misreadParagraphs } from './paragraphs';

/** Whether a tag would have an id if Pandoc read it; what refers to it is as it should be. */
export const isLost = perKey((project: Project, id: string) => lostIds(project).has(id));

const lostIds = perProject(({ files, vocabulary }): ReadonlySet<string> => {
  const lost = new Set<string>();
  for (const file of files) {
    if (!file.participates) continue;
    for (const block of file.facts.document.blocks) {
      for (const id of idsIn(block, file, vocabulary)) lost.add(id);
    }
  }
  return lost;
});

/** What was found in a block holds as long as the block stays. */
const found = new WeakMap<
  Block,
  { readonly vocabulary: Vocabulary; readonly ids: readonly string[] }
>();

function idsIn(block: Block, file: ProjectFile, vocabulary: Vocabulary): readonly string[] {
  const before = found.get(block);
  if (before?.vocabulary === vocabulary) return before.ids;
  const misses = !hasLooseMarks(block)
    ? []
    : [
        ...failedBraces(block, file, vocabulary),
        ...misreadParagraphs(block, file, vocabulary),
        ...missingBraces(block, file, vocabulary),
      ];
  const ids = misses.flatMap((miss) => miss.ids ?? []);
  found.set(block, { vocabulary, ids });
  return ids;
}
