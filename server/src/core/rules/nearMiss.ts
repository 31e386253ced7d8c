import type { Place, Vocabulary } from '../model';
import { blocksAt, type Project, type ProjectFile } from '../project';
import type { Block, Finding, Fix, Problem, Rule } from './rule';
import { failedBraces } from './shared/nearMisses/failedBraces';
import { hasLooseMarks } from './shared/nearMisses/looseMarks';
import { looseValues } from './shared/nearMisses/looseValues';
import type { Miss } from './shared/nearMisses/miss';
import { missingBraces } from './shared/nearMisses/missingBrace';
import { misreadElements, misreadTag } from './shared/nearMisses/misreadTags';
import { openDivs } from './shared/nearMisses/openDivs';
import { misreadParagraphs } from './shared/nearMisses/paragraphs';
import { NONE } from './shared/problems';
import { projectProblems } from './shared/projectProblems';
import { editFix, suggestionFixes } from './shared/suggestions';

/** Reports what is plainly meant as a tag, a value or a reference, and what Pandoc or YAML reads otherwise. */
export const nearMiss: Rule = {
  id: 'near-miss',
  severity: 'error',
  scope: 'project',
  documentation: {
    summary:
      'Something is plainly meant as a tag, and Pandoc prints it as text or reads it otherwise: `{claim}` without its dot, a comma between attributes, a space before the brace or beside `=`, curly quotes around a value, two ids, a brace, quote or fence that is never closed, `#` or `@` without quotes in YAML. The tag is lost, and its braces stand in the printed paper. The fix writes what Pandoc reads. A comma between references, and a text that is the id of something (`trigger="k-crisis"`), are read as they are meant or may be meant, and come as an information.',
    bad: `---
warrant: true
---

[Trust outlived the incentives]{claim, #c-trust evidence = "@crew2012"}.
[It still does]{.claim evidence="@crew2012"}.
`,
    good: `---
warrant: true
---

[Trust outlived the incentives]{.claim #c-trust evidence="@crew2012"}.
[It still does]{.claim evidence="@crew2012"}.
`,
  },
  check: (project) => projectProblems(project, 'near-miss'),
  also: [
    {
      scope: 'block',
      check: (block, file, { vocabulary }) => problems(blockMisses(block, file, vocabulary)),
    },
    { scope: 'tag', check: (tag) => problems(misreadTag(tag)) },
    { scope: 'file', check: (file, { vocabulary }) => problems(openDivs(file, vocabulary)) },
    { scope: 'element', check: (element, project) => problems(looseValues(element, project)) },
  ],
  fix: (finding, project) => [...suggestionFixes(finding), ...missFixes(finding, project)],
};

function problems(misses: readonly Miss[]): readonly Problem[] {
  return misses.length > 0 ? misses.map(({ problem }) => problem) : NONE;
}

function blockMisses(block: Block, file: ProjectFile, vocabulary: Vocabulary): readonly Miss[] {
  const misread = misreadElements(block, file, vocabulary);
  if (!hasLooseMarks(block)) return misread;
  return [
    ...failedBraces(block, file, vocabulary),
    ...misread,
    ...misreadParagraphs(block, file, vocabulary),
    ...missingBraces(block, file, vocabulary),
  ];
}

/** The misses in the blocks and tags at a place, and in the values there. */
function missesAt({ uri, range }: Place, project: Project): Miss[] {
  const { vocabulary } = project;
  const file = project.file(uri);
  const tags = file ? [...file.facts.tagsAround(range)] : [];
  const elements = file
    ? tags.flatMap((tag) => project.elementOf(tag) ?? [])
    : project.elements.filter(({ entry }) => entry?.place.uri === uri);
  const own = file?.frontMatter.elements.flatMap(({ id }) => project.element(id) ?? []) ?? [];
  return [
    ...(file
      ? blocksAt(file.facts.document, range.start).flatMap((block) => [
          ...blockMisses(block, file, vocabulary),
        ])
      : []),
    ...tags.flatMap(misreadTag),
    ...[...elements, ...own].flatMap((element) => looseValues(element, project)),
  ];
}

function missFixes({ place, message }: Finding, project: Project): Fix[] {
  const miss = missesAt(place, project).find(
    ({ problem }) =>
      problem.message === message &&
      problem.place.uri === place.uri &&
      problem.place.range.start === place.range.start,
  );
  if (!miss?.fix) return [];
  const { title, edits, isChoice = false } = miss.fix;
  return [{ ...editFix(title, place, edits, true), ...(isChoice ? {} : { safe: true }) }];
}
