import {
  SymbolKind,
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
} from 'vscode-languageserver';
import * as z from 'zod';
import {
  hierarchyAt,
  hierarchyItem,
  restingOn,
  restsOn,
  type HierarchyCall,
  type HierarchyItem,
} from '../../core/features/callHierarchy';
import type { Project } from '../../core/project';
import type { Position } from '../../core/text/lineIndex';
import { clientFiles, targetOf, type ClientFiles, type Context } from '../context';
import { firstAnswer } from '../sharedProjects';
import { toRange } from '../toProto';
import { SYMBOL_KINDS } from './symbols';

/** What an item carries, by which it is found again: whose project it is of, and its key there. */
const data = z.object({ uri: z.string(), key: z.string() });

/** What stands at a position, to ask what it rests on and what rests on it (LSP 3.17 §textDocument/prepareCallHierarchy). */
export async function prepareCallHierarchy(
  context: Context,
  uri: string,
  position: Position,
): Promise<CallHierarchyItem[] | null> {
  const target = await targetOf(context, uri, position);
  if (!target) return null;
  const found = await firstAnswer(context.workspace, target.project, target.uri, (project) =>
    hierarchyAt(project, target.uri, target.offset),
  );
  if (!found) return null;
  const { project, answer } = found;
  // What is declared in a `warrant.yaml` is found again by the project that knew it.
  const home = project === target.project ? target.uri : (project.files[0]?.uri ?? target.uri);
  const item = toProto(home, answer, await clientFiles(context, project, [answer.place.uri]));
  return item ? [item] : null;
}

/** What rests on an item (LSP 3.17 §callHierarchy/incomingCalls). */
export async function incomingCalls(
  context: Context,
  item: CallHierarchyItem,
): Promise<CallHierarchyIncomingCall[] | null> {
  return calls(context, item, restingOn, (other, fromRanges) => ({ from: other, fromRanges }));
}

/** What an item rests on (LSP 3.17 §callHierarchy/outgoingCalls). */
export async function outgoingCalls(
  context: Context,
  item: CallHierarchyItem,
): Promise<CallHierarchyOutgoingCall[] | null> {
  return calls(context, item, restsOn, (other, fromRanges) => ({ to: other, fromRanges }));
}

async function calls<T>(
  context: Context,
  item: CallHierarchyItem,
  find: (project: Project, key: string) => HierarchyCall[],
  toCall: (other: CallHierarchyItem, fromRanges: CallHierarchyOutgoingCall['fromRanges']) => T,
): Promise<T[] | null> {
  const { success, data: home } = data.safeParse(item.data);
  if (!success) return null;
  const project = await context.workspace.projectOf(home.uri);
  const own = hierarchyItem(project, home.key);
  const found = find(project, home.key);
  const uris = found.map(({ item: { place } }) => place.uri);
  const files = await clientFiles(context, project, own ? [own.place.uri, ...uris] : uris);
  return found.flatMap(({ item: other, ranges, caller }) => {
    const to = toProto(home.uri, other, files);
    const file = files(caller);
    return to && file
      ? [
          toCall(
            to,
            ranges.map((range) => toRange(range, file.lines)),
          ),
        ]
      : [];
  });
}

function toProto(
  home: string,
  { key, kind, name, detail, place }: HierarchyItem,
  files: ClientFiles,
): CallHierarchyItem | undefined {
  const file = files(place.uri);
  return (
    file && {
      name,
      kind: KINDS[kind],
      detail,
      uri: file.uri,
      range: toRange(place.whole, file.lines),
      selectionRange: toRange(place.range, file.lines),
      data: { uri: home, key },
    }
  );
}

const KINDS = {
  ...SYMBOL_KINDS,
  work: SymbolKind.File,
  source: SymbolKind.Object,
} as const satisfies Record<HierarchyItem['kind'], SymbolKind>;
