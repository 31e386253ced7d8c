import { perProject } from '../project';
import { libraryOf } from '../sources/bibliography';
import type { Problem, Rule } from './rule';
import { didYouMean, suggest, suggestionFixes } from './shared/suggestions';

/** Reports bibliographies that are not there. */
export const missingBibliography: Rule = {
  id: 'missing-bibliography',
  severity: 'warning',
  scope: 'project',
  documentation: {
    summary:
      'The bibliography that front matter, `warrant.yaml` or `_quarto.yml` names is not there, neither beside the file that names it nor in the folder of the project, or it cannot be read. Pandoc stops at it, and no citation can be checked. Correct the path, or put the file there; a bibliography that another program writes may have to be exported again.',
    bad: `---
warrant: true
bibliography: references.bib
---

[Trust grows with use]{.claim #c-trust type=background} [@ring1994].
`,
    good: `---
warrant: true
bibliography: refs.bib
---

[Trust grows with use]{.claim #c-trust type=background}.
`,
    byHand: 'where no file of a likely name is near, only the author knows where it is.',
  },
  check: (project) => missing(project),
  fix: suggestionFixes,
};

const missing = perProject((project) =>
  libraryOf(project).named.flatMap(({ entry: { path, place }, reading, near }): Problem[] => {
    if (path.trim() === '') {
      return [{ message: 'No file is named here; write its path, or take the line out', place }];
    }
    if (reading.state === 'missing' && /[*?]|\{.*,.*\}/.test(path)) {
      const message = `There is no file ${path}: Pandoc takes no patterns here, so name each file, as in [one.bib, two.bib]`;
      return [{ message, place, data: suggest(near) }];
    }
    if (reading.state === 'missing') {
      const hint = didYouMean(near, 'correct the path, or put the file there');
      const message = `There is no file ${path}, here or in the folder of the project${hint}`;
      return [{ message, place, data: suggest(near) }];
    }
    if (reading.state !== 'unreadable') return [];
    return [{ message: `${path} cannot be read: ${reading.message}`, place }];
  }),
);
