import { suggestionsIn, type Suggestion, type SuggestionOptions } from '../../core/cues';
import { shorten } from '../../core/features/markdown';
import { claimsBeside } from '../../core/features/suggestions/claimsBeside';
import { countSuggestions } from '../../core/features/suggestions/count';
import { inPassOrder } from '../../core/features/suggestions/passOrder';
import { tagSuggestion } from '../../core/features/suggestions/tagSuggestion';
import type { LiveFacts } from '../../core/model';
import { normalizeUri, type Project, type ProjectFile } from '../../core/project';
import type {
  ProtocolClaim,
  ProtocolSuggestion,
  SuggestionCounts,
  SuggestionCountsParams,
  SuggestionsParams,
  TagSelectionResult,
  TagSuggestionParams,
} from '../../shared/protocol';
import { projectSoon, targetOf, type Context } from '../context';
import { scanSuggestions } from '../suggestionScan';
import { toRange } from '../toProto';
import { toTagSelectionResult } from './tagging';

/** How much of a claim is told to know it by, in UTF-16 units. */
const CLAIM_LENGTH = 45;

/** A file in which suggestions are wanted. */
interface Suggestible {
  readonly project: Project;
  readonly file: ProjectFile;
  readonly options: SuggestionOptions;
}

/** A file in which suggestions are wanted, and which; nothing where they are switched off or the file is no manuscript. */
export async function suggestibleFile(
  { settings, workspace }: Context,
  uri: string,
): Promise<Suggestible | undefined> {
  const { enabled, ...options } = await settings.suggestions(uri);
  if (!enabled) return undefined;
  const known = normalizeUri(uri);
  const { project } = await projectSoon(workspace, known);
  const file = project.file(known);
  return file && { project, file, options };
}

/** What is suggested for a file or a part of it; nothing where suggestions are switched off. */
export async function suggestionsOf(
  context: Context,
  { uri, range }: SuggestionsParams,
): Promise<ProtocolSuggestion[]> {
  const suggestible = await suggestibleFile(context, uri);
  if (!suggestible) return [];
  const { file, options } = suggestible;
  const { facts } = file;
  const { lines } = facts.current;
  const part = range && { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) };
  const found = part
    ? suggestionsIn(facts, { ...options, range: part })
    : ((await scanSuggestions(facts, options, unchanged(context, file.uri))) ?? []);
  return inPassOrder(facts, found).map((one) => toSuggestion(facts, one));
}

/**
 * How much is suggested for a file, as long as nothing in it is tagged; null where suggestions are switched off, or the text
 * changed while it was read.
 */
export async function suggestionCountsOf(
  context: Context,
  { uri, ifTagged = false }: SuggestionCountsParams,
): Promise<SuggestionCounts | null> {
  const suggestible = await suggestibleFile(context, uri);
  if (!suggestible) return null;
  const { project, file, options } = suggestible;
  if (file.facts.currentTags.length > 0) return countSuggestions(project, file, []);
  if (ifTagged) return null;
  const found = await scanSuggestions(file.facts, options, unchanged(context, file.uri));
  return found ? countSuggestions(project, file, found) : null;
}

/** The edits that tag a suggested passage; their ranges are those of the text as it is, the selection's those after. */
export async function tagSuggestionAt(
  context: Context,
  { uri, range, ...acceptance }: TagSuggestionParams,
): Promise<TagSelectionResult> {
  const target = await targetOf(context, uri, range.start);
  const document = target?.project.file(target.uri)?.facts.current;
  if (!target || !document) return { ok: false, message: 'This file is no manuscript' };
  const { project, lines, offset } = target;
  const passage = { start: offset, end: lines.offsetAt(range.end) };
  const result = tagSuggestion(project, target.uri, passage, acceptance);
  return toTagSelectionResult(result, document.text, lines);
}

/** A claim beside a quotation, as its author knows it. */
export function toClaim({ id, beginning }: ReturnType<typeof claimsBeside>[number]): ProtocolClaim {
  return { id: id?.value ?? '', text: shorten(beginning, CLAIM_LENGTH) };
}

function toSuggestion(facts: LiveFacts, suggestion: Suggestion): ProtocolSuggestion {
  const { lines } = facts.current;
  const { range, sentence, cueRange, kind, type, label, reason, phrase, never } = suggestion;
  return {
    range: toRange(range, lines),
    sentence: toRange(sentence, lines),
    cue: toRange(cueRange, lines),
    kind,
    ...(type === undefined ? {} : { type }),
    label,
    reason,
    phrase,
    never,
    claims: kind === 'evidence' ? claimsBeside(facts, range).map(toClaim) : [],
  };
}

/** Whether a document is still the one that it is now. */
function unchanged({ version }: Context, uri: string): () => boolean {
  const before = version(uri);
  return () => version(uri) === before;
}
