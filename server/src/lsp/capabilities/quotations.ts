import { reportQuotations, type ReportedQuotation } from '../../core/features/quotationReport';
import { shownPassage } from '../../core/features/passageOf';
import type { Place } from '../../core/model';
import { normalizeUri, type Project } from '../../core/project';
import { fixesOf, type Finding, type Fix } from '../../core/rules';
import { overlaps } from '../../core/text/range';
import type {
  ProtocolQuotation,
  ProtocolQuotationFix,
  ProtocolQuotations,
} from '../../shared/quotations';
import { clientFiles, type ClientFiles, type Context } from '../context';
import { slices } from '../pace';
import { sourceTextAt, sourceTextUri, textOfSource } from '../sourceTexts';
import { toLocation, toTextEdit } from '../toProto';
import type { TrackedProjects } from '../tracked';
import type { ActionContext } from './codeActions';

/** The rules that judge quotations by their sources. */
const RULES: ReadonlySet<string> = new Set(['altered-quotation', 'quotation-not-found']);

/** What became of the quotations of a file's project in their sources, once these are read, and what mends them. */
export async function quotationsOf(
  { context, judge }: ActionContext,
  uri: string,
): Promise<ProtocolQuotations> {
  const { workspace } = context;
  const project = await workspace.projectOf(normalizeUri(uri));
  const { quotations, sum } = await workspace.whenRead(() => reportQuotations(project));
  await judge.prepare(project, slices());
  const textUri = context.support.showsSourceTexts ? sourceTextUri : undefined;
  const mended = quotations.map((one) => ({
    one,
    target: one.checked && shownPassage(one.checked, textUri),
    fixes: isInDoubt(one) ? fixesFor(project, judge.findingsOf(project, one.place.uri), one) : [],
  }));
  const files = await clientFiles(
    context,
    project,
    mended.flatMap(({ one: { place }, target, fixes }) => [
      place.uri,
      ...(target ? [target.uri] : []),
      ...fixes.flatMap(({ edits }) => [...edits.keys()]),
    ]),
  );
  return { sum, quotations: mended.flatMap((one) => listed(one, files) ?? []) };
}

/** The text of a document that shows one, of a source of any manuscript here. */
export async function sourceTextOf(
  { workspace }: Context,
  tracked: TrackedProjects,
  uri: string,
): Promise<string | null> {
  const address = sourceTextAt(uri);
  if (!address) return null;
  const projects = await tracked.all();
  return workspace.whenRead(() => {
    const found = projects.flatMap((project) => textOfSource(project, address) ?? []);
    return found[0]?.text ?? null;
  });
}

function isInDoubt({ state }: ReportedQuotation): boolean {
  return state === 'altered' || state === 'not-found';
}

/** What mends a quotation and is complete, each once. */
function fixesFor(
  project: Project,
  findings: readonly Finding[],
  { place, element }: ReportedQuotation,
): Fix[] {
  const own = findings.filter(
    (finding) =>
      RULES.has(finding.rule) &&
      finding.element === element.id &&
      overlaps(finding.place.range, place.range),
  );
  const fixes = own.flatMap((finding) => fixesOf(finding, project));
  const complete = fixes.filter((fix) => fix.suppresses !== true && fix.unfinished !== true);
  return [...new Map(complete.map((fix) => [fix.title, fix])).values()];
}

/** A quotation with where its passage can be shown, and what mends it. */
interface Mended {
  readonly one: ReportedQuotation;
  readonly target: Place | undefined;
  readonly fixes: readonly Fix[];
}

function listed({ one, target, fixes }: Mended, files: ClientFiles): ProtocolQuotation | undefined {
  const location = toLocation(one.place, files);
  if (!location) return undefined;
  const { text, outcome, state, isGrave, changes, passage, speaker, source } = one;
  const { within, place } = passage ?? {};
  const shown = target && toLocation(target, files);
  return {
    text,
    outcome,
    isVerbatim: state === 'verbatim',
    isInDoubt: isInDoubt(one),
    isGrave,
    detail: changes.join('; '),
    whereabouts: [source, within, speaker, place].filter((part) => part !== undefined).join(', '),
    location,
    ...(shown ? { passage: shown } : {}),
    fixes: fixes.map((fix) => toFix(fix, files)),
  };
}

function toFix({ title, edits }: Fix, files: ClientFiles): ProtocolQuotationFix {
  const changes = [...edits].flatMap(([uri, list]) => {
    const file = files(uri);
    return file ? [[file.uri, list.map((edit) => toTextEdit(edit, file.lines))] as const] : [];
  });
  return { title, changes: Object.fromEntries(changes) };
}
