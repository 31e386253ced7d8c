import { attributeOf, perKey, valueOf, type Element, type Project } from '../project';
import type { Rule } from './rule';
import { elementOfFinding, askFor, problemOf } from './shared/fixing';
import { nameOf } from './shared/naming';
import { NONE } from './shared/problems';

/** Reports quotations from the literature that say on which page they stand nowhere. */
export const quotationWithoutLocator: Rule = {
  id: 'quotation-without-locator',
  severity: 'information',
  submission: 'warning',
  scope: 'element',
  kinds: ['evidence'],
  documentation: {
    summary:
      'Evidence quotes a published work, and nothing says where in it the words stand. Journals ask for the page of every quotation, and a reviewer wants to look it up. Give the place with `loc=`, or cite the work with a locator: `[@ring1994, p. 92]`. A work without pages has chapters, sections or paragraphs.',
    bad: `---
warrant: true
---

[Trust is the will to rely]{.claim #c-trust}: ["a willingness to rely on a partner"]{.evidence #e-ring supports=c-trust source=@ring1994}.
`,
    good: `---
warrant: true
---

[Trust is the will to rely]{.claim #c-trust}: ["a willingness to rely on a partner"]{.evidence #e-ring supports=c-trust source=@ring1994 loc="p. 92"}.
`,
  },
  check(element, project) {
    if (!isQuotation(element) || !isFromLiterature(project, element)) return NONE;
    if (attributeOf(element, 'loc') || hasLocatorNearby(project, element)) return NONE;
    return [
      problemOf(
        element,
        `${nameOf(element)} quotes a published work and does not say where; add loc="p. …", or a page to the citation`,
      ),
    ];
  },
  fix(finding, project) {
    const element = elementOfFinding(finding, project);
    return element ? askFor(project, element, 'the place in the work', ['loc']) : [];
  },
};

/** Whether the words are those of the source: said to be, or in quotation marks or a block quotation. */
function isQuotation(element: Element): boolean {
  const form = valueOf(element, 'form');
  if (form !== undefined) return form === 'quote' || form === 'excerpt';
  return OPENING.test(element.beginning);
}

const OPENING = /^\s*["“”„‟«»‹›‘]/u;

function isFromLiterature(project: Project, element: Element): boolean {
  const kind = valueOf(element, 'kind');
  if (kind !== undefined) return kind === 'literature';
  const sources = project.linksFrom(element, 'source').map(({ to }) => to);
  return (
    sources.length > 0 &&
    sources.every(
      (to) =>
        to.type === 'citation' ||
        (to.type === 'source' && project.source(to.id)?.kind === 'literature'),
    )
  );
}

/** Whether a page or the like is given around the evidence: which citation it belongs to is for readers to see. */
const hasLocatorNearby = perKey((project, { tag, place }: Element): boolean => {
  const around = tag ? { uri: tag.uri, range: tag.source.range } : place;
  const content = tag ? { uri: tag.uri, range: tag.source.contentRange } : place;
  const { before, after, following, lead } = project.passage(around);
  const { inside } = project.passage(content);
  return [before, after, following.slice(0, NEAR), lead, inside].some((text) => LOCATOR.test(text));
});

/** How far behind evidence its place may be given, in UTF-16 units. */
const NEAR = 120;

/** A citation with a number behind its key, or the abbreviation of a locator (CSL 1.0.2, Locators) before one. */
const LOCATOR =
  /@[\w:.#$%&+?<>~/-]+\}?\s*(?:,[^\];]*|\[[^\]]*)\d|\b(?:pp?|pages?|ch|chap|chapter|sec|section|para|paragraph|vol|fol|l|ll|fig|table|S|Kap|blz)\.?\s*\d|§\s*\d|\d{4}[a-z]?\s*[:,]\s*\d/i;
