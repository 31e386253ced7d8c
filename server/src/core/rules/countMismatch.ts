import {
  attributeOf,
  documentAt,
  elementOfNode,
  perKey,
  stepsOf,
  valueOf,
  type Element,
  type Project,
} from '../project';
import type { Finding, Fix, Problem, Rule } from './rule';
import { leadingNumber } from './shared/counts';
import { isRival, wholesOf } from './shared/mechanisms';
import {
  areNumbered,
  countQuestion,
  ownCounts,
  type OwnCount,
  type Sort,
} from './shared/ownCounts';
import { editFix, MAX_SUGGESTIONS } from './shared/suggestions';

/** Reports numbers in the text that differ from what is declared and tagged. */
export const countMismatch: Rule = {
  id: 'count-mismatch',
  severity: 'information',
  scope: 'project',
  documentation: {
    summary:
      'Fifteen interviews in the abstract, fourteen in the appendix: reviewers count. The rule compares what the paper plainly says of itself (“we conducted fifteen interviews”, “the analysis yields seven themes”, “we find three stages”) with the interviews that are declared as sources, and with the themes, dimensions, concepts, stages, mechanisms, propositions and hypotheses that are tagged. It is silent where nothing of the sort is declared or tagged, where a sentence cites other work, and where a number may well be a part. Correct the number, or declare and tag what is missing.',
    config: `sources:
  - {ids: i01..i14, kind: interview}
`,
    bad: `---
warrant: true
---

# Method

We conducted fifteen interviews with volunteers.
`,
    good: `---
warrant: true
---

# Method

We conducted fourteen interviews with volunteers.
`,
  },
  *check(project) {
    // Mostly the text numbers nothing, so that nothing need be counted.
    const named = SUBJECTS.filter(({ nouns }) => areNumbered(project, COUNTS, nouns));
    const subjects = named.map((subject) => ({ ...subject, counted: subject.count(project) }));
    const wanted = subjects.filter(({ counted }) => counted !== undefined);
    const nouns = new Map(
      wanted.flatMap(({ nouns: names, sort }) => names.map((noun): [string, Sort] => [noun, sort])),
    );
    if (nouns.size === 0) return;
    const said = ownCounts(project, COUNTS, nouns);
    for (const { nouns: names, counted } of wanted) {
      if (counted)
        yield* judge(
          said.filter(({ noun }) => names.includes(noun)),
          counted,
        );
    }
  },
  fix: correctNumber,
};

/** What is declared or tagged: the numbers that the text may give, and how to put it. */
interface Counted {
  /** The likeliest first; several where parts may be counted or not: branches of one step, parts of a mechanism. */
  readonly numbers: readonly number[];
  readonly what: string;
}

interface Subject {
  readonly nouns: readonly string[];
  readonly sort: Sort;
  /** Undefined where nothing of the sort is declared or tagged, or where it is unclear what would be counted. */
  count(project: Project): Counted | undefined;
}

const SUBJECTS: readonly Subject[] = [
  { nouns: ['interviews'], sort: 'data', count: interviews },
  tier('concept', ['concepts', 'codes']),
  tier('theme', ['themes']),
  tier('dimension', ['dimensions']),
  { nouns: ['stages', 'steps', 'phases'], sort: 'process', count: steps },
  { nouns: ['mechanisms'], sort: 'process', count: mechanisms },
  claims('proposition', 'propositions'),
  claims('hypothesis', 'hypotheses'),
];

const COUNTS = countQuestion(SUBJECTS.flatMap(({ nouns }) => nouns));

/**
 * A number that is right somewhere may be followed by parts of it, so that only greater ones are wrong then. Where none
 * is right, the greatest is the total.
 */
function* judge(said: readonly OwnCount[], { numbers, what }: Counted): Iterable<Problem> {
  const most = Math.max(...numbers);
  const isRight = ({ value }: OwnCount) => numbers.includes(value);
  const sums = (leaf: OwnCount['leaf']) =>
    said.filter((count) => count.leaf === leaf).reduce((sum, { value }) => sum + value, 0);
  const candidates = said.filter((count) => !isRight(count) && !numbers.includes(sums(count.leaf)));
  const greatest = Math.max(...said.map(({ value }) => value));
  const settled = said.some((count) => isRight(count) || numbers.includes(sums(count.leaf)));
  for (const { value, text, uri, range } of candidates) {
    if (settled ? value <= most : value < greatest) continue;
    yield {
      message: `The text says “${text}”, but ${numbers[0] ?? 0} ${what}; correct the number, or add what is missing`,
      place: { uri, range },
      data: { numbers: [...new Set(numbers)].map(String) },
    };
  }
}

/** Writes the number that is declared or tagged, in words or figures as it stands there. */
function correctNumber({ place, data }: Finding, project: Project): Fix[] {
  const { numbers = [] } = data;
  const file = project.file(place.uri);
  const said =
    file && leadingNumber(documentAt(file, place.range).slice(place.range.start, place.range.end));
  if (!said || typeof numbers === 'string') return [];
  const { start } = place.range;
  return numbers.slice(0, MAX_SUGGESTIONS).flatMap((number) => {
    const newText = said.inItsManner(Number(number));
    const edit = { range: { start, end: start + said.length }, newText };
    return Number(number) < 2 ? [] : [editFix(`Write ${newText}`, place, [edit])];
  });
}

function interviews({ sources }: Project): Counted | undefined {
  const declared = sources.filter(({ kind }) => kind === 'interview');
  // One entry may stand for all interviews.
  const collective = declared.some(({ id, title }) => /interviews/i.test(`${id} ${title ?? ''}`));
  if (declared.length < 2 || collective) return undefined;
  return { numbers: [declared.length], what: 'interviews are declared as sources' };
}

function tier(name: string, nouns: readonly string[]): Subject {
  return {
    nouns,
    sort: 'result',
    count: (project) => {
      const tagged = project
        .elementsWith('tier', name)
        .filter((element) => element.kind === 'construct' && valueOf(element, 'tier') === name);
      if (tagged.length === 0) return undefined;
      return { numbers: [tagged.length], what: `${verb(tagged.length)} tagged as tier=${name}` };
    },
  };
}

function claims(type: string, noun: string): Subject {
  return {
    nouns: [noun],
    sort: 'result',
    count: (project) => {
      const tagged = project
        .elementsWith('type', type)
        .filter((element) => element.kind === 'claim' && valueOf(element, 'type') === type);
      if (tagged.length === 0) return undefined;
      // P2a and P2b may count as one.
      const labels = tagged.map((claim) => attributeOf(claim, 'label')?.text ?? claim.key);
      const grouped = new Set(labels.map((label) => label.replace(/(?<=\d)[a-z]$/i, '')));
      const numbers = [tagged.length, grouped.size];
      return { numbers, what: `${verb(tagged.length)} tagged as type=${type}` };
    },
  };
}

/** The steps of the one mechanism that has steps of its own; of several, it would be unclear which is meant. */
function steps(project: Project): Counted | undefined {
  const staged: Element[] = [];
  let main: Element | undefined;
  for (const mechanism of project.elementsOfKind('mechanism')) {
    if (!isStaged(project, mechanism)) continue;
    staged.push(mechanism);
    if (isPart(project, mechanism)) continue;
    if (main) return undefined;
    main = mechanism;
  }
  if (!main) return undefined;
  const numbers = [main, ...staged].flatMap((mechanism) => {
    const own = stepsOf(project, mechanism);
    return [distinct(own), own.length];
  });
  return { numbers, what: 'are tagged' };
}

/** Whether a mechanism that is no rival has steps of its own. */
const isStaged = perKey(
  (project, mechanism: Element) =>
    !isRival(project, mechanism) && stepsOf(project, mechanism).length > 1,
);

/** Whether a mechanism is a part of another one. */
const isPart = perKey((project, mechanism: Element) => wholesOf(project, mechanism).length > 0);

function distinct(steps: readonly Element[]): number {
  return new Set(
    steps.map((step) => /^\d+/.exec(attributeOf(step, 'n')?.text ?? '')?.[0] ?? step.key),
  ).size;
}

function mechanisms(project: Project): Counted | undefined {
  const tagged = project
    .elementsOfKind('mechanism')
    .filter((element) => !isRival(project, element));
  if (tagged.length < 2) return undefined;
  const top = tagged.filter((mechanism) => wholesOf(project, mechanism).length === 0);
  const parts = tagged.map(
    (mechanism) =>
      project
        .linksTo(mechanism, 'part-of')
        .filter(({ from }) => elementOfNode(from)?.kind === 'mechanism').length,
  );
  return { numbers: [tagged.length, top.length, ...parts], what: `${verb(tagged.length)} tagged` };
}

function verb(count: number): string {
  return count === 1 ? 'is' : 'are';
}
