import type { Connection } from 'vscode-languageserver';
import type * as z from 'zod';
import {
  CHANGE_KIND,
  EVIDENCE_FOR,
  EXTRACT_DEFINITION,
  LINK,
  LINK_ELEMENTS,
  LINK_TARGETS,
  MOVE_ATTRIBUTES,
  TAG_AT,
  UNTAG,
  type LinkElementsParams,
  type RangeParams,
} from '../../shared/protocol';
import type { Answers } from '../answers';
import {
  changeKindAt,
  evidenceForAt,
  extractDefinitionAt,
  linkAt,
  linkTargetsAt,
  linkThese,
  moveAttributesAt,
  tagAtRange,
  untagAt,
} from '../capabilities/retagging';
import type { Context } from '../context';
import { PARAMS } from '../params';

interface Request {
  readonly method: string;
  readonly schema: z.ZodType;
  /** The parameters are what the schema says. */
  handle(context: Context, params: RangeParams): Promise<unknown>;
}

const REQUESTS: readonly Request[] = [
  { method: TAG_AT, schema: PARAMS.part, handle: tagAtRange },
  { method: UNTAG, schema: PARAMS.untag, handle: untagAt },
  { method: CHANGE_KIND, schema: PARAMS.changeKind, handle: changeKindAt },
  { method: LINK_TARGETS, schema: PARAMS.linkTargets, handle: linkTargetsAt },
  { method: LINK, schema: PARAMS.linking, handle: linkAt },
  { method: EVIDENCE_FOR, schema: PARAMS.linking, handle: evidenceForAt },
  { method: EXTRACT_DEFINITION, schema: PARAMS.part, handle: extractDefinitionAt },
  { method: MOVE_ATTRIBUTES, schema: PARAMS.moving, handle: moveAttributesAt },
];

/** Serves what changes tags, and links them. */
export function serveRetagging(connection: Connection, answers: Answers): void {
  for (const request of REQUESTS) {
    const { method, schema } = request;
    const answer = answers.answerUnchanged(schema, ({ context }, params: RangeParams) =>
      request.handle(context, params),
    );
    connection.onRequest(method, answer);
  }
  connection.onRequest(
    LINK_ELEMENTS,
    answers.answerUnchanged(PARAMS.linkElements, ({ context }, params: LinkElementsParams) =>
      linkThese(context, params),
    ),
  );
}
