import type { Project } from '../../../project';
import { failedBraces } from './failedBraces';
import { missingBraces } from './missingBrace';
import { misreadParagraphs } from './paragraphs';
import { perProject } from '../perProject';

/** Whether a tag would have an id if Pandoc read it; what refers to it is as it should be. */
export function isLost(project: Project, id: string): boolean {
  return lostIds(project).has(id);
}

const lostIds = perProject(({ files, vocabulary }): ReadonlySet<string> => {
  const misses = files
    .filter(({ participates }) => participates)
    .flatMap((file) => [
      ...failedBraces(file.facts.document, file, vocabulary),
      ...misreadParagraphs(file.facts.document, file, vocabulary),
      ...missingBraces(file.facts.document, file, vocabulary),
    ]);
  return new Set(misses.flatMap(({ ids }) => ids ?? []));
});
