import { crossReference, nearest, type Place, type Target } from '../model';
import type { Project, ReferenceUse } from '../project';
import type { Fix, Problem, Rule } from './rule';
import { editTag } from './shared/fixing';
import { nameOf } from './shared/naming';
import { nearby } from './shared/nearby';
import { isLost } from './shared/nearMisses/lostIds';
import { perKey } from './shared/perProject';
import { problemsNamed } from './shared/projectProblems';
import { isMisquoted } from './shared/quotes';
import { isExact, namesWork, sigilOf } from './shared/references';
import { didYouMean, MAX_SUGGESTIONS, suggest, suggestionFixes } from './shared/suggestions';
import { NONE, problemsIn } from './shared/problems';
import { addId } from './shared/tagEdits';
import { removalFix, useAt } from './shared/usesEdits';

/** Reports references to ids that nothing has. */
export const unknownId: Rule = {
  id: 'unknown-id',
  severity: 'error',
  scope: 'element',
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
  check(element, project) {
    return problemsIn(project.referencesFrom(element), (use) =>
      use.resolution === undefined ? inAttribute(project, use) : undefined,
    );
  },
  also: [
    {
      scope: 'block',
      check({ links }, { uri }, project) {
        if (links.length === 0) return NONE;
        return problemsIn(links, ({ target, targetRange }) =>
          leadsSomewhere(project, target)
            ? undefined
            : inLink(project, target, { uri, range: targetRange }),
        );
      },
    },
    problemsNamed('unknown-id'),
  ],
  fix(finding, project) {
    const use = useAt(project, finding.place);
    return [
      ...suggestionFixes(finding),
      ...(use
        ? [...nameNearby(project, use), ...removalFix(project, use, `Remove ${use.target}`)]
        : []),
    ];
  },
};

/** Gives the id to an element near the reference that has none, and that could be meant. */
function nameNearby(project: Project, { owner, attribute, target }: ReferenceUse): Fix[] {
  const targets = attribute?.definition.targets ?? [];
  if (!owner || !ID.test(target)) return [];
  const unnamed = nearby(project, owner, (element) => {
    const { kind, id, tag } = element;
    if (id !== undefined || !tag || element === owner || !targets.includes(kind)) return undefined;
    // What names it itself would follow from itself, or restate itself.
    return project.referencesFrom(element).some((own) => own.target === target) ? undefined : 0;
  });
  return unnamed
    .slice(0, MAX_SUGGESTIONS)
    .flatMap((element) =>
      editTag(project, element, `Give ${nameOf(element)} the id ${target}`, (text, source) =>
        addId(text, source, target),
      ),
    );
}

/** An id that every dialect of Markdown reads. */
const ID = /^\p{L}[\p{L}\p{N}_-]*$/u;

/** So many unknown ids have one cause, such as a file that is not listed; looking for near names would only cost time. */
const MOST_SUGGESTIONS = 200;

/** Whether an attribute, or for an empty name the links, name so many unknown ids that suggestions are no help. */
const areMany = perKey(
  (project, attribute: string) => project.brokenReferences(attribute).length > MOST_SUGGESTIONS,
);

function leadsSomewhere(project: Project, id: string): boolean {
  return (
    project.element(id) !== undefined ||
    project.source(id) !== undefined ||
    project.knownIds(id).length > 0
  );
}

/** What is a near miss, here or at the other end, is reported as one. */
function isMiss(project: Project, target: string): boolean {
  return isMisquoted(target) || isLost(project, target);
}

function inAttribute(project: Project, use: ReferenceUse): Problem | undefined {
  const { place, target, attribute, owner } = use;
  const targets = attribute?.definition.targets ?? [];
  if (isSourceList(targets) || isPartOfFigure(project, target)) return undefined;
  if (isMiss(project, target)) return undefined;
  const isWork =
    targets.includes('citation') && !crossReference(target) && namesWork(project, target);
  const { names, fit } = isWork ? NO_NAMES : nearestTo(project, use, targets);
  const suggestions = isWork ? [`@${target}`] : names.map((name) => sigilOf(use) + name);
  // What cannot stand there may be meant all the same, but to write it would only be another fault.
  const isMendable = (isWork || fit) && isExact(project, use);
  return {
    message: `Nothing in the manuscript has the id ${target}${didYouMean(suggestions, elsewhere(project))}`,
    place,
    ...(owner ? { element: owner } : {}),
    ...(isMendable ? { data: suggest(suggestions) } : {}),
  };
}

/** Shorter names than this are near one another by chance. */
const SHORT = 6;

/** A link may lead to what other tools make of the page; only one that all but names a tag is surely wrong. */
function inLink(project: Project, target: string, place: Place): Problem | undefined {
  if (crossReference(target) || isMiss(project, target) || areMany(project, '')) {
    return undefined;
  }
  const names = project.idsNear(target, target.length < SHORT ? 1 : undefined);
  if (names.length === 0 || project.isQuoted(target)) return undefined;
  return {
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

/** Names that may be meant. */
interface Near {
  readonly names: readonly string[];
  /** Whether they can stand there. */
  readonly fit: boolean;
}

const NO_NAMES: Near = { names: [], fit: false };

/** What can stand there; if nothing can, anything else with an id. Nothing refers to itself. */
function nearestTo(
  project: Project,
  { target, attribute, owner }: ReferenceUse,
  targets: readonly Target[],
): Near {
  if (areMany(project, attribute?.name ?? '')) return NO_NAMES;
  const near = project.idsNear(target).filter((id) => id !== owner?.id);
  const fitting: string[] = [];
  // Each id that is looked up is one more whose coming and going concerns this reference.
  for (const id of near) {
    const kind = project.element(id)?.kind;
    if (kind !== undefined && targets.includes(kind)) fitting.push(id);
    if (fitting.length === MAX_SUGGESTIONS) break;
  }
  const sources = targets.includes('source') ? project.sources.map(({ id }) => id) : [];
  const names = sources.length > 0 ? nearest(target, [...fitting, ...sources]) : fitting;
  return names.length > 0 ? { names, fit: true } : { names: near, fit: false };
}

function elsewhere({ kind, files }: Project): string {
  return kind === 'file' && files.length === 1
    ? 'ids of other files are known where a warrant.yaml lists the files of the manuscript'
    : '';
}
