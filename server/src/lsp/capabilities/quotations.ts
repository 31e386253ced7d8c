import { reportQuotations, type ReportedQuotation } from '../../core/features/quotationReport';
import { normalizeUri, type Project } from '../../core/project';
import { fixesOf, type Finding, type Fix } from '../../core/rules';
import { overlaps } from '../../core/text/range';
import type {
  ProtocolQuotation,
  ProtocolQuotationFix,
  ProtocolQuotations,
} from '../../shared/quotations';
import { clientFiles, type ClientFiles } from '../context';
import { slices } from '../pace';
import { toLocation, toTextEdit } from '../toProto';
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
  const mended = quotations.map((one) => ({
    one,
    fixes: isInDoubt(one) ? fixesFor(project, judge.findingsOf(project, one.place.uri), one) : [],
  }));
  const files = await clientFiles(
    context,
    project,
    mended.flatMap(({ one: { place, passage }, fixes }) => [
      place.uri,
      ...(passage?.range ? [passage.uri] : []),
      ...fixes.flatMap(({ edits }) => [...edits.keys()]),
    ]),
  );
  return { sum, quotations: mended.flatMap(({ one, fixes }) => listed(one, fixes, files) ?? []) };
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

function listed(
  one: ReportedQuotation,
  fixes: readonly Fix[],
  files: ClientFiles,
): ProtocolQuotation | undefined {
  const location = toLocation(one.place, files);
  if (!location) return undefined;
  const { text, outcome, state, isGrave, changes, passage, speaker, source } = one;
  const { uri, range, within, place } = passage ?? {};
  const target = uri !== undefined && range ? toLocation({ uri, range }, files) : undefined;
  return {
    text,
    outcome,
    isVerbatim: state === 'verbatim',
    isInDoubt: isInDoubt(one),
    isGrave,
    detail: changes.join('; '),
    whereabouts: [source, within, speaker, place].filter((part) => part !== undefined).join(', '),
    location,
    ...(target ? { passage: target } : {}),
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
