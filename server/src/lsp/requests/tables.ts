import type { Connection } from 'vscode-languageserver';
import { HELD_BACK, type HeldBackParams } from '../../shared/exports';
import type { FileParams } from '../../shared/protocol';
import {
  DATA_STRUCTURE,
  INSERT_TABLE,
  TABLE_STATES,
  TABLES,
  type ExportFileParams,
  type InsertTableParams,
} from '../../shared/tables';
import type { Answers } from '../answers';
import { heldBackOf } from '../capabilities/heldBack';
import { dataStructureOf, insertTableAt, tablesOf, tableStatesOf } from '../capabilities/tables';
import { PARAMS } from '../params';

/** Serves the tables and figures that are made from the tags, and what is held back from them. */
export function serveTables(connection: Connection, answers: Answers): void {
  connection.onRequest(
    HELD_BACK,
    answers.answer(PARAMS.heldBack, ({ context, tracked }, params: HeldBackParams) =>
      heldBackOf(context, tracked, params),
    ),
  );
  connection.onRequest(
    TABLES,
    answers.answer(PARAMS.file, ({ context }, { uri }: FileParams) => tablesOf(context, uri)),
  );
  connection.onRequest(
    INSERT_TABLE,
    answers.answerUnchanged(PARAMS.insertTable, ({ context }, params: InsertTableParams) =>
      insertTableAt(context, params),
    ),
  );
  connection.onRequest(
    TABLE_STATES,
    answers.answerUnchanged(PARAMS.exportFile, ({ context }, params: ExportFileParams) =>
      tableStatesOf(context, params),
    ),
  );
  connection.onRequest(
    DATA_STRUCTURE,
    answers.answer(PARAMS.exportFile, ({ context }, params: ExportFileParams) =>
      dataStructureOf(context, params),
    ),
  );
}
