import type { Connection } from 'vscode-languageserver';
import {
  OUTLINE,
  PREVIEW,
  SUMMARY,
  type FileParams,
  type OutlineParams,
} from '../../shared/protocol';
import type { Answers } from '../answers';
import { previewOf } from '../capabilities/preview';
import { outlineOf, summaryOf } from '../capabilities/views';
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
    answers.answer(PARAMS.outline, ({ context, tracked }, { uri }: OutlineParams) =>
      outlineOf(context, tracked, uri),
    ),
  );
}
