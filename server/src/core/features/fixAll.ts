import type { LiveProject, Project } from '../project';
import { fixesOf, RULES, runRules, type Finding, type Fix } from '../rules';
import { EditedText } from '../text/editedText';
import type { TextEdit } from '../text/textEdit';

/** What is mended in a file, and by which fixes. */
export interface FixAllRequest {
  readonly uri: string;
  /** What the rules have to say about the file as it stands. */
  readonly findings: readonly Finding[];
  /** The rules whose findings are mended. */
  readonly rules: ReadonlySet<string>;
  /** Which fix of a finding is made, if any. */
  readonly choose: (fixes: readonly Fix[]) => Fix | undefined;
}

/** The rules whose fixes may be made unasked: they are about how a tag is written, not about what it says. */
export const MENDED_UNASKED: ReadonlySet<string> = new Set([
  'near-miss',
  'unknown-attribute',
  'unknown-kind',
  'unknown-value',
]);

/** The fix that may be made unasked. */
export function safeFix(fixes: readonly Fix[]): Fix | undefined {
  return fixes.find(({ safe }) => safe === true);
}

/** The fix that is the obvious thing to do. */
export function obviousFix(fixes: readonly Fix[]): Fix | undefined {
  return fixes.find(({ preferred }) => preferred === true);
}

/** The edits of a file that a fix makes; nothing where it edits other files as well. */
export function editsOfFile(fix: Fix | undefined, uri: string): readonly TextEdit[] | undefined {
  return fix?.edits.size === 1 ? fix.edits.get(uri) : undefined;
}

/** One fix may bring another fault to light; so many times, and no endless ones. */
const MAX_ROUNDS = 10;

/**
 * Mends everything of some rules in a file, round by round: of edits that overlap, those of the earlier finding are made
 * first, and what is still to be mended then is mended in the next round. After it, there is nothing left to be mended so.
 * @returns the edits of the file as it stands
 */
export async function fixAll(
  project: LiveProject,
  { uri, findings, rules, choose }: FixAllRequest,
): Promise<readonly TextEdit[]> {
  const original = project.file(uri)?.facts.document.text;
  if (original === undefined) return [];
  const edited = new EditedText(original);
  const wanted = RULES.filter(({ id }) => rules.has(id));
  let current: Project = project;
  let open = findings.filter(({ rule }) => rules.has(rule));
  for (let round = 0; round < MAX_ROUNDS && open.length > 0; round++) {
    const edits = editsOfRound(open, current, uri, choose);
    if (edits.length === 0) break;
    edited.apply(edits);
    const next = await project.variant(new Map([[uri, edited.text]]));
    open = runRules(next, wanted).filter(({ place }) => place.uri === uri);
    current = next;
  }
  return edited.edits;
}

/** The edits of all fixes that do not get in one another's way, from the beginning of the file on. */
function editsOfRound(
  findings: readonly Finding[],
  project: Project,
  uri: string,
  choose: FixAllRequest['choose'],
): TextEdit[] {
  const fixes = findings.flatMap((finding) => {
    const edits = editsOfFile(choose(fixesOf(finding, project)), uri) ?? [];
    if (edits.length === 0) return [];
    const start = Math.min(...edits.map(({ range }) => range.start));
    const end = Math.max(...edits.map(({ range }) => range.end));
    return [{ start, end, edits }];
  });
  const taken: TextEdit[] = [];
  let last = -1;
  for (const { start, end, edits } of fixes.sort((a, b) => a.start - b.start)) {
    if (start <= last) continue;
    taken.push(...edits);
    last = end;
  }
  return taken;
}
