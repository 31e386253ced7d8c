import { perProject } from '../project';
import { libraryOf, mendEntry } from '../sources/bibliography';
import type { Problem, Rule } from './rule';
import { editFix } from './shared/suggestions';

/** With more faults than these, a file is something else than its name says. */
const MOST = 50;

/** Reports entries of a bibliography that cannot be read. */
export const brokenEntry: Rule = {
  id: 'broken-entry',
  severity: 'error',
  scope: 'project',
  documentation: {
    summary:
      'An entry of a bibliography is broken: a brace, quote or comma is missing, or its key, or it stands in ( ) instead of { }. Pandoc refuses the whole file for one such entry, and names a line that may be far from it. It is reported where it stands, in the bibliography itself; Warrant reads all the other entries.',
    bad: `---
warrant: true
references:
  - {id: ring1992, type: book, title: Structuring cooperation}
  - {type: book, title: Developmental processes}
---
`,
    good: `---
warrant: true
references:
  - {id: ring1992, type: book, title: Structuring cooperation}
  - {id: ring1994, type: book, title: Developmental processes}
---
`,
    byHand: 'what is missing is known to the author, or to the program that wrote the file.',
  },
  check: (project) => broken(project),
  fix({ place: { uri, range }, message }, project) {
    const bibliography = libraryOf(project)
      .read()
      .find((one) => one.uri === uri)?.bibliography;
    const fault = bibliography?.faults.find(
      (one) => one.message === message && one.range.start === range.start,
    );
    if (!bibliography || !fault) return [];
    const mending = fault.mending ?? mendEntry(bibliography.text, fault);
    return mending ? [editFix(mending.title, { uri }, mending.edits, true)] : [];
  },
};

const broken = perProject((project) =>
  libraryOf(project)
    .read()
    .flatMap(({ uri, bibliography: { faults } }) =>
      faults.slice(0, MOST).map(({ range, message, isFatal }): Problem => ({
        message,
        place: { uri, range },
        ...(isFatal ? {} : { severity: 'warning' }),
      })),
    ),
);
