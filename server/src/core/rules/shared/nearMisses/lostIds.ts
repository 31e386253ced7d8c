import type { BlockQuestion, Project } from '../../../project';
import { failedBraces } from './failedBraces';
import { hasLooseMarks } from './looseMarks';
import { missingBraces } from './missingBrace';
import { misreadParagraphs } from './paragraphs';

/** Whether a tag would have an id if Pandoc read it; what refers to it is as it should be. */
export function isLost(project: Project, id: string): boolean {
  return project.isInBlocks(LOST_IDS, id);
}

const LOST_IDS: BlockQuestion = {
  keysIn(block, file, { vocabulary }) {
    if (!hasLooseMarks(block)) return [];
    return [
      ...failedBraces(block, file, vocabulary),
      ...misreadParagraphs(block, file, vocabulary),
      ...missingBraces(block, file, vocabulary),
    ].flatMap(({ ids }) => ids ?? []);
  },
};
