import type { Rule } from './rule';
import { crossReference, suitsCarrier } from '../model';
import { prefixedId, renameAt } from './shared/ids';
import { NONE } from './shared/problems';

/** Reports ids that Quarto or pandoc-crossref takes for its own. */
export const reservedId: Rule = {
  id: 'reserved-id',
  severity: 'warning',
  scope: 'tag',
  documentation: {
    summary:
      'Quarto reads the beginning of an id: it numbers `#thm-…` and `#prp-…` as theorems and propositions, `#fig-…` as a figure, `#tip-…` as a callout, and takes `@def-…` for a cross-reference to one. pandoc-crossref does the same with `#fig:…`. A figure or table that is evidence may well have such an id; a claim or a construct should not.',
    bad: `---
warrant: true
---

[Trust feeds on small favours]{.claim #prp-favours evidence="@crew2012"}.
`,
    good: `---
warrant: true
---

[Trust feeds on small favours]{.claim #c-favours evidence="@crew2012"}.
`,
  },
  check({ uri, id, source }) {
    const reserved = id && crossReference(id.value);
    if (!reserved || suitsCarrier(reserved, source.carrier)) return NONE;
    return [
      {
        message: `Ids that begin with ${reserved.prefix} are cross-references of ${reserved.tool}; give this ${source.carrier} another one`,
        place: { uri, range: id.range },
      },
    ];
  },
  fix: (finding, project) =>
    renameAt(project, finding.place, ({ kind }, id) =>
      prefixedId(project, kind, id.slice(crossReference(id)?.prefix.length)),
    ),
};
