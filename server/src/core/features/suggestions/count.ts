import type { Suggestion } from '../../cues';
import type { ProjectFile } from '../../project';
import { isPlainlyManuscript } from './manuscriptSigns';

/** How much of a file is tagged, and what in it looks like something to tag. */
export interface SuggestionCount {
  readonly tags: number;
  readonly findings: number;
  readonly quotations: number;
  /** Likely claims of other types, constructs and mechanisms. */
  readonly others: number;
  /** Whether these may be shown unasked: see {@link isPlainlyManuscript}. */
  readonly isManuscript: boolean;
}

/** Counts what is suggested for a file. */
export function countSuggestions(
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
    isManuscript: isPlainlyManuscript(file, { findings, quotations }),
  };
}
