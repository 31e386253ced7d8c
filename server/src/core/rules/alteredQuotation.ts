import type { Project } from '../project';
import {
  checkQuotationsOf,
  hasSourceText,
  type Change,
  type CheckedQuotation,
} from '../sources/quotations';
import type { Finding, Fix, Problem, Rule } from './rule';
import { isFaulty } from './shared/faults';
import { elementOfFinding, problemOf, setOn } from './shared/fixing';
import { capitalNamed } from './shared/naming';
import { NONE } from './shared/problems';
import { describeChange } from './shared/quotationChanges';

/** So many differences in wording are told in one message. */
const MOST_NAMED = 3;

/** Reports quotations that are not in the words of their source. */
export const alteredQuotation: Rule = {
  id: 'altered-quotation',
  severity: 'warning',
  scope: 'element',
  kinds: ['evidence'],
  documentation: {
    summary:
      'A quotation promises the words of its source. The rule looks up each quotation in the text of its source (`file:` under `sources:`, or in the QDA project) and reports a negation, a number or a modal verb that is dropped or changed, words left out without a mark, passages put together, and words of somebody else, such as the interviewer; other wording is worth an information. Fillers (*um*, *you know*), words said twice, punctuation and spelling are nothing, nor is what an author marks: `[…]` where something is left out, brackets around what is put in. A translation is compared through `original=`. Restore the words, or mark the change.',
    config: `sources:
  - {id: owner, kind: interview, file: owner.txt}
`,
    files: {
      'owner.txt': `INT: Why did you join?
R1: We did not join for the money, you know. The money was never mentioned.
`,
    },
    bad: `[Money was no motive]{.claim #c-money}: ["We did join for the money."]{.evidence #e-money source=owner supports=c-money}
`,
    good: `[Money was no motive]{.claim #c-money}: ["We did not join for the money."]{.evidence #e-money source=owner supports=c-money}
`,
  },
  check(element, project) {
    if (!hasSourceText(project, element)) return NONE;
    if (isFaulty(project, element, ['source', 'original', 'form'])) return NONE;
    return checkQuotationsOf(project, element).flatMap(({ checked }) =>
      checked?.verdict.state === 'altered' ? problems(checked, checked.verdict.changes) : [],
    );
  },
  fix(finding, project) {
    const element = elementOfFinding(finding, project);
    if (!element) return [];
    for (const { checked } of checkQuotationsOf(project, element)) {
      if (checked?.verdict.state !== 'altered') continue;
      const own = checked.verdict.changes.filter((change) => isAbout(finding, change));
      if (own.length > 0) return own.flatMap((change) => mend(project, checked, change));
    }
    return [];
  },
};

function problems(checked: CheckedQuotation, changes: readonly Change[]): Problem[] {
  const grave = changes.filter(({ isGrave }) => isGrave);
  const slight = changes.filter(({ isGrave }) => !isGrave);
  const found = grave.map((change) => problemFor(checked, [change]));
  return slight.length === 0 ? found : [...found, problemFor(checked, slight)];
}

function problemFor(checked: CheckedQuotation, changes: readonly Change[]): Problem {
  const { element } = checked;
  const [first] = changes;
  const told = changes.slice(0, MOST_NAMED).map(describeChange);
  const rest = changes.length - told.length;
  const more = rest > 0 ? [`${rest} more`] : [];
  const message = `${capitalNamed('quotation', element)} is altered: ${[...told, ...more].join('; ')}`;
  return problemOf(element, message, {
    ...(first === undefined ? {} : { place: placeOf(checked, first) }),
    ...(first?.isGrave === true ? {} : { severity: 'information' }),
    data: { changes: changes.map(keyOf) },
  });
}

function placeOf({ element, quoted, isOriginal }: CheckedQuotation, { quotedRange }: Change) {
  // The words of `original=` are not those of the text.
  if (isOriginal) return element.place;
  if (quotedRange.end > quotedRange.start) {
    return { uri: quoted.uri, range: quoted.placeOf(quotedRange) };
  }
  return { uri: quoted.uri, range: quoted.range };
}

function keyOf({ kind, quotedRange, source, quoted }: Change): string {
  return `${kind} ${quotedRange.start} ${quotedRange.end} ${quoted} / ${source}`;
}

function isAbout({ data }: Finding, change: Change): boolean {
  const { changes } = data;
  return Array.isArray(changes) && changes.includes(keyOf(change));
}

/** The ways to mend a change: the words of the source, or a mark where they are left out. */
function mend(project: Project, checked: CheckedQuotation, change: Change): Fix[] {
  const { kind, source, quotedRange, sourceRange } = change;
  if (kind === 'speaker' || kind === 'joined') return [];
  const words = plain(source);
  const fixes: Fix[] = [];
  if (kind === 'cut') {
    fixes.push(...rewrite(project, checked, quotedRange, ' […]', 'Mark the elision', true));
  }
  const isShort = sourceRange.end - sourceRange.start <= MOST_RESTORED;
  if (isShort && kind !== 'order' && (words !== '' || kind !== 'added')) {
    const before = quotedRange.start === quotedRange.end ? ' ' : '';
    const title =
      words === ''
        ? 'Take out the words that the source does not have'
        : `Restore the source’s words: “${words}”`;
    fixes.push(...rewrite(project, checked, quotedRange, before + words, title, kind !== 'cut'));
  }
  return fixes;
}

/** Longer passages are not put back by a light bulb. */
const MOST_RESTORED = 120;

function plain(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}

/** Writes other words in the place of some of the quotation, where these stand there as they are read. */
function rewrite(
  project: Project,
  { element, quoted, isOriginal, text }: CheckedQuotation,
  part: Change['quotedRange'],
  words: string,
  title: string,
  preferred: boolean,
): Fix[] {
  const newText = fitted(text, part, words);
  if (isOriginal) {
    const original = text.slice(0, part.start) + newText + text.slice(part.end);
    return setOn(project, element, title, { original }, { preferred });
  }
  const document = project.file(quoted.uri)?.facts.document;
  const range = insertionPlace(quoted, part);
  const written = document?.slice(range.start, range.end).replace(/\s+/g, ' ');
  if (written !== text.slice(part.start, part.end)) return [];
  return [{ title, edits: new Map([[quoted.uri, [{ range, newText }]]]), preferred }];
}

function insertionPlace(quoted: CheckedQuotation['quoted'], part: Change['quotedRange']) {
  if (part.end > part.start || part.start === 0) return quoted.placeOf(part);
  // Directly behind the word before it.
  const { end } = quoted.placeOf({ start: part.start - 1, end: part.start });
  return { start: end, end };
}

/** Words with the capital, and the blank, that fit their place. */
function fitted(text: string, { start, end }: Change['quotedRange'], words: string): string {
  const first = text.charAt(start);
  const isCapital = end > start && first !== first.toLowerCase();
  if (start === 0 && start === end) return `${words.trim()} `;
  return isCapital ? words.charAt(0).toUpperCase() + words.slice(1) : words;
}
