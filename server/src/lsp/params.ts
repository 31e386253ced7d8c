import * as z from 'zod';
import { CLAIM_CHOICES } from '../core/features/views/claims';
import { CONSTRUCT_CHOICES } from '../core/features/views/constructs';
import { SOURCE_CHOICES } from '../core/features/views/sources';
import { TABLE_KINDS } from '../core/features/tables/table';
import { OUTLINE_CHOICES } from '../core/features/views/outlineOptions';
import { KINDS } from '../core/model';
import { ACCESS_LEVELS } from '../core/project';

// Clients write Number.MAX_VALUE for the end of a line, which is no safe integer.
const integer = z.number().refine(Number.isInteger, 'expected an integer');
const position = z.object({ line: integer, character: integer });

/** A part of a document (LSP 3.17 §Range); what lies outside the text is clamped where it is used. */
export const range = z.object({ start: position, end: position });

/** What may stand in an attribute as it is. */
const PLAIN = /^[^\s"'{}=]+$/;

const document = z.object({ textDocument: z.object({ uri: z.string() }) });
const place = document.extend({ position });

const policy = z.enum(['keep', 'remove']).optional();

/** The parameters of a tree view: of which file, and how its rows are chosen. */
function viewOf<
  const G extends readonly string[],
  const O extends readonly string[],
  const S extends readonly string[],
>(choices: { readonly groupBy: G; readonly sortBy: O; readonly show: S }) {
  return z.object({
    uri: z.string().optional(),
    groupBy: z.enum(choices.groupBy).optional(),
    sortBy: z.enum(choices.sortBy).optional(),
    show: z.enum(choices.show).optional(),
    text: z.string().optional(),
  });
}
/** The strictest access that the readers of an export have. */
const include = z.enum(ACCESS_LEVELS).optional();

/** Whether names of the list of pseudonyms may be in an export. */
const allowRealNames = z.boolean().optional();

const matrix = z.object({
  uri: z.string().optional(),
  options: z.object({
    columns: z.enum(['evidence', 'sources', 'tests']).optional(),
    rows: z.enum(['claims', 'mechanisms', 'all']).optional(),
    group: z.enum(['none', 'section', 'type', 'status']).optional(),
    sort: z.enum(['text', 'name', 'weakest', 'strongest']).optional(),
    sortColumns: z.enum(['text', 'name', 'kind', 'uses']).optional(),
    show: z.enum(['all', 'linked', 'unsupported', 'thin', 'contested']).optional(),
    rowText: z.string().optional(),
    columnText: z.string().optional(),
    hideEmpty: z.boolean().optional(),
  }),
});

/** The parameters of requests, as far as the server relies on them. */
export const PARAMS = {
  document,
  place,
  completion: place.extend({
    context: z.object({ triggerKind: integer, triggerCharacter: z.string().nullish() }).nullish(),
  }),
  completionItem: z.object({ label: z.string() }),
  within: document.extend({ range }),
  tokensDelta: document.extend({ previousResultId: z.string() }),
  references: place.extend({ context: z.object({ includeDeclaration: z.boolean() }) }),
  hierarchyItem: z.object({ item: z.object({ uri: z.string() }) }),
  link: z.object({ range }),
  renamedFiles: z.object({
    files: z.array(z.object({ oldUri: z.string(), newUri: z.string() })),
  }),
  positions: document.extend({ positions: z.array(position) }),
  rename: place.extend({ newName: z.string() }),
  query: z.object({ query: z.string() }),
  codeAction: document.extend({
    range,
    context: z.object({
      diagnostics: z.array(z.looseObject({ range })),
      only: z.array(z.string()).nullish(),
    }),
  }),
  action: z.object({ title: z.string() }),
  file: z.object({ uri: z.string() }),
  claims: viewOf(CLAIM_CHOICES),
  constructs: viewOf(CONSTRUCT_CHOICES),
  sources: viewOf(SOURCE_CHOICES),
  matrix,
  matrixFile: matrix.extend({
    format: z.enum(['csv', 'markdown', 'html']),
    include,
    allowRealNames,
  }),
  matrixLink: z.object({
    uri: z.string(),
    row: z.string(),
    evidence: z.string(),
    stance: z.enum(['for', 'against']),
    action: z.enum(['link', 'unlink']),
  }),
  uses: z.object({ uri: z.string(), element: z.string() }),
  outline: viewOf(OUTLINE_CHOICES),
  position: z.object({ uri: z.string(), position }),
  map: z.object({
    uri: z.string().optional(),
    focus: z.string().optional(),
    evidence: z.boolean(),
    claims: z.boolean(),
    tests: z.boolean(),
    collapsed: z.array(z.string()),
  }),
  suggestions: z.object({ uri: z.string(), range: range.optional() }),
  suggestionCounts: z.object({ uri: z.string(), ifTagged: z.boolean().optional() }),
  lens: z.object({ range }),
  hint: z.object({ position }),
  command: z.object({ command: z.string() }),
  parts: z.object({ uri: z.string(), ranges: z.array(range) }),
  tagSelection: z.object({ uri: z.string(), range, kind: z.enum(KINDS) }),
  tagSuggestion: z.object({
    uri: z.string(),
    range,
    kind: z.enum(KINDS),
    type: z.string().regex(PLAIN).optional(),
    supports: z.array(z.string().regex(PLAIN)).optional(),
  }),
  part: z.object({ uri: z.string(), range }),
  untag: z.object({ uri: z.string(), range, references: policy }),
  changeKind: z.object({ uri: z.string(), range, kind: z.enum(KINDS), unfit: policy }),
  insertEvidence: z.object({ uri: z.string(), range, guid: z.string() }),
  importCodes: z.object({ uri: z.string(), range, codes: z.array(z.string()) }),
  insertTable: z.object({ uri: z.string(), range, table: z.enum(TABLE_KINDS), include }),
  heldBack: z.object({ uri: z.string().optional() }),
  exportFile: z.object({ uri: z.string(), include, allowRealNames }),
  linkTargets: z.object({
    uri: z.string(),
    range,
    kind: z.enum(KINDS).optional(),
    element: z.string().optional(),
  }),
  linkElements: z.object({
    uri: z.string(),
    elements: z.array(z.string()),
    target: z.string(),
    stance: z.enum(['for', 'against']).optional(),
  }),
  moving: z.object({ uri: z.string(), range, to: z.enum(['frontMatter', 'tag']) }),
  linking: z.object({
    uri: z.string(),
    range,
    target: z.string(),
    stance: z.enum(['for', 'against']).optional(),
  }),
} as const satisfies Record<string, z.ZodType>;

/** What is wrong with parameters, in one line; nothing where they are as they should be. */
export function faultOf(schema: z.ZodType, params: unknown): string | undefined {
  const { error } = schema.safeParse(params);
  const [issue] = error?.issues ?? [];
  return issue && `${issue.path.join('.')}: ${issue.message}`;
}
