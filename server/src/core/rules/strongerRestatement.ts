import type { Attribute } from '../model';
import type { Element, Project } from '../project';
import type { Finding, Fix, Problem, Rule } from './rule';
import { elementOfFinding, problemOf } from './shared/fixing';
import { nameOf } from './shared/naming';
import { NONE } from './shared/problems';
import { removeAttribute } from './shared/tagEdits';
import { wordsKey } from './shared/terms';

/** The qualifiers of the vocabulary, weakest first. */
const STRENGTH = ['tentative', 'possible', 'probable', 'certain'];

/** Reports restatements that claim more than the claim that they restate. */
export const strongerRestatement: Rule = {
  id: 'stronger-restatement',
  severity: 'warning',
  scope: 'element',
  kinds: ['claim'],
  documentation: {
    summary:
      'What the body calls probable must not be certain in the abstract or the conclusion. The rule reports tags that restate a claim (`ref=`) with a stronger `qualifier` than the claim itself, or with a `scope` that leaves out some of its conditions. A restatement without these attributes inherits them; one that is weaker or narrower is left alone.',
    bad: `[Members learned to question the rules]{.claim #c-learn qualifier=possible scope="firms that share a site" evidence="@minutes2019"}.

In conclusion, [membership makes firms question rules]{.claim ref=c-learn qualifier=certain}.
`,
    good: `[Members learned to question the rules]{.claim #c-learn qualifier=possible scope="firms that share a site" evidence="@minutes2019"}.

In conclusion, [membership may make firms question rules]{.claim ref=c-learn qualifier=possible}.
`,
  },
  check(element) {
    const { occurrences } = element;
    if (occurrences.length === 0) return NONE;
    const originals = originalsOf(element);
    return occurrences
      .flatMap(({ attributes }) => attributes)
      .flatMap((attribute) => {
        const original = originals.get(attribute.name);
        return original ? [...compare(element, original, attribute)] : [];
      });
  },
  fix: inheritFix,
};

/** What the claim itself says, in the text or under `elements:`; what is written first counts. */
function originalsOf({ tag, attributes }: Element): Map<string, Attribute> {
  const own = [...(tag?.attributes ?? []), ...attributes.filter(isRegistered)];
  return new Map(
    own
      .filter(({ problem }) => problem === undefined)
      .reverse()
      .map((attribute) => [attribute.name, attribute]),
  );
}

function isRegistered({ origin }: Attribute): boolean {
  return origin === 'registry';
}

function* compare(claim: Element, original: Attribute, restated: Attribute): Iterable<Problem> {
  const related = [{ message: 'What is restated', place: original.place }];
  const more = { place: restated.place, related };
  if (restated.problem !== undefined) return;
  if (original.name === 'qualifier') {
    const [before, now] = [original.text, restated.text].map((text) => STRENGTH.indexOf(text));
    if (before === undefined || now === undefined || before < 0 || now <= before) return;
    yield problemOf(
      claim,
      `This restatement of ${nameOf(claim)} is ${restated.text}, but the claim itself is only ${original.text}`,
      more,
    );
  }
  if (original.name === 'scope' && dropsConditions(original.text, restated.text)) {
    yield problemOf(
      claim,
      `This restatement of ${nameOf(claim)} goes beyond the scope of the claim itself, “${original.text.trim()}”`,
      more,
    );
  }
}

/** Whether some words of a scope are missing from the restated one; words that are added narrow it. */
function dropsConditions(original: string, restated: string): boolean {
  const kept = new Set(wordsKey(restated).split(' '));
  return wordsKey(original)
    .split(' ')
    .some((word) => word.length > 3 && !kept.has(word));
}

/** A restatement that says nothing inherits what the claim says. */
function inheritFix(finding: Finding, project: Project): Fix[] {
  const claim = elementOfFinding(finding, project);
  const { uri, range } = finding.place;
  for (const tag of claim?.occurrences ?? []) {
    const attribute = tag.attributes.find(
      ({ place }) => place.uri === uri && place.range.start === range.start,
    );
    const text = project.file(uri)?.facts.document.text;
    if (!attribute || text === undefined) continue;
    const edits = removeAttribute(text, tag.source, attribute.name);
    const title = `Inherit the ${attribute.name} of the claim`;
    return [{ title, edits: new Map([[uri, edits]]), preferred: true }];
  }
  return [];
}
