import { crossReference, nearest, type Kind, type Target } from '../model';
import type { Project, ReferenceUse } from '../project';
import type { Problem, Rule } from './rule';
import { lostIds } from './shared/nearMisses/lostIds';
import { projectProblems } from './shared/projectProblems';
import { isMisquoted } from './shared/quotes';
import { isWritten, sigilOf } from './shared/references';
import { didYouMean, suggest, suggestionFixes } from './shared/suggestions';

/** Reports references to ids that nothing has. */
export const unknownId: Rule = {
  id: 'unknown-id',
  severity: 'error',
  scope: 'project',
  documentation: {
    summary:
      'A reference names an id that nothing in the manuscript has, so the link that it should make is missing. Mostly it is a slip of the keyboard, or the other end was renamed. Correct the id, or give it to the tag that is meant. An ordinary link `[see there](#c-trust)` is reported only where it all but names a tag.',
    bad: `---
warrant: true
---

[Trust outlived the incentives]{.claim #c-trust evidence=e-ower}.

::: {.evidence #e-owner source="@crew2012"}
“After that winter nobody asked for the bonus.”
:::
`,
    good: `---
warrant: true
---

[Trust outlived the incentives]{.claim #c-trust evidence=e-owner}.

::: {.evidence #e-owner source="@crew2012"}
“After that winter nobody asked for the bonus.”
:::
`,
  },
  *check(project) {
    yield* projectProblems(project, 'unknown-id');
    const elements = elementIds(project);
    const cited = citedKeys(project);
    const lost = lostIds(project);
    let unknown = 0;
    for (const use of project.references) {
      const { resolution, target } = use;
      // What is a near miss, here or at the other end, is reported as one.
      if (resolution !== undefined || lost.has(target) || isMisquoted(target)) continue;
      const names = ++unknown > MOST_SUGGESTIONS ? NO_NAMES : elements;
      if (use.by === 'attribute') yield* inAttribute(project, use, names, cited);
      else if (use.by === 'link') yield* inLink(project, use, names);
    }
  },
  fix: suggestionFixes,
};

/** The ids of elements, by kind. */
type ElementIds = ReadonlyMap<string, Kind>;

/** So many unknown ids have one cause, such as a file that is not listed; looking for near names would only cost time. */
const MOST_SUGGESTIONS = 200;

const NO_NAMES: ElementIds = new Map();

function elementIds({ elements }: Project): ElementIds {
  return new Map(elements.flatMap(({ id, kind }) => (id === undefined ? [] : [[id, kind]])));
}

function* inAttribute(
  project: Project,
  use: ReferenceUse,
  elements: ElementIds,
  cited: ReadonlySet<string>,
): Iterable<Problem> {
  const { place, target, attribute, owner } = use;
  const targets = attribute?.definition.targets ?? [];
  if (isSourceList(targets) || isPartOfFigure(project, target)) return;
  const names = nearestTo(project, target, targets, elements);
  const suggestions =
    cited.has(target) && targets.includes('citation') && !crossReference(target)
      ? [`@${target}`]
      : names.map((name) => sigilOf(use) + name);
  yield {
    message: `Nothing in the manuscript has the id ${target}${didYouMean(suggestions, elsewhere(project))}`,
    place,
    ...(owner ? { element: owner } : {}),
    ...(isWritten(project, use) ? { data: suggest(suggestions) } : {}),
  };
}

/** Shorter names than this are near one another by chance. */
const SHORT = 6;

/** A link may lead to what other tools make of the page; only one that all but names a tag is surely wrong. */
function* inLink(
  project: Project,
  { place, target }: ReferenceUse,
  elements: ElementIds,
): Iterable<Problem> {
  if (crossReference(target)) return;
  const names = nearest(target, elements.keys(), target.length < SHORT ? 1 : undefined);
  if (names.length === 0 || isRawAnchor(project, target)) return;
  yield {
    message: `Nothing in the manuscript has the id ${target}${didYouMean(names)}`,
    place,
    data: suggest(names),
  };
}

/** Names in a list of sources are the matter of undeclared-source. */
function isSourceList(targets: readonly Target[]): boolean {
  return targets.every((target) => target === 'source' || target === 'citation');
}

/** Quarto numbers the parts of a figure that a cell draws. */
function isPartOfFigure(project: Project, target: string): boolean {
  const match = /^((?:fig|tbl)-.+)-\d+$/.exec(target);
  return match?.[1] !== undefined && project.knownIds(match[1]).length > 0;
}

/** The keys that stand elsewhere in the manuscript with their `@`. */
function citedKeys({ references }: Project): Set<string> {
  return new Set(
    references.flatMap(({ resolution }) =>
      resolution?.type === 'citation' ? [resolution.key] : [],
    ),
  );
}

/** What can stand there first; then anything else with an id. */
function nearestTo(
  project: Project,
  target: string,
  targets: readonly Target[],
  elements: ElementIds,
): string[] {
  const fitting = [...elements].filter(([, kind]) => targets.includes(kind)).map(([id]) => id);
  const sources = targets.includes('source') ? project.sources.map(({ id }) => id) : [];
  const names = nearest(target, [...fitting, ...sources]);
  return names.length > 0 ? names : nearest(target, elements.keys());
}

function elsewhere({ kind, files }: Project): string {
  return kind === 'file' && files.length === 1
    ? 'ids of other files are known where a warrant.yaml lists the files of the manuscript'
    : '';
}

/** Anchors in raw HTML are no part of Pandoc's document. */
function isRawAnchor({ files }: Project, target: string): boolean {
  return files.some(({ facts }) =>
    ['"', "'"].some((quote) => facts.document.text.includes(quote + target + quote)),
  );
}
