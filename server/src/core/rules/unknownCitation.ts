import { crossReference, type Place } from '../model';
import { perKey, type Project } from '../project';
import { libraryOf } from '../sources/bibliography';
import type { Problem, Rule } from './rule';
import { NONE, problemsIn } from './shared/problems';
import { isExact } from './shared/references';
import { MAX_SUGGESTIONS, suggest, suggestionFixes } from './shared/suggestions';

/** Reports citations of works that no bibliography has. */
export const unknownCitation: Rule = {
  id: 'unknown-citation',
  severity: 'error',
  scope: 'block',
  documentation: {
    summary:
      'A citation names a key that neither a bibliography of the manuscript nor `references:` has, so Pandoc prints the key with a question mark instead of a reference. Case counts, and the other names that BibLaTeX gives an entry with `ids` are unknown to Pandoc. Correct the key, or add the entry. Nothing is reported where no bibliography is named, and while one cannot be read that may have the key; cross-references such as `@fig-map` are no citations.',
    bad: `---
warrant: true
references:
  - {id: ring1994, type: book, title: Developmental processes}
---

[Trust grows with use]{.claim #c-trust type=background} [@Ring1994].
`,
    good: `---
warrant: true
references:
  - {id: ring1994, type: book, title: Developmental processes}
---

[Trust grows with use]{.claim #c-trust type=background} [@ring1994].
`,
    byHand: 'an entry that is missing has to be written or exported by its author.',
  },
  check({ citations }, { uri, facts }, project) {
    if (citations.length === 0) return NONE;
    return problemsIn(citations, ({ key, range }) => {
      const unknown = unknownKey(project, key);
      if (!unknown) return undefined;
      const { start, end } = range;
      const isSuppressed = facts.current.slice(start, start + 1) === '-';
      return problem(unknown, { uri, range: isSuppressed ? { start: start + 1, end } : range });
    });
  },
  also: [
    {
      scope: 'element',
      check(element, project) {
        return problemsIn(project.referencesFrom(element), (use) => {
          if (use.by !== 'attribute' || use.resolution?.type !== 'citation') return undefined;
          const unknown = unknownKey(project, use.target);
          if (!unknown) return undefined;
          return { ...problem(unknown, use.place, isExact(project, use)), element };
        });
      },
    },
  ],
  fix: suggestionFixes,
};

/** A key that no bibliography has, and what may be meant. */
interface UnknownKey {
  readonly key: string;
  readonly message: string;
  readonly suggestions: readonly string[];
}

/** What is wrong with a key; nothing where it is known, or may be. */
const unknownKey = perKey((project: Project, key: string): UnknownKey | undefined => {
  const library = libraryOf(project);
  if (library.isEmpty || key === '*' || library.has(key)) return undefined;
  // What Quarto numbers of its own accord has an id in the text.
  if (crossReference(key) || project.knownIds(key).length > 0) return undefined;
  if (library.mayHide(key)) return undefined;
  const near = library.nearTo(key).slice(0, MAX_SUGGESTIONS);
  const [first] = near;
  if (first === undefined) {
    const message = `No bibliography has an entry ${key}; correct the key, or add the entry`;
    return { key, message, suggestions: [] };
  }
  if (library.aliasOf(key) === first) {
    const message = `${key} is another name (ids) of ${first}, which Pandoc does not know; cite @${first}`;
    return { key, message, suggestions: [first] };
  }
  const isCase = first.toLowerCase() === key.toLowerCase();
  const hint = isCase ? `case counts: did you mean @${first}?` : `did you mean @${first}?`;
  return { key, message: `No bibliography has an entry ${key}; ${hint}`, suggestions: near };
});

function problem({ message, suggestions }: UnknownKey, place: Place, isExact = true): Problem {
  return {
    message,
    place,
    ...(isExact && suggestions.length > 0 ? { data: suggest(suggestions.map(cited)) } : {}),
  };
}

/** A key behind its `@`, in braces where Pandoc would not read all of it (Pandoc manual, Citation syntax). */
function cited(key: string): string {
  return /^[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&+?<>~/-](?=[\p{L}\p{N}_]))*$/u.test(key)
    ? `@${key}`
    : `@{${key}}`;
}
