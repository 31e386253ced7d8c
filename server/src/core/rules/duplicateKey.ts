import { perProject } from '../project';
import { libraryOf, type Entry, type PlacedBibliography } from '../sources/bibliography';
import type { Problem, Rule } from './rule';
import { editFix } from './shared/suggestions';

/** Reports entries of one bibliography that have the same key. */
export const duplicateKey: Rule = {
  id: 'duplicate-key',
  severity: 'warning',
  scope: 'project',
  documentation: {
    summary:
      'Two entries of a bibliography have the same key. Pandoc takes the last one and says nothing, so that a reader may be sent to another work than the author meant. Give one of them another key, or delete it. Entries that say the same are worth a look only. A key that stands in two bibliographies is not reported: a paper may well have its own version of an entry.',
    bad: `---
warrant: true
references:
  - {id: ring1994, type: book, title: Developmental processes}
  - {id: ring1994, type: book, title: Structuring cooperation}
---
`,
    good: `---
warrant: true
references:
  - {id: ring1994, type: book, title: Developmental processes}
  - {id: ring1992, type: book, title: Structuring cooperation}
---
`,
  },
  check: (project) => duplicates(project),
  fix({ place, place: { uri, range } }, project) {
    const placed = libraryOf(project)
      .read()
      .find((one) => one.uri === uri);
    const entry = placed?.bibliography.entries.find(
      ({ keyRange }) => keyRange.start === range.start,
    );
    const last = entry && placed?.bibliography.entry(entry.key);
    if (!placed || !entry || !last) return [];
    const { bibliography } = placed;
    if (bibliography.textOf(entry) === bibliography.textOf(last)) {
      const { start, end } = bibliography.lineRangeOf(entry);
      const edit = { range: { start, end }, newText: '' };
      return [editFix('Delete this entry, which the other repeats', place, [edit], true)];
    }
    const free = [...'bcdefghij']
      .map((letter) => entry.key + letter)
      .find((key) => !bibliography.entry(key));
    if (free === undefined) return [];
    return [editFix(`Give this entry the key ${free}`, place, [{ range, newText: free }])];
  },
};

const duplicates = perProject((project) => libraryOf(project).read().flatMap(duplicatesIn));

function duplicatesIn({ uri, bibliography }: PlacedBibliography): Problem[] {
  return bibliography.entries.flatMap((entry): Problem[] => {
    if (!bibliography.isOverridden(entry)) return [];
    const last = bibliography.entry(entry.key);
    if (!last) return [];
    const isSame = bibliography.textOf(entry) === bibliography.textOf(last);
    return [
      {
        message: isSame
          ? `The entry ${entry.key} stands here twice; one of the two can go`
          : `The key ${entry.key} comes again further down, and Pandoc takes the last entry that has it; give one of them another key`,
        place: { uri, range: entry.keyRange },
        related: [related(uri, last)],
        ...(isSame ? { severity: 'information' } : {}),
      },
    ];
  });
}

function related(uri: string, { keyRange }: Entry) {
  return { message: 'The entry that counts', place: { uri, range: keyRange } };
}
