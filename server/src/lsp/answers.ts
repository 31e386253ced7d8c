import {
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
} from 'vscode-languageserver';
import type * as z from 'zod';
import type { Logger } from '../core/ports';
import { normalizeUri } from '../core/project';
import { faultOf } from './params';
import type { Session } from './session';
import { describe } from './logger';
import { untilMessagesAreIn } from './pace';

/** Handles a request as the connection wants it. */
export type Handler<P, R> = (params: P, token: CancellationToken) => Promise<R | ResponseError>;

/** The parameters of a request about one document, in the protocol's own way or in that of our requests. */
type AboutDocument = { readonly textDocument: { readonly uri: string } } | { readonly uri: string };

/** Makes handlers of requests that are answered from a session. */
export class Answers {
  readonly #session: () => Session | undefined;
  readonly #logger: Logger;

  /** @param session there is none before the client has initialized the server */
  constructor(session: () => Session | undefined, logger: Logger) {
    this.#session = session;
    this.#logger = logger;
  }

  /** Answers from the session; what goes wrong becomes an error of this one request. */
  answer<P, R>(
    schema: z.ZodType,
    handle: (running: Session, params: P, token: CancellationToken) => Promise<R>,
  ): Handler<P, R> {
    return async (params, token) => {
      const running = this.#session();
      if (!running) return new ResponseError(ErrorCodes.ServerNotInitialized, 'not initialized');
      const fault = faultOf(schema, params);
      if (fault !== undefined) return new ResponseError(ErrorCodes.InvalidParams, fault);
      try {
        await running.ready;
        if (isCancelled(token)) return cancelled();
        // What waits for a large project is given up at once.
        return await Promise.race([handle(running, params, token), cancellation(token)]);
      } catch (error) {
        this.#logger.error(describe(error));
        const message = error instanceof Error ? error.message : String(error);
        return new ResponseError(ErrorCodes.InternalError, message);
      }
    };
  }

  /**
   * Answers that are of no use for a text that changed while they were worked out (LSP 3.17 §ContentModified). What is
   * asked again at each letter may take long: what lighter questions, edits and cancellations have come behind it goes
   * first, and what is of no use any more is not begun.
   */
  answerUnchanged<P extends AboutDocument, R>(
    schema: z.ZodType,
    handle: (running: Session, params: P) => Promise<R>,
  ): Handler<P, R | ResponseError> {
    return this.answer(
      schema,
      async (running: Session, params: P, token): Promise<R | ResponseError> => {
        const { uri } = 'uri' in params ? params : params.textDocument;
        const version = () => running.documents.version(normalizeUri(uri));
        const before = version();
        const isStale = (): boolean => version() !== before;
        await untilMessagesAreIn(() => isCancelled(token) || isStale());
        if (isCancelled(token)) return cancelled();
        if (isStale()) return modified();
        const result = await handle(running, params);
        return isStale() ? modified() : result;
      },
    );
  }
}

/** Asked anew each time: it changes while a request is handled. */
function isCancelled(token: CancellationToken): boolean {
  return token.isCancellationRequested;
}

/** Comes to an answer when a request is cancelled. */
function cancellation(token: CancellationToken): Promise<ResponseError> {
  return new Promise((resolve) => {
    token.onCancellationRequested(() => resolve(cancelled()));
  });
}

function cancelled(): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
}

function modified(): ResponseError {
  return new ResponseError(LSPErrorCodes.ContentModified, 'the text has changed meanwhile');
}
