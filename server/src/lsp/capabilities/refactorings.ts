import { CodeActionKind, CodeActionTriggerKind, type CodeAction } from 'vscode-languageserver';
import * as z from 'zod';
import { changeKind } from '../../core/features/changeKind';
import { evidenceFor } from '../../core/features/evidenceFor';
import { extractDefinition } from '../../core/features/extractDefinition';
import { linkTargets, linkTo } from '../../core/features/linkTags';
import {
  movableAttributes,
  moveFromFrontMatter,
  moveToFrontMatter,
} from '../../core/features/moveAttributes';
import { nameOf } from '../../core/features/naming';
import { referrersOf } from '../../core/features/tagging/dropReferences';
import { retagging, type Refusal, type Retagging } from '../../core/features/tagging/result';
import { tagAt, type Pointed } from '../../core/features/tagging/tagAt';
import { tagSelection } from '../../core/features/tagSelection';
import { placeToSet, setAllPlaces, setPlace, withoutPlace } from '../../core/features/setPlaces';
import { untag } from '../../core/features/untag';
import { KINDS } from '../../core/model';
import { normalizeUri, type Project } from '../../core/project';
import type { TextRange } from '../../core/text/range';
import { clientFiles, projectSoon } from '../context';
import { projectsSharing } from '../sharedProjects';
import { toWorkspaceEdit } from '../toProto';
import type { CodeActionSource } from './codeActions';

/** How many of the nearest targets of a link are offered; commands offer all. */
const TARGETS = 3;

const REWRITE_TAG = `${CodeActionKind.RefactorRewrite}.tag`;
const REWRITE_KIND = `${CodeActionKind.RefactorRewrite}.kind`;
const REWRITE_LINK = `${CodeActionKind.RefactorRewrite}.link`;
const REWRITE_PLACE = `${CodeActionKind.RefactorRewrite}.place`;
const INLINE_TAG = `${CodeActionKind.RefactorInline}.tag`;
const INLINE_ATTRIBUTES = `${CodeActionKind.RefactorInline}.attributes`;
const EXTRACT_ATTRIBUTES = `${CodeActionKind.RefactorExtract}.attributes`;
const EXTRACT_DEFINITION = `${CodeActionKind.RefactorExtract}.definition`;

const range = { start: z.number(), end: z.number() };

/** What an action does, with offsets of the text as it was offered. */
const deedSchema = z.discriminatedUnion('do', [
  z.object({ do: z.literal('tag'), ...range, kind: z.enum(KINDS) }),
  z.object({ do: z.literal('kind'), ...range, kind: z.enum(KINDS) }),
  z.object({ do: z.literal('untag'), ...range, references: z.enum(['keep', 'remove']) }),
  z.object({ do: z.literal('link'), ...range, target: z.string() }),
  z.object({ do: z.literal('evidence'), ...range, target: z.string() }),
  z.object({ do: z.literal('define'), ...range }),
  z.object({ do: z.literal('place'), ...range, of: z.enum(['tag', 'file']) }),
  z.object({ do: z.literal('move'), ...range, to: z.enum(['frontMatter', 'tag']) }),
]);

type Deed = z.infer<typeof deedSchema>;

/** A deed as it is offered, without the selection. */
type Offer = DistributiveOmit<Deed, 'start' | 'end'> & {
  readonly title: string;
  readonly kindOfAction: string;
};
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/**
 * Tagging, untagging, linking and their like as code actions. Nobody who moves the caret is shown a light bulb for them:
 * without a selection, they are offered to those who ask. Their edits are worked out when one is chosen.
 */
export const REFACTORINGS: CodeActionSource = {
  name: 'refactorings',
  kinds: [
    REWRITE_TAG,
    REWRITE_KIND,
    REWRITE_LINK,
    REWRITE_PLACE,
    INLINE_TAG,
    INLINE_ATTRIBUTES,
    EXTRACT_ATTRIBUTES,
    EXTRACT_DEFINITION,
  ],

  async offer({ context }, { textDocument, range: asked, context: { only, triggerKind } }) {
    const isEmpty =
      asked.start.line === asked.end.line && asked.start.character === asked.end.character;
    const isAsked = only !== undefined || triggerKind !== CodeActionTriggerKind.Automatic;
    if (isEmpty && !isAsked) return [];
    const uri = normalizeUri(textDocument.uri);
    const { workspace } = context;
    const project = isAsked
      ? await workspace.projectOf(uri)
      : (await projectSoon(workspace, uri)).project;
    const lines = project.file(uri)?.facts.lines;
    if (!lines) return [];
    const selection = { start: lines.offsetAt(asked.start), end: lines.offsetAt(asked.end) };
    return offersAt(project, uri, selection).map(
      ({ title, kindOfAction, ...deed }): CodeAction => ({
        title,
        kind: kindOfAction,
        data: { ...deed, ...selection },
      }),
    );
  },

  async resolve({ context }, action, uri) {
    const { data: deed } = deedSchema.safeParse(action.data);
    if (!deed) return action;
    const known = normalizeUri(uri);
    const project = await context.workspace.projectOf(known);
    const others = await projectsSharing(context.workspace, project);
    const result = perform(project, known, deed, others);
    if (!result.ok) {
      context.tell(result.message);
      return action;
    }
    for (const note of result.notes) context.tell(note);
    const files = await clientFiles(context, project, result.changes.keys());
    return { ...action, edit: toWorkspaceEdit(result.changes, files) };
  },
};

function offersAt(project: Project, uri: string, selection: TextRange): Offer[] {
  const document = project.file(uri)?.facts.current;
  const front = document?.frontMatter?.range.end ?? 0;
  if (!document || selection.start < front) return [];
  const isText =
    document.leavesIn({ start: selection.start - 1, end: selection.end + 1 }).length > 0;
  return [
    ...(isText ? offersForText(project, uri, selection) : []),
    ...offersForTag(project, uri, selection),
  ];
}

function offersForText(project: Project, uri: string, selection: TextRange): Offer[] {
  const tags = KINDS.map((kind): Offer => {
    return { do: 'tag', kind, title: `Tag as ${title(kind)}`, kindOfAction: REWRITE_TAG };
  });
  const evidence = linkTargets(project, uri, selection, 'evidence', TARGETS).map(
    ({ element, where }): Offer => {
      const name = `Tag as Evidence for ${nameOf(element)} (${where})`;
      return { do: 'evidence', target: element.key, title: name, kindOfAction: REWRITE_LINK };
    },
  );
  return [...tags, ...evidence];
}

function offersForTag(project: Project, uri: string, selection: TextRange): Offer[] {
  const at = tagAt(project, uri, selection);
  if (!at) return [];
  const { tag, element } = at;
  const links = linkTargets(project, uri, selection, undefined, TARGETS).map(
    ({ element: target, where }): Offer => {
      const name = `Link to ${title(target.kind)} ${nameOf(target)} (${where})`;
      return { do: 'link', target: target.key, title: name, kindOfAction: REWRITE_LINK };
    },
  );
  const kinds = KINDS.filter((kind) => kind !== tag.kind).map((kind): Offer => {
    return { do: 'kind', kind, title: `Change to ${title(kind)}`, kindOfAction: REWRITE_KIND };
  });
  const name = `Untag ${title(tag.kind)} ${nameOf(element)}`;
  const naming = element.tag === tag ? referrersOf(project, element).removable.length : 0;
  const untagging: Offer[] = [
    { do: 'untag', references: 'keep', title: name, kindOfAction: INLINE_TAG },
  ];
  if (naming > 0) {
    const many = naming === 1 ? 'the Reference' : `${naming} References`;
    untagging.push({
      do: 'untag',
      references: 'remove',
      title: `${name}, and Remove ${many} to It`,
      kindOfAction: INLINE_TAG,
    });
  }
  return [
    ...offersToPlace(project, at),
    ...links,
    ...kinds,
    ...offersToMove(project, at),
    ...untagging,
  ];
}

/** Where quotations were found in their source, their `loc=` can say. */
function offersToPlace(project: Project, { file: { uri }, element }: Pointed): Offer[] {
  const loc = element.kind === 'evidence' ? placeToSet(project, element) : undefined;
  if (loc === undefined) return [];
  const name = `Set loc to “${loc}”, Where the Quotation Was Found`;
  const offer: Offer = { do: 'place', of: 'tag', title: name, kindOfAction: REWRITE_PLACE };
  const count = withoutPlace(project, uri).length;
  if (count < 2) return [offer];
  const all = `Set loc of All ${count} Quotations in This File That Have None`;
  return [offer, { do: 'place', of: 'file', title: all, kindOfAction: REWRITE_PLACE }];
}

/** Only what can be done is offered: what is looked at stands in one sentence and in the front matter. */
function offersToMove(project: Project, { file, tag, element }: Pointed): Offer[] {
  const { uri } = file;
  const { range: selection } = tag.source;
  const offers: Offer[] = [];
  const at = { start: selection.start + 1, end: selection.start + 1 };
  if (tag.kind === 'construct' && extractDefinition(project, uri, at).ok) {
    const name = `Extract the Definition of ${nameOf(element)}`;
    offers.push({ do: 'define', title: name, kindOfAction: EXTRACT_DEFINITION });
  }
  if (movableAttributes(tag).length > 0) {
    const name = 'Move Attributes to the Front Matter';
    offers.push({ do: 'move', to: 'frontMatter', title: name, kindOfAction: EXTRACT_ATTRIBUTES });
  }
  if (file.frontMatter.elements.some(({ id }) => id === element.id)) {
    const name = 'Move Attributes Back to the Tag';
    offers.push({ do: 'move', to: 'tag', title: name, kindOfAction: INLINE_ATTRIBUTES });
  }
  return offers;
}

function perform(
  project: Project,
  uri: string,
  deed: Deed,
  others: readonly Project[],
): Retagging | Refusal {
  const selection = { start: deed.start, end: deed.end };
  switch (deed.do) {
    case 'tag': {
      const result = tagSelection(project, uri, selection, deed.kind);
      return result.ok ? retagging([[uri, result.edits]]) : result;
    }
    case 'kind': {
      const rest = others.filter((other) => other !== project);
      return changeKind(project, uri, selection, deed.kind, 'keep', rest);
    }
    case 'define':
      return extractDefinition(project, uri, selection);
    case 'place':
      return deed.of === 'tag' ? setPlace(project, uri, selection) : setAllPlaces(project, uri);
    case 'move':
      return deed.to === 'tag'
        ? moveFromFrontMatter(project, uri, selection)
        : moveToFrontMatter(project, uri, selection);
    case 'untag':
      return untag(project, uri, selection, deed.references);
    case 'link':
    case 'evidence': {
      const target = project.elementWithKey(deed.target);
      if (!target) return { ok: false, message: 'What was to be linked is there no more' };
      if (deed.do === 'link') return linkTo(project, uri, selection, target);
      const result = evidenceFor(project, uri, selection, target);
      return result.ok ? { ...result, notes: [] } : result;
    }
  }
}

function title(kind: string): string {
  return kind.charAt(0).toUpperCase() + kind.slice(1);
}
