import type { Connection } from 'vscode-languageserver';
import type { FileParams } from '../../shared/protocol';
import {
  IMPORT_CODES,
  INSERT_EVIDENCE,
  QDA_OFFER,
  type ImportCodesParams,
  type InsertEvidenceParams,
} from '../../shared/qda';
import type { Answers } from '../answers';
import { importCodesAt, insertEvidenceAt, qdaOffer } from '../capabilities/qda';
import { PARAMS } from '../params';

/** Serves what is taken from QDA projects. */
export function serveQda(connection: Connection, answers: Answers): void {
  connection.onRequest(
    QDA_OFFER,
    answers.answer(PARAMS.file, ({ context }, { uri }: FileParams) => qdaOffer(context, uri)),
  );
  connection.onRequest(
    INSERT_EVIDENCE,
    answers.answerUnchanged(PARAMS.insertEvidence, ({ context }, params: InsertEvidenceParams) =>
      insertEvidenceAt(context, params),
    ),
  );
  connection.onRequest(
    IMPORT_CODES,
    answers.answerUnchanged(PARAMS.importCodes, ({ context }, params: ImportCodesParams) =>
      importCodesAt(context, params),
    ),
  );
}
