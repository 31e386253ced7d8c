import type { Project } from '../../../project';
import { failedBraces } from './failedBraces';
import { missingBraces } from './missingBrace';
import { misreadParagraphs } from './paragraphs';

/** The ids that tags would have if Pandoc read them; what refers to one is as it should be. */
export function lostIds({ files, vocabulary }: Project): Set<string> {
  const misses = files
    .filter(({ participates }) => participates)
    .flatMap((file) => [
      ...failedBraces(file, vocabulary),
      ...misreadParagraphs(file, vocabulary),
      ...missingBraces(file, vocabulary),
    ]);
  return new Set(misses.flatMap(({ ids }) => ids ?? []));
}
