import { changeKind } from '../../core/features/changeKind';
import { evidenceFor } from '../../core/features/evidenceFor';
import { extractDefinition } from '../../core/features/extractDefinition';
import { linkElements, linkTargets, linkTargetsOf, linkTo } from '../../core/features/linkTags';
import { moveFromFrontMatter, moveToFrontMatter } from '../../core/features/moveAttributes';
import { nameOf } from '../../core/features/naming';
import type { Refusal } from '../../core/features/tagging/result';
import { tagAt } from '../../core/features/tagging/tagAt';
import { untag } from '../../core/features/untag';
import type { Project } from '../../core/project';
import type { WorkspaceEdits } from '../../core/rules';
import { LineIndex } from '../../core/text/lineIndex';
import type { TextRange } from '../../core/text/range';
import { applyEdits } from '../../core/text/textEdit';
import type {
  ChangeKindParams,
  LinkElementsParams,
  LinkParams,
  LinkTargetsParams,
  MoveParams,
  ProtocolLinkTarget,
  ProtocolRange,
  ProtocolTag,
  ProtocolTextEdit,
  RangeParams,
  RetagResult,
  UntagParams,
} from '../../shared/protocol';
import { clientFiles, targetOf, type Context, type Target } from '../context';
import { projectsSharing } from '../sharedProjects';
import { toRange, toTextEdit } from '../toProto';

/** The innermost tag at a range. */
export async function tagAtRange(
  context: Context,
  { uri, range }: RangeParams,
): Promise<ProtocolTag | null> {
  const target = await targetOf(context, uri, range.start);
  const at = target && tagAt(target.project, target.uri, selectionOf(target, range));
  return at ? { kind: at.tag.kind, name: nameOf(at.element) } : null;
}

/** What taking away the tag at a range changes. */
export function untagAt(context: Context, params: UntagParams): Promise<RetagResult> {
  return retag(context, params, ({ project, uri }, selection) =>
    untag(project, uri, selection, params.references),
  );
}

/** What another kind for the tag at a range changes. */
export async function changeKindAt(
  context: Context,
  params: ChangeKindParams,
): Promise<RetagResult> {
  const project = await context.workspace.projectOf(params.uri);
  const others = await projectsSharing(context.workspace, project);
  return retag(context, params, (target, selection) =>
    changeKind(
      target.project,
      target.uri,
      selection,
      params.kind,
      params.unfit,
      others.filter((other) => other !== target.project),
    ),
  );
}

/** What the tag at a range, or new evidence there, can be linked to. */
export async function linkTargetsAt(
  context: Context,
  { uri, range, kind, element: key }: LinkTargetsParams,
): Promise<ProtocolLinkTarget[]> {
  const target = await targetOf(context, uri, range.start);
  if (!target) return [];
  const { project } = target;
  const own = key === undefined ? undefined : project.elementWithKey(key);
  if (key !== undefined && !own) return [];
  const targets = own
    ? linkTargetsOf(project, own)
    : linkTargets(project, target.uri, selectionOf(target, range), kind);
  return targets.map(({ element, ...rest }) => ({
    key: element.key,
    kind: element.kind,
    ...(element.id === undefined ? {} : { id: element.id }),
    name: nameOf(element, NAME_LENGTH),
    ...rest,
  }));
}

/** How much of a name is shown where there is room for a line. */
const NAME_LENGTH = 100;

/** What linking the tag at a range to something changes. */
export function linkAt(context: Context, params: LinkParams): Promise<RetagResult> {
  return retag(context, params, ({ project, uri }, selection) => {
    const target = project.elementWithKey(params.target);
    return target ? linkTo(project, uri, selection, target, params.stance) : GONE;
  });
}

/** What linking elements to another one changes. */
export async function linkThese(
  context: Context,
  { uri, elements, target, stance }: LinkElementsParams,
): Promise<RetagResult> {
  const project = await context.workspace.projectOf(uri);
  const sources = elements.flatMap((key) => project.elementWithKey(key) ?? []);
  const aim = project.elementWithKey(target);
  if (!aim || sources.length < elements.length) return GONE;
  const result = linkElements(project, sources, aim, stance);
  if (!result.ok) return result;
  const { changes, notes } = result;
  return { ok: true, changes: await protocolChanges(context, project, changes), notes };
}

/** What tagging a range as evidence for something changes. */
export function evidenceForAt(context: Context, params: LinkParams): Promise<RetagResult> {
  return retag(context, params, ({ project, uri }, selection) => {
    const target = project.elementWithKey(params.target);
    if (!target) return GONE;
    const result = evidenceFor(project, uri, selection, target, params.stance);
    return result.ok ? { ...result, idRange: result.created?.idRange } : result;
  });
}

/** What gives the construct at a range its definition. */
export function extractDefinitionAt(context: Context, params: RangeParams): Promise<RetagResult> {
  return retag(context, params, ({ project, uri }, selection) =>
    extractDefinition(project, uri, selection),
  );
}

/** What moves the attributes of the tag at a range to the front matter, or back. */
export function moveAttributesAt(context: Context, params: MoveParams): Promise<RetagResult> {
  const move = params.to === 'tag' ? moveFromFrontMatter : moveToFrontMatter;
  return retag(context, params, ({ project, uri }, selection) => move(project, uri, selection));
}

const GONE: Refusal = { ok: false, message: 'What was to be linked is there no more' };

/** What a change of tags comes to in the core. */
interface Change {
  readonly ok: true;
  readonly changes: WorkspaceEdits;
  readonly notes?: readonly string[];
  readonly references?: number;
  readonly unfit?: readonly string[];
  /** A place in the file that was asked about, after the edits. */
  readonly idRange?: TextRange | undefined;
}

async function retag(
  context: Context,
  { uri, range }: { readonly uri: string; readonly range: ProtocolRange },
  find: (target: Target, selection: TextRange) => Change | Refusal,
): Promise<RetagResult> {
  const target = await targetOf(context, uri, range.start);
  if (!target) return { ok: false, message: 'This file is no manuscript' };
  const result = find(target, selectionOf(target, range));
  if (!result.ok) return result;
  const { notes = [], references, unfit, idRange, changes } = result;
  const own = target.project.file(target.uri)?.facts.document.text ?? '';
  return {
    ok: true,
    changes: await protocolChanges(context, target.project, changes),
    notes,
    ...(references === undefined ? {} : { references }),
    ...(unfit === undefined ? {} : { unfit }),
    ...(idRange ? { selection: rangeAfter(own, changes.get(target.uri) ?? [], idRange) } : {}),
  };
}

/** Edits by file, as the client takes them. */
async function protocolChanges(
  context: Context,
  project: Project,
  changes: WorkspaceEdits,
): Promise<Record<string, readonly ProtocolTextEdit[]>> {
  const files = await clientFiles(context, project, changes.keys());
  return Object.fromEntries(
    [...changes].flatMap(([file, edits]) => {
      const known = files(file);
      return known ? [[known.uri, edits.map((edit) => toTextEdit(edit, known.lines))]] : [];
    }),
  );
}

function rangeAfter(
  text: string,
  edits: Parameters<typeof applyEdits>[1],
  range: TextRange,
): ProtocolRange {
  return toRange(range, new LineIndex(applyEdits(text, edits)));
}

function selectionOf({ lines, offset }: Target, { end }: ProtocolRange): TextRange {
  return { start: offset, end: Math.max(offset, lines.offsetAt(end)) };
}
