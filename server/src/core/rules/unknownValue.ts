import { nearest, parseDate, type Attribute } from '../model';
import type { Rule } from './rule';
import { isMisquoted } from './shared/quotes';
import { slipFixes, suggest } from './shared/suggestions';
import { problemsIn } from './shared/problems';

/** Reports values that cannot be read: names that an attribute does not know, dates that are none. */
export const unknownValue: Rule = {
  id: 'unknown-value',
  severity: 'error',
  scope: 'element',
  documentation: {
    summary:
      'The value of an attribute cannot be read: a name that is not among its values, a date or period that is none, a step number without number, a test that process tracing does not know. Whatever depends on it is left undecided. Choose one of the values, or add your own under `vocabulary:` in `warrant.yaml`.',
    bad: `---
warrant: true
---

[Trust feeds on small favours]{.claim #c-favours type=propositon warrant="favours create obligations"}.
`,
    good: `---
warrant: true
---

[Trust feeds on small favours]{.claim #c-favours type=proposition warrant="favours create obligations"}.
`,
  },
  check(element) {
    return problemsIn(element.attributes, (attribute) => {
      const { problem, origin, text, uri } = attribute;
      // A class that a project defines brings its values along; quotes of the wrong kind are a near miss.
      if (!problem || origin === 'class' || isMisquoted(text)) return undefined;
      const names = candidates(attribute);
      const [first] = names;
      return {
        message:
          first === undefined
            ? problem.message
            : `“${text}” is not a value of ${attribute.name}; did you mean ${first}?`,
        place: { uri, range: problem.range },
        element,
        data: names.length > 0 ? suggest(names) : { suggestions: valuesOf(attribute) },
      };
    });
  },
  fix: slipFixes,
};

function candidates({ text, definition: { type, values } }: Attribute): string[] {
  if (type === 'enum') return nearest(text, Object.keys(values ?? {}));
  if (type === 'date' || type === 'period') return isoDate(text);
  return [];
}

/** All values of an attribute that has no more than a menu bears. */
function valuesOf({ definition: { type, values = {} } }: Attribute): readonly string[] {
  const names = Object.keys(values);
  return type === 'enum' && names.length <= MOST_VALUES ? names : [];
}

const MOST_VALUES = 8;

/** A date in digits whose year comes first can be meant in one way only. */
function isoDate(text: string): string[] {
  const match = /^(\d{4})[./-](\d{1,2})[./-](\d{1,2})$/.exec(text.trim());
  if (!match) return [];
  const [, year = '', month = '', day = ''] = match;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return parseDate(date).ok && date !== text.trim() ? [date] : [];
}
