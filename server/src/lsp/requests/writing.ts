import type {
  CodeAction,
  CodeActionParams,
  CompletionItem,
  CompletionParams,
  Connection,
  ServerCapabilities,
} from 'vscode-languageserver';
import {
  TAG_SELECTION,
  TAG_SUGGESTION,
  type TagSelectionParams,
  type TagSuggestionParams,
} from '../../shared/protocol';
import { normalizeUri } from '../../core/project';
import type { Answers } from '../answers';
import { CodeActions } from '../capabilities/codeActions';
import { completion, resolveCompletion, TRIGGERS } from '../capabilities/completion';
import { FIX_ALL } from '../capabilities/fixAll';
import { QUICK_FIXES, QUICK_FIXES_BESIDE } from '../capabilities/quickFixes';
import { REFACTORINGS } from '../capabilities/refactorings';
import { SUGGESTION_ACTIONS } from '../capabilities/suggestionActions';
import { tagSuggestionAt } from '../capabilities/suggestions';
import { tagSelectionAt } from '../capabilities/tagging';
import { PARAMS } from '../params';
import { serveRetagging } from './retagging';

/** Who offers code actions, in the order in which they are shown. */
const ACTIONS = new CodeActions([QUICK_FIXES, SUGGESTION_ACTIONS, REFACTORINGS, FIX_ALL]);

/** Who offers them in an open document that is no manuscript. */
const ACTIONS_BESIDE = new CodeActions([QUICK_FIXES_BESIDE]);

/** What the server does for authors who write. */
export const WRITING = {
  codeActionProvider: { codeActionKinds: [...ACTIONS.kinds], resolveProvider: true },
  completionProvider: { triggerCharacters: [...TRIGGERS], resolveProvider: true },
} as const satisfies ServerCapabilities;

/** Serves the requests that {@link WRITING} promises. */
export function serveWriting(connection: Connection, answers: Answers): void {
  connection.onCompletion(
    answers.answer(PARAMS.completion, ({ context }, params: CompletionParams) =>
      completion(context, params),
    ),
  );
  connection.onCompletionResolve(
    answers.answer(PARAMS.completionItem, ({ context }, item: CompletionItem) =>
      resolveCompletion(context, item),
    ),
  );
  connection.onCodeAction(
    answers.answerUnchanged(PARAMS.codeAction, (running, params: CodeActionParams) => {
      const isBeside = running.documents.isSupporting(normalizeUri(params.textDocument.uri));
      return (isBeside ? ACTIONS_BESIDE : ACTIONS).offer(running, params);
    }),
  );
  connection.onCodeActionResolve(
    answers.answer(PARAMS.action, (running, action: CodeAction) =>
      ACTIONS.resolve(running, action),
    ),
  );
  connection.onRequest(
    TAG_SELECTION,
    answers.answerUnchanged(PARAMS.tagSelection, ({ context }, params: TagSelectionParams) =>
      tagSelectionAt(context, params),
    ),
  );
  connection.onRequest(
    TAG_SUGGESTION,
    answers.answerUnchanged(PARAMS.tagSuggestion, ({ context }, params: TagSuggestionParams) =>
      tagSuggestionAt(context, params),
    ),
  );
  serveRetagging(connection, answers);
}
