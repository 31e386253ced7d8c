import type { Vocabulary } from '../../../model';
import { perKey, perProject, type Project, type ProjectFile } from '../../../project';
import { KeptAnswers, type SyntaxBlock } from '../../../syntax';
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

/** What was found in each block; it holds as long as the block stays. */
const found = new KeptAnswers<readonly string[]>();

function idsIn(block: SyntaxBlock, file: ProjectFile, vocabulary: Vocabulary): readonly string[] {
  if (!hasLooseMarks(block)) return NONE;
  return found.get(block, vocabulary, () =>
    [
      ...failedBraces(block, file, vocabulary),
      ...misreadParagraphs(block, file, vocabulary),
      ...missingBraces(block, file, vocabulary),
    ].flatMap((miss) => miss.ids ?? []),
  );
}

const NONE: readonly never[] = [];
