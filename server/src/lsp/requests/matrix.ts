import type { Connection } from 'vscode-languageserver';
import {
  MATRIX,
  MATRIX_FILE,
  MATRIX_LINK,
  type MatrixFileParams,
  type MatrixLinkParams,
  type MatrixParams,
} from '../../shared/matrix';
import type { Answers } from '../answers';
import { changeMatrixLink, matrixFileOf, matrixOf } from '../capabilities/matrix';
import { PARAMS } from '../params';

/** Serves the requests behind the claim–evidence matrix. */
export function serveMatrix(connection: Connection, answers: Answers): void {
  connection.onRequest(
    MATRIX,
    answers.answer(PARAMS.matrix, ({ context, tracked }, params: MatrixParams) =>
      matrixOf(context, tracked, params),
    ),
  );
  connection.onRequest(
    MATRIX_FILE,
    answers.answer(PARAMS.matrixFile, ({ context, tracked }, params: MatrixFileParams) =>
      matrixFileOf(context, tracked, params),
    ),
  );
  connection.onRequest(
    MATRIX_LINK,
    answers.answerUnchanged(PARAMS.matrixLink, ({ context }, params: MatrixLinkParams) =>
      changeMatrixLink(context, params),
    ),
  );
}
