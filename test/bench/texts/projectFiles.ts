import { manuscript } from './manuscript';
import { pandocNotation } from './pandoc';

/** How many files a project has, and how many characters each. */
export interface ProjectSize {
  readonly files: number;
  readonly characters: number;
}

/** The project that the promises speak of: 1,000 files, 20 MB, 20,000 tags. */
export const LARGE_PROJECT: ProjectSize = { files: 1_000, characters: 20_000 };

const CONFIG = `manuscript: ["part-*/*.md"]
bibliography: [refs.bib]
sources:
  - { ids: i01..i40, kind: interview, informant: owner-manager }
`;

const PER_FOLDER = 50;

/**
 * The files of a made-up project, by their path. The first defines the constructs that all use; some claims of each rest
 * on evidence of the file before.
 */
export function projectFiles({ files, characters }: ProjectSize): Map<string, string> {
  const texts = new Map([['warrant.yaml', CONFIG]]);
  const width = 4;
  for (let number = 0; number < files; number++) {
    const folder = String(Math.floor(number / PER_FOLDER)).padStart(2, '0');
    const path = `part-${folder}/chapter-${String(number).padStart(width, '0')}.md`;
    const text = manuscript(characters, {
      seed: number,
      prefix: `f${number}-`,
      defines: number === 0,
      ...(number === 0 ? {} : { neighbour: `f${number - 1}-` }),
      notation: pandocNotation(''),
    });
    texts.set(path, text);
  }
  return texts;
}
