import type { Connection } from 'vscode-languageserver';
import { claimRows } from '../../core/features/views/claims';
import { constructRows } from '../../core/features/views/constructs';
import { outline } from '../../core/features/views/outline';
import {
  ELEMENTS_AT,
  PREVIEW,
  SUGGESTION_COUNTS,
  SUGGESTIONS,
  SUMMARY,
  TAG_MARKS,
  USES,
  WITHOUT_TAGS,
  type FileParams,
  type PositionParams,
  type SuggestionCountsParams,
  type SuggestionsParams,
  type UsesParams,
  type PartsParams,
} from '../../shared/protocol';
import {
  CLAIMS,
  CONSTRUCTS,
  OUTLINE,
  SOURCES,
  type ClaimsParams,
  type ConstructsParams,
  type SourcesParams,
  type OutlineParams,
} from '../../shared/rows';
import type { Answers } from '../answers';
import { previewOf } from '../capabilities/preview';
import { suggestionCountsOf, suggestionsOf } from '../capabilities/suggestions';
import { tagMarksOf } from '../capabilities/tagMarks';
import {
  elementsAtPosition,
  rowsOf,
  sourceRowsOf,
  summaryOf,
  usesOfElement,
} from '../capabilities/views';
import { textWithoutTags } from '../capabilities/withoutTags';
import { PARAMS } from '../params';

/** Serves the requests behind what a client draws itself; the protocol knows none of them. */
export function serveViews(connection: Connection, answers: Answers): void {
  connection.onRequest(
    PREVIEW,
    answers.answer(PARAMS.file, ({ context }, { uri }: FileParams) => previewOf(context, uri)),
  );
  connection.onRequest(
    SUMMARY,
    answers.answer(PARAMS.file, ({ context }, { uri }: FileParams) => summaryOf(context, uri)),
  );
  connection.onRequest(
    OUTLINE,
    answers.answer(PARAMS.outline, ({ context, tracked }, { uri, ...options }: OutlineParams) =>
      rowsOf(context, tracked, uri, (project) => outline(project, options)),
    ),
  );
  connection.onRequest(
    ELEMENTS_AT,
    answers.answerUnchanged(PARAMS.position, ({ context }, params: PositionParams) =>
      elementsAtPosition(context, params),
    ),
  );
  connection.onRequest(
    CLAIMS,
    answers.answer(PARAMS.claims, ({ context, tracked }, { uri, ...options }: ClaimsParams) =>
      rowsOf(context, tracked, uri, (project) => claimRows(project, options)),
    ),
  );
  connection.onRequest(
    CONSTRUCTS,
    answers.answer(
      PARAMS.constructs,
      ({ context, tracked }, { uri, ...options }: ConstructsParams) =>
        rowsOf(context, tracked, uri, (project) => constructRows(project, options)),
    ),
  );
  connection.onRequest(
    SOURCES,
    answers.answer(PARAMS.sources, ({ context, tracked }, { uri, ...options }: SourcesParams) =>
      rowsOf(context, tracked, uri, (project) => sourceRowsOf(context, project, options)),
    ),
  );
  connection.onRequest(
    USES,
    answers.answer(PARAMS.uses, ({ context }, params: UsesParams) =>
      usesOfElement(context, params),
    ),
  );
  connection.onRequest(
    SUGGESTIONS,
    answers.answerUnchanged(PARAMS.suggestions, ({ context }, params: SuggestionsParams) =>
      suggestionsOf(context, params),
    ),
  );
  connection.onRequest(
    SUGGESTION_COUNTS,
    answers.answer(PARAMS.suggestionCounts, ({ context }, params: SuggestionCountsParams) =>
      suggestionCountsOf(context, params),
    ),
  );
  connection.onRequest(
    TAG_MARKS,
    answers.answer(PARAMS.parts, ({ context }, params: PartsParams) => tagMarksOf(context, params)),
  );
  connection.onRequest(
    WITHOUT_TAGS,
    answers.answerUnchanged(PARAMS.parts, ({ context }, params: PartsParams) =>
      textWithoutTags(context, params),
    ),
  );
}
