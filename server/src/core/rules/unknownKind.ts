import type { Rule } from './rule';
import { misspeltKind } from './shared/misspelling';
import { problemsNamed } from './shared/projectProblems';
import { slipFixes, suggest } from './shared/suggestions';
import { NONE, problemsIn } from './shared/problems';

/** Reports classes that are all but the name of a kind, on carriers with attributes of that kind. */
export const unknownKind: Rule = {
  id: 'unknown-kind',
  severity: 'error',
  scope: 'block',
  documentation: {
    summary:
      'A class is all but the name of a kind (`.clam`, `.evidences`) and stands beside attributes of that kind, so the words were meant as a tag and are none. Classes without such attributes are somebody else’s and are left alone. The same is said of an entry under `elements:` whose `is:` names no kind.',
    bad: `---
warrant: true
---

[Trust outlived the incentives]{.clam #c-trust evidence="@crew2012"}.
`,
    good: `---
warrant: true
---

[Trust outlived the incentives]{.claim #c-trust evidence="@crew2012"}.
`,
  },
  check({ elements }, { uri }, { vocabulary }) {
    if (elements.length === 0) return NONE;
    return problemsIn(elements, (source) => {
      const misspelt = misspeltKind(source, vocabulary);
      if (!misspelt) return undefined;
      const { token, names } = misspelt;
      return {
        message: `“${token.name}” is not a kind, so these words are not tagged; did you mean ${names[0] ?? ''}?`,
        place: { uri, range: token.range },
        data: suggest(names),
      };
    });
  },
  also: [problemsNamed('unknown-kind')],
  fix: slipFixes,
};
