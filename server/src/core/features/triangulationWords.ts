import type { Triangulation } from '../sources/triangulation';
import { count, escapeMarkdown } from './markdown';

/**
 * From how many sides evidence comes, in plain text: `5 pieces of evidence from 3 sources: 2 kinds (interview, archival), 2
 * informants, 1 party (buyer)`; '' where no source is known but works that are cited.
 */
export function triangulationWords(triangulation: Triangulation): string {
  const { evidence, sources, kinds, informants } = triangulation;
  if (informants === 0 && kinds.every((kind) => kind === 'literature')) return '';
  const pieces = count(evidence, 'piece of evidence', 'pieces of evidence');
  return `${pieces} from ${count(sources, 'source')}: ${sidesOf(triangulation)}`;
}

/** The numbers alone: `2 kinds of source, 2 informants, 1 party`; '' for evidence from one source or none. */
export function sidesInShort({ kinds, sources, informants, parties }: Triangulation): string {
  if (sources < 2 || (informants === 0 && kinds.every((kind) => kind === 'literature'))) return '';
  return listed(
    kinds.length > 0 ? count(kinds.length, 'kind of source', 'kinds of source') : '',
    informants > 0 ? count(informants, 'informant') : '',
    parties.length > 0 ? count(parties.length, 'party', 'parties') : '',
  );
}

/** `2 kinds (interview, archival), no informant`: the numbers with the names of kinds and parties, which are no people's. */
export function sidesOf({ kinds, informants, parties }: Triangulation): string {
  const named = (number: string, names: readonly string[]) => `${number} (${names.join(', ')})`;
  return listed(
    kinds.length > 0 ? named(count(kinds.length, 'kind'), kinds) : '',
    informants > 0 ? count(informants, 'informant') : 'no informant',
    parties.length > 0 ? named(count(parties.length, 'party', 'parties'), parties) : '',
  );
}

function listed(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(', ');
}

/** Both as a line of Markdown, where there is more than one piece of evidence to compare. */
export function triangulationLine(triangulation: Triangulation): string | undefined {
  const words = triangulation.evidence > 1 ? triangulationWords(triangulation) : '';
  return words === '' ? undefined : `**Triangulation** ${escapeMarkdown(words)}`;
}
