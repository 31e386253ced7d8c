import type { Rule } from './rule';
import { prefixedId, renameAt } from './shared/ids';
import { NONE } from './shared/problems';

/** Reports ids that only some versions of Pandoc read as ids. */
export const portableId: Rule = {
  id: 'portable-id',
  severity: 'information',
  scope: 'tag',
  documentation: {
    summary:
      'An id that begins with a digit is an id in Pandoc 3 only: Pandoc 2, which many systems and co-authors still have, prints the whole tag as text. Let it begin with a letter.',
    bad: `---
warrant: true
---

[Trust outlived the incentives]{.claim #1-trust evidence="@crew2012"}.
`,
    good: `---
warrant: true
---

[Trust outlived the incentives]{.claim #c-1-trust evidence="@crew2012"}.
`,
  },
  check({ uri, id, source }) {
    if (!id || source.form === 'html' || !/^\d/.test(id.value)) return NONE;
    return [
      {
        message: `Pandoc before version 3 does not read #${id.value} as an id and prints the tag; begin it with a letter`,
        place: { uri, range: id.range },
      },
    ];
  },
  fix: (finding, project) =>
    renameAt(project, finding.place, ({ kind }, id) => prefixedId(project, kind, id)),
};
