import { accessNamed, stricter, type Access, type Project } from '../project';
import { isTrackedByGit } from '../sources/git/tracking';
import { hasPseudonyms, pseudonymsOf } from '../sources/pseudonyms';
import { declaredSource, qdaOf } from '../sources/qda';
import { sourceFileUri } from '../sources/texts/sourceFile';
import type { Problem, Rule } from './rule';

/** Reports files that others may not see and that git would hand on to whoever has the repository. */
export const trackedSource: Rule = {
  id: 'tracked-source',
  severity: 'warning',
  scope: 'project',
  documentation: {
    summary:
      'The file of a source with `access: restricted` or `confidential`, a QDA file that holds such a source, or the file of pseudonyms is tracked by git: whoever gets the repository gets the interview, from its history too. The rule reads the index of the repository itself, so that git need not be there; `.gitignore` does not help for what was added once. In a browser, where there is no repository to read, it says nothing. Take the file out with `git rm --cached`, list it in `.gitignore`, and think of the history if it was pushed already.',
    bad: `---
warrant:
  sources:
    - {id: owner, kind: interview, access: restricted, file: data/owner.txt}
---

["We signed on the Friday."]{.evidence #e-sign source=owner}
[Firms signed what they could not refuse]{.claim evidence=e-sign}.
`,
    good: `---
warrant:
  sources:
    - {id: owner, kind: interview, access: restricted, file: ../private/owner.txt}
---

["We signed on the Friday."]{.evidence #e-sign source=owner}
[Firms signed what they could not refuse]{.claim evidence=e-sign}.
`,
    tracked: ['data/owner.txt'],
    byHand: 'What git tracks is changed with git.',
  },
  *check(project) {
    const reported = new Set<string>();
    yield* trackedSources(project, reported);
    yield* trackedQda(project, reported);
    yield* trackedPseudonyms(project);
  },
};

/** @param reported the files that are reported, which grow */
function* trackedSources(project: Project, reported: Set<string>): Iterable<Problem> {
  for (const source of project.sources) {
    const access = accessNamed(source.access);
    const uri = access === 'open' ? undefined : sourceFileUri(project, source);
    if (uri === undefined || reported.has(uri) || !isTrackedByGit(project, uri)) continue;
    reported.add(uri);
    yield {
      message: `This file is ${access}, and git tracks it; take it out of the repository with git rm --cached`,
      place: source.filePlace ?? source.place,
    };
  }
}

/** QDA files, which hold the words of their sources. */
function* trackedQda(project: Project, reported: ReadonlySet<string>): Iterable<Problem> {
  if (project.sources.every((source) => accessNamed(source.access) === 'open')) return;
  for (const { uri, entry, reading } of qdaOf(project).files) {
    if (reading.state !== 'read' || reported.has(uri)) continue;
    const access = reading.value.sources.reduce(
      (level: Access, source) =>
        stricter(level, accessNamed(declaredSource(project, source)?.access)),
      'open',
    );
    if (access === 'open' || !isTrackedByGit(project, uri)) continue;
    yield {
      message: `This file holds a source that is ${access}, and git tracks it; take it out of the repository with git rm --cached`,
      place: entry.place,
    };
  }
}

function* trackedPseudonyms(project: Project): Iterable<Problem> {
  if (!hasPseudonyms(project)) return;
  for (const { uri, entry } of pseudonymsOf(project).files) {
    if (!isTrackedByGit(project, uri)) continue;
    yield {
      message:
        'This file holds the real names, and git tracks it; take it out of the repository with git rm --cached',
      place: entry.place,
    };
  }
}
