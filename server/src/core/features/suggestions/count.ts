import type { Suggestion } from '../../cues';
import type { Project, ProjectFile } from '../../project';
import { isPlainlyManuscript } from './manuscriptSigns';

/** How much of a file is tagged, and what in it looks like something to tag. */
export interface SuggestionCount {
  readonly tags: number;
  readonly findings: number;
  readonly quotations: number;
  /** Likely claims of other types, constructs and mechanisms. */
  readonly others: number;
  /** Whether other files of its project are tagged. */
  readonly isBesideTagged: boolean;
  /** Whether these may be shown unasked: see {@link isPlainlyManuscript}. */
  readonly isManuscript: boolean;
}

/** Counts what is suggested for a file of a project. */
export function countSuggestions(
  project: Project,
  file: ProjectFile,
  suggestions: readonly Suggestion[],
): SuggestionCount {
  const findings = suggestions.filter(({ label }) => label === 'finding').length;
  const quotations = suggestions.filter(({ label }) => label === 'evidence').length;
  return {
    tags: file.facts.currentTags.length,
    findings,
    quotations,
    others: suggestions.length - findings - quotations,
    isBesideTagged: project.files.some(
      (other) => other !== file && other.facts.currentTags.length > 0,
    ),
    isManuscript: isPlainlyManuscript(file, { findings, quotations }),
  };
}
