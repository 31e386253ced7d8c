import {
  attributeOf,
  definitionsOf,
  elementOfNode,
  keysOfText,
  perProject,
  termOf,
  wordingsOf,
  type Element,
  type Project,
} from '../project';
import { nearest, type Attribute } from '../model';
import { codesNamed, guidDigits, qdaOf, type QdaCode } from '../sources/qda';
import type { Problem, Rule } from './rule';
import { elementOfFinding, problemOf, setOn } from './shared/fixing';
import { NONE } from './shared/problems';
import { didYouMean } from './shared/suggestions';

/** Reports a construct that its code in the QDA codebook does not say the same of. */
export const codeDrift: Rule = {
  id: 'code-drift',
  severity: 'warning',
  scope: 'element',
  kinds: ['construct'],
  documentation: {
    summary:
      'A construct names its code in the QDA codebook with `code=` (by GUID, name or path), and the two have drifted apart. A code that is not in the codebook any more is a warning; another name, another description or another place in the hierarchy is an information. While the analysis goes on, codes are renamed, merged and redefined, and the paper should define its constructs as the data were coded. Put right whichever is older.',
    config: 'qda: codings.csv\n',
    files: {
      'codings.csv': `code,definition,quotation,source
Calculated compliance,Doing what the rules ask because it pays,Nobody asked for the bonus,owner
`,
    },
    bad: `[Calculated compliance]{.construct #k-calc
def="Following rules out of fear" code="Calculated compliance"} came first.
`,
    good: `[Calculated compliance]{.construct #k-calc
def="Doing what the rules ask because it pays" code="Calculated compliance"} came first.
`,
    byHand: 'Only the authors know whether the codebook or the paper is to be followed.',
  },
  check(element, project) {
    const attribute = attributeOf(element, 'code');
    if (!attribute) return NONE;
    const qda = qdaOf(project);
    if (!qda.isComplete || qda.codes.length === 0) return NONE;
    const [code, ...others] = codesNamed(qda, attribute.text);
    if (!code) return [gone(element, attribute, qda.codes)];
    if (others.length > 0) return [ambiguous(element, attribute, [code, ...others])];
    return [
      ...nameDrift(element, attribute, code),
      ...definitionDrift(element, attribute, code),
      ...parentDrift(project, element, attribute, code),
    ];
  },
  fix(finding, project) {
    const element = elementOfFinding(finding, project);
    const { def, code } = finding.data;
    if (!element) return [];
    if (typeof def === 'string')
      return setOn(project, element, 'Define it as the codebook does', { def });
    return typeof code === 'string'
      ? setOn(project, element, `Name the code ${code}`, { code })
      : [];
  },
};

function gone(element: Element, { text, place }: Attribute, codes: readonly QdaCode[]): Problem {
  const names = nearest(text, [...new Set(codes.map(({ name }) => name))]);
  const hint = didYouMean(names, 'it was deleted or renamed');
  return problemOf(element, `The codebook has no code ${text}${hint}`, {
    place,
    ...(names[0] === undefined ? {} : { data: { code: names[0] } }),
  });
}

function ambiguous(
  element: Element,
  { text, place }: Attribute,
  codes: readonly QdaCode[],
): Problem {
  const paths = codes.slice(0, 3).map(pathOf).join('; ');
  return problemOf(
    element,
    `${String(codes.length)} codes are called ${text} (${paths}); write the path or the GUID`,
    { place, severity: 'information' },
  );
}

/** Who names a code by its name need not use that name in the paper. */
function nameDrift(element: Element, { text, place }: Attribute, code: QdaCode): Problem[] {
  const byGuid = code.guid !== undefined && guidDigits(code.guid).startsWith(guidDigits(text));
  const isKnown = wordingsOf(element).some(
    (wording) => keysOfText(wording) === keysOfText(code.name),
  );
  if (!byGuid || isKnown) return [];
  const message = `The code of “${termOf(element)}” is called “${code.name}” in the codebook`;
  return [problemOf(element, message, { place, severity: 'information' })];
}

function definitionDrift(element: Element, { place }: Attribute, code: QdaCode): Problem[] {
  const { description } = code;
  const definitions = definitionsOf(element);
  if (description === undefined || definitions.length === 0) return [];
  const wanted = keysOfText(description);
  if (definitions.some(({ text }) => keysOfText(text) === wanted)) return [];
  const message = `The codebook describes “${code.name}” otherwise: “${shortened(description)}”`;
  const isAttribute = attributeOf(element, 'def') !== undefined;
  return [
    problemOf(element, message, {
      place,
      severity: 'information',
      ...(isAttribute ? { data: { def: description.replace(/\s+/g, ' ') } } : {}),
    }),
  ];
}

/** Only where both codes have a construct: a codebook has groups that a paper does without. */
function parentDrift(
  project: Project,
  element: Element,
  { place }: Attribute,
  code: QdaCode,
): Problem[] {
  const { parent } = code;
  if (!parent) return [];
  const upper = constructsByCode(project).get(parent);
  if (!upper || upper === element) return [];
  const parents = project
    .linksFrom(element, 'broader')
    .map(({ to }) => elementOfNode(to))
    .filter((found) => found !== undefined);
  if (parents.includes(upper)) return [];
  const message = `In the codebook, “${code.name}” stands under “${parent.name}”, but “${termOf(upper)}” is not a parent of the construct`;
  return [problemOf(element, message, { place, severity: 'information' })];
}

/** The first construct of each code: one list for all, since each construct asks for the one above it. */
const constructsByCode = perProject((project): ReadonlyMap<QdaCode, Element> => {
  const qda = qdaOf(project);
  const constructs = new Map<QdaCode, Element>();
  for (const element of project.elementsWith('code')) {
    const written = attributeOf(element, 'code')?.text;
    const [code] = written === undefined ? [] : codesNamed(qda, written);
    if (code && !constructs.has(code)) constructs.set(code, element);
  }
  return constructs;
});

function pathOf({ path }: QdaCode): string {
  return path.join(' > ');
}

function shortened(text: string): string {
  const folded = text.replace(/\s+/g, ' ').trim();
  return folded.length > 120 ? `${folded.slice(0, 119)}…` : folded;
}
